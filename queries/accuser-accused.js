// name:   accuser-accused
// theme:  claims and answers
// title:  Which side accuses which, how often, and with what answer
// about:  Attributions counted by the side that accuses and the side accused, with how many of them were answered and how many denied.
// takes:  statements
// column: accuser    text             The side that accuses, or the speaker where no side is known.
// column: accuser_id iri    optional  Its node; missing where nobody is named.
// column: accused    text             The side accused, or the actor where no side is known.
// column: accused_id iri    optional  Its node.
// column: claims     number           How many attributions.
// column: answered   number           How many of them were answered.
// column: denied     number           How many were denied.
// column: first      date   optional  The earliest.
// column: last       date   optional  The latest.
// order:  -claims accuser accused

const found = picked({kind: "kind:attribution"}).read("id", "when", "side", "side_id", "speaker", "speaker_id", "target", "target_id", "target_side", "target_side_id").map(s => ({
  id: s.id, when: s.when, by: s.side_id || s.speaker_id, byName: s.side || s.speaker, at: s.target_side_id || s.target_id, atName: s.target_side || s.target,
}));
const answers = contrastsBy("claim", found);
const denials = s => answers(s.id).filter(c => c.relation == "denies");

tally(found, s => s.by + " " + s.at, s => s).forEach(t => g.emit({
  accuser: t.byName || "nobody named", accuser_id: t.by, accused: t.atName || "nobody named", accused_id: t.at,
  claims: t.rows.length, answered: t.rows.filter(s => answers(s.id).length).length,
  denied: t.rows.filter(s => denials(s).length).length, first: t.first, last: t.last,
}));
