// name:   contested-issues
// theme:  positions
// title:  Issues on which some agree and others disagree
// about:  The concepts and incidents that some statements affirm and others reject, with the sides on either side: what a dispute is about.
// takes:  statements
// column: issue       text            The concept or incident, or the claim's words where there is neither.
// column: agree       number          How many statements affirm it.
// column: disagree    number          How many reject it.
// column: agreeing    text            The sides that affirm it, or the speakers where no side is known.
// column: disagreeing text            Those that reject it.
// column: documents   number          In how many documents.
// column: outlets     number          In how many outlets.
// column: first       date   optional The earliest statement.
// column: last        date   optional The latest.
// column: concept     iri             The issue's node.
// order:  -disagree -agree issue concept

const from = rows => distinct(rows.map(s => s.side || s.speaker || "nobody named")).join(", ");
const taken = picked().read("when", "speaker", "side", "agrees", "concept", "concept_name", "document", "outlet");

for (const {concept, concept_name, rows, first, last} of tally(taken, s => s.concept, s => s)) {
  const agree = rows.filter(r => r.agrees), disagree = rows.filter(r => !r.agrees);
  if (agree.length == 0 || disagree.length == 0) continue;
  g.emit({
    concept, issue: concept_name, agree: agree.length, disagree: disagree.length, agreeing: from(agree), disagreeing: from(disagree),
    documents: distinct(rows.map(r => r.document)).length, outlets: distinct(rows.map(r => r.outlet)).length, first, last,
  });
}
