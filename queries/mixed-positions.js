// name:   mixed-positions
// theme:  positions
// title:  Who both agrees and disagrees on one issue
// about:  Sides that affirm an issue in some statements and reject it in others, with how often they changed in the order of time: divided, nuanced or turned round.
// takes:  statements
// column: side      text            The side, or the speaker where no side is known.
// column: side_id   iri             Its node.
// column: issue     text            The concept or incident, or the claim's words where there is neither.
// column: agrees    number          How many of its statements affirm it.
// column: disagrees number          How many reject it.
// column: changes   number          How often the next statement with a date takes the other position.
// column: speakers  number          How many speakers of that side took a position.
// column: began     text            The position of its first statement.
// column: ended     text            That of its last.
// column: first     date   optional The earliest statement.
// column: last      date   optional The latest.
// column: concept   iri             The issue's node.
// order:  -changes -disagrees side issue concept

const found = picked().table({
  id: "id", when: "when", speaker_id: "speaker_id", by: ["side_id", "speaker_id"], name: ["side", "speaker"],
  agrees: "agrees", concept: "concept", concept_name: "concept_name",
}).known("by");
const agreeing = t => t.having({agrees: true}).length;
const inOrder = t => t.known("when").inOrder().values("agrees");
const position = agrees => (agrees == null ? "no date" : agrees ? "agrees" : "disagrees");

found.tally("by", "concept").filter(t => agreeing(t) > 0 && agreeing(t) < t.length).show({
  side: "name", side_id: "by", issue: "concept_name", concept: "concept", agrees: agreeing, disagrees: t => t.length - agreeing(t),
  changes: t => inOrder(t).filter((agrees, i, list) => i > 0 && agrees != list[i - 1]).length,
  speakers: "speaker_id.count", began: t => position(inOrder(t)[0]), ended: t => position(inOrder(t).pop()), first: "first", last: "last",
});
