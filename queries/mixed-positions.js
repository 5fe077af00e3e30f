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

const by = s => s.side_id || s.speaker_id;
const taken = picked().read("id", "when", "speaker", "speaker_id", "side", "side_id", "agrees", "concept", "concept_name").filter(by).map(s => Object.assign(s, {by: by(s)}));

for (const t of tally(taken, r => r.by + "|" + r.concept, r => r)) {
  const agrees = t.rows.filter(r => r.agrees).length;
  if (agrees == 0 || agrees == t.rows.length) continue;
  const inOrder = t.rows.filter(r => r.when).sort((a, b) => (a.when + a.id < b.when + b.id ? -1 : 1));
  const name = r => (r ? (r.agrees ? "agrees" : "disagrees") : "no date");
  g.emit({
    side: t.side || t.speaker, side_id: t.by, issue: t.concept_name, concept: t.concept, agrees, disagrees: t.rows.length - agrees,
    changes: inOrder.filter((r, i) => i > 0 && r.agrees != inOrder[i - 1].agrees).length,
    speakers: distinct(t.rows.map(r => r.speaker_id)).length, began: name(inOrder[0]), ended: name(inOrder[inOrder.length - 1]), first: t.first, last: t.last,
  });
}
