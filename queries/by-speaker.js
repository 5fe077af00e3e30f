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

const doing = (t, kind) => once(t.rows).filter(s => does(s, kind)).length;

const found = picked().read("id", "when", "words", "speaker", "speaker_id", "side", "kinds", "document", "outlet");
tally(found, s => s.speaker_id, s => ({speaker_id: s.speaker_id, speaker: s.speaker})).forEach(t => g.emit({
  speaker: t.speaker || "nobody named", speaker_id: t.speaker_id, first: t.first, last: t.last,
  side: distinct(t.rows.map(s => s.side)).join(", "), statements: once(t.rows).length,
  attributions: doing(t, "attribution"), denials: doing(t, "denial"), victimhood: doing(t, "victimhood"),
  documents: distinct(t.rows.map(s => s.document)).length, outlets: distinct(t.rows.map(s => s.outlet)).length,
}));
