// name:   coverage
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

const found = picked().map(s => ({s, when: s.when, outlet: s.outlet || "not known", speaker: s.speaker_id}));

tally(found, r => r.outlet, r => r).forEach(({outlet, rows, first, last}) => {
  const doing = kind => rows.filter(r => does(r.s, kind)).length;
  const sides = tally(rows, r => r.s.side, r => r).map(t => [t.s.side || "none", t.rows.length]).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const elsewhere = new Set(found.filter(r => r.outlet != outlet).map(r => r.speaker));
  g.emit({
    outlet, statements: rows.length, documents: distinct(rows.map(r => r.s.document)).length, sides: sides.map(pair => pair.join(" ")).join(", "),
    attributions: doing("attribution"), denials: doing("denial"), victimhood: doing("victimhood"),
    own_words: rows.filter(r => ["direct", "mixed"].includes(r.s.mode)).length,
    alone: distinct(rows.filter(r => !elsewhere.has(r.speaker)).map(r => r.s.speaker)).join(", "), first, last,
  });
});
