// name:   by-speaker
// theme:  speakers
// title:  Who is quoted how often, and with what
// about:  For every speaker the number of statements, and of those that accuse, deny or tell of harm. Words that several outlets print alike count once.
// takes:  statements
// column: speaker      text            Who speaks.
// column: speaker_id   iri    optional The speaker's node; missing where nobody is named.
// column: side         text   optional On whose side, or sides.
// column: statements   number          How many statements.
// column: attributions number          How many of them accuse.
// column: denials      number          How many deny.
// column: victimhood   number          How many tell of harm.
// column: documents    number          In how many documents.
// column: outlets      number          In how many outlets.
// column: first        date   optional The earliest.
// column: last         date   optional The latest.
// order:  -statements speaker

const found = picked().table("when", "words", "speaker", "speaker_id", "side", "kinds", "document", "outlet");
const once = new Map(found.once().tally("speaker_id").map(t => [t.speaker_id, t]));
const doing = (t, kind) => once.get(t.speaker_id).doing(kind).length;

found.tally("speaker_id").show({
  speaker: t => t.speaker || "nobody named", speaker_id: "speaker_id", first: "first", last: "last",
  side: t => t.distinct("side").join(", "), statements: t => once.get(t.speaker_id).length,
  attributions: t => doing(t, "attribution"), denials: t => doing(t, "denial"), victimhood: t => doing(t, "victimhood"),
  documents: "document.count", outlets: "outlet.count",
});
