// name:   by-side
// theme:  speakers
// title:  Which side is quoted how often
// about:  For every side the number of statements, their share of all, and what they do. Words that several outlets print alike count once.
// takes:  statements
// column: side         text            The side; none for those who speak for nobody known.
// column: side_id      iri    optional Its node.
// column: statements   number          How many statements.
// column: share        number          Of all, in percent.
// column: speakers     number          How many speakers.
// column: attributions number          How many of the statements accuse.
// column: denials      number          How many deny.
// column: victimhood   number          How many tell of harm.
// column: documents    number          In how many documents.
// column: outlets      number          In how many outlets.
// column: first        date   optional The earliest.
// column: last         date   optional The latest.
// order:  -statements side

const found = picked().table("when", "words", "speaker_id", "side", "side_id", "kinds", "document", "outlet").once();

found.tally("side_id").show({
  side: t => t.side || "none", side_id: "side_id", first: "first", last: "last", statements: "length", share: t => percent(t.length, found.length),
  speakers: "speaker_id.count",
  attributions: t => t.doing("attribution").length, denials: t => t.doing("denial").length, victimhood: t => t.doing("victimhood").length,
  documents: "document.count", outlets: "outlet.count",
});
