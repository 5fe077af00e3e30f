// name:   coverage
// theme:  sources
// title:  What each outlet reported of one event
// about:  For one incident or concept, a row for each outlet: how much it reports, whom it quotes, what they do, and whose statements it alone has.
// takes:  statements
// param:  about iri incident:attacks-through-networks-stavik-2031 The incident or concept.
// column: outlet       text            The outlet.
// column: statements   number          How many statements it reports.
// column: documents    number          In how many documents.
// column: sides        text   optional Of which sides, and how many of each.
// column: attributions number          How many of them accuse.
// column: denials      number          How many deny.
// column: victimhood   number          How many tell of harm.
// column: own_words    number          How many are in quotation marks, in part or whole.
// column: alone        text   optional Which speakers no other outlet quotes on it.
// column: first        date   optional The earliest statement.
// column: last         date   optional The latest.
// order:  -statements outlet

const found = picked().read("when", "outlet", "speaker", "speaker_id", "side", "kinds", "mode", "document")
  .map(s => Object.assign(s, {outlet: s.outlet || "not known"}));

tally(found, r => r.outlet, r => r).forEach(({outlet, rows, first, last}) => {
  const doing = kind => rows.filter(r => does(r, kind)).length;
  const sides = tally(rows, r => r.side, r => r).map(t => [t.side || "none", t.rows.length]).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const elsewhere = new Set(found.filter(r => r.outlet != outlet).map(r => r.speaker_id));
  g.emit({
    outlet, statements: rows.length, documents: distinct(rows.map(r => r.document)).length, sides: sides.map(pair => pair.join(" ")).join(", "),
    attributions: doing("attribution"), denials: doing("denial"), victimhood: doing("victimhood"),
    own_words: rows.filter(r => ["direct", "mixed"].includes(r.mode)).length,
    alone: distinct(rows.filter(r => !elsewhere.has(r.speaker_id)).map(r => r.speaker)).join(", "), first, last,
  });
});
