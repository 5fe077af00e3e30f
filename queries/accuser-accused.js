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

const found = picked({kind: "kind:attribution"}).table({
  id: "id", when: "when", by: ["side_id", "speaker_id"], by_name: ["side", "speaker"], at: ["target_side_id", "target_id"], at_name: ["target_side", "target"],
});
const answers = found.answers().table({claim: "claim.id", relation: "relation"});
// How many of them are claims of these answers, by who accuses whom.
const counted = answers => new Map(found.among("id", answers, "claim").tally("by", "at").map(t => [t.by + " " + t.at, t.length]));
const ofAll = counted(answers), ofDenials = counted(answers.having({relation: "denies"}));

found.tally("by", "at").show({
  accuser: t => t.by_name || "nobody named", accuser_id: "by", accused: t => t.at_name || "nobody named", accused_id: "at",
  claims: "length", answered: t => ofAll.get(t.by + " " + t.at) || 0, denied: t => ofDenials.get(t.by + " " + t.at) || 0, first: "first", last: "last",
});
