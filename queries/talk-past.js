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

const found = picked().table("id", "when", "side", "side_id", "concept", "concept_name", "outlet").known("side_id");
const issues = found.tally("concept").map(t => ({t, sides: t.tally("side_id")})).filter(({sides}) => sides.length > 1);

const met = new Map();
const meet = (concept, one, other) => met.set(concept + one, (met.get(concept + one) || new Set()).add(other));
contrastsOf(found, "<claim>").among("counter.id", found, "id").table({
  relation: "relation", one: "claim.side_id", other: "counter.side_id", concept: "claim.concept", counter_concept: "counter.concept",
}).alike("concept", "counter_concept").tally("relation", "concept", "one", "other").filter(answering).forEach(({concept, one, other}) => {
  meet(concept, one, other);
  meet(concept, other, one);
});

const pairs = [];
for (const {t, sides} of issues) {
  const saying = sides.map(s => ({t: s, id: s.side_id, name: s.side, says: s.length})).sort((a, b) => b.says - a.says || (a.name < b.name ? -1 : 1));
  saying.forEach((one, i) => {
    const own = met.get(t.concept + one.id) || new Set();
    for (let j = i + 1; j < saying.length; j++) if (!own.has(saying[j].id)) pairs.push({t, one, other: saying[j], one_says: one.says, other_says: saying[j].says});
  });
}
pairs.show({
  issue: p => p.t.concept_name, concept: p => p.t.concept, one: p => p.one.name, one_id: p => p.one.id, one_says: "one_says",
  other: p => p.other.name, other_id: p => p.other.id, other_says: "other_says",
  outlets: p => distinct([...p.one.t.distinct("outlet"), ...p.other.t.distinct("outlet")]).length,
  first: p => distinct([p.one.t.first, p.other.t.first])[0], last: p => distinct([p.one.t.last, p.other.t.last]).pop(),
});
