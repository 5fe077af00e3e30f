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

const found = once(picked().read("id", "when", "words", "speaker_id", "side", "side_id", "kinds", "document", "outlet"));
tally(found, s => s.side_id, s => ({side: s.side, side_id: s.side_id})).forEach(({side, side_id, rows, first, last}) => g.emit({
  side: side || "none", side_id, first, last, statements: rows.length, share: percent(rows.length, found.length),
  speakers: distinct(rows.map(s => s.speaker_id)).length,
  attributions: rows.filter(s => does(s, "attribution")).length, denials: rows.filter(s => does(s, "denial")).length,
  victimhood: rows.filter(s => does(s, "victimhood")).length,
  documents: distinct(rows.map(s => s.document)).length, outlets: distinct(rows.map(s => s.outlet)).length,
}));
