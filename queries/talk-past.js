// name:   talk-past
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

const found = picked().map(s => ({s, id: s.id, when: s.when, side: s.side_id, concept: s.concept})).filter(r => r.side);
const issues = tally(found, r => r.concept, r => r).map(t => ({...t, sides: tally(t.rows, r => r.side, r => r)})).filter(t => t.sides.length > 1);
const answers = contrastsBy("claim", issues.flatMap(t => t.rows));

for (const {concept, s, rows, sides} of issues) {
  const sideOf = new Map(rows.map(r => [r.id, r.side]));
  const answering = new Set(rows.flatMap(r => answers(r.id).map(c => sideOf.get(c.counter) + "|" + r.side)));
  sides.sort((a, b) => b.rows.length - a.rows.length || (a.side < b.side ? -1 : 1));
  sides.forEach((one, i) => sides.slice(i + 1).filter(other => !answering.has(one.side + "|" + other.side) && !answering.has(other.side + "|" + one.side))
    .forEach(other => g.emit({
      concept, issue: s.concept_name, one: one.s.side, one_id: one.side, one_says: one.rows.length,
      other: other.s.side, other_id: other.side, other_says: other.rows.length,
      outlets: distinct([...one.rows, ...other.rows].map(r => r.s.outlet)).length,
      first: distinct([one.first, other.first])[0], last: distinct([one.last, other.last]).pop(),
    })));
}
