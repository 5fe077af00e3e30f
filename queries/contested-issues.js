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

const found = picked().table({
  when: "when", by: ["side", "speaker"], agrees: "agrees", concept: "concept", concept_name: "concept_name", document: "document", outlet: "outlet",
}).fill("by", "nobody named");
const agreeing = t => t.having({agrees: true}), disagreeing = t => t.having({agrees: false});

found.tally("concept").filter(t => agreeing(t).length && disagreeing(t).length).show({
  concept: "concept", issue: "concept_name", agree: t => agreeing(t).length, disagree: t => disagreeing(t).length,
  agreeing: t => agreeing(t).distinct("by").join(", "), disagreeing: t => disagreeing(t).distinct("by").join(", "),
  documents: "document.count", outlets: "outlet.count", first: "first", last: "last",
});
