// name:   talk-past
// theme:  positions
// title:  Issues on which two sides talk past each other
// about:  Pairs of sides that both make statements on an issue, while neither answers the other on it: what a dispute leaves out.
// takes:  statements without speaker, side
// column: issue      text            The concept or incident, or the claim's words where there is neither.
// column: one        text            The one side.
// column: other      text            The other.
// column: one_says   number          How many statements the one makes on it.
// column: other_says number          How many the other.
// column: outlets    number          How many outlets report them.
// column: first      date   optional The earliest statement.
// column: last       date   optional The latest.
// column: one_id     iri             The one's node.
// column: other_id   iri             The other's.
// column: concept    iri             The issue's node.
// order:  -one_says -other_says issue one other

const found = picked().read("id", "when", "side", "side_id", "concept", "concept_name", "outlet").filter(s => s.side_id);
const issues = tally(found, s => s.concept, s => s).map(t => ({...t, sides: tally(t.rows, s => s.side_id, s => s)})).filter(t => t.sides.length > 1);
const answers = contrastsBy("claim", issues.flatMap(t => t.rows));

for (const {concept, concept_name, rows, sides} of issues) {
  const sideOf = new Map(rows.map(s => [s.id, s.side_id])), answer = new Set();
  rows.forEach(s => answers(s.id).forEach(c => answer.add(sideOf.get(c.counter) + "|" + s.side_id).add(s.side_id + "|" + sideOf.get(c.counter))));
  sides.sort((a, b) => b.rows.length - a.rows.length || (a.side < b.side ? -1 : 1));
  sides.forEach(side => { side.outlets = distinct(side.rows.map(s => s.outlet)); });
  sides.forEach((one, i) => sides.slice(i + 1).filter(other => !answer.has(one.side_id + "|" + other.side_id)).forEach(other => g.emit({
    concept, issue: concept_name, one: one.side, one_id: one.side_id, one_says: one.rows.length,
    other: other.side, other_id: other.side_id, other_says: other.rows.length, outlets: new Set([...one.outlets, ...other.outlets]).size,
    first: distinct([one.first, other.first])[0], last: distinct([one.last, other.last]).pop(),
  })));
}
