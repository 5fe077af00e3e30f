// name:   by-outlet
// theme:  speakers
// title:  Whom each outlet quotes
// about:  For every outlet and side the number of statements that it reports, and their share in the outlet: whose word it gives most room.
// takes:  statements
// column: outlet       text            The outlet.
// column: side         text            The side; none for those who speak for nobody known.
// column: statements   number          How many statements of that side it reports.
// column: share        number          Of all that it reports, in percent.
// column: speakers     number          Of how many speakers.
// column: documents    number          In how many documents.
// column: attributions number          How many of the statements accuse.
// column: denials      number          How many deny.
// column: first        date   optional The earliest.
// column: last         date   optional The latest.
// order:  outlet -statements side

const found = picked().read("when", "speaker_id", "side", "side_id", "kinds", "document", "outlet");
const sizes = new Map(tally(found, s => s.outlet, s => ({outlet: s.outlet})).map(t => [t.outlet, t.rows.length]));

tally(found, s => s.outlet + "|" + s.side_id, s => ({outlet: s.outlet, side: s.side})).forEach(({outlet, side, rows, first, last}) => g.emit({
  outlet: outlet || "not known", side: side || "none", first, last, statements: rows.length, share: percent(rows.length, sizes.get(outlet)),
  speakers: distinct(rows.map(s => s.speaker_id)).length, documents: distinct(rows.map(s => s.document)).length,
  attributions: rows.filter(s => does(s, "attribution")).length, denials: rows.filter(s => does(s, "denial")).length,
}));
