// name:   without-denial
// theme:  sources
// title:  Accusations reported without their denial
// about:  Attributions that no statement of their own document answers, with the answers that other documents have: what a reader of that document does not learn.
// takes:  statements
// column: when      date   optional When it was said or, where that is unknown, published.
// column: outlet    text   optional Who published it.
// column: title     text   optional The headline.
// column: accuser   text   optional Who accuses.
// column: accused   text   optional Who is accused.
// column: words     text            The words.
// column: elsewhere number          How many answers other documents have.
// column: denied_by text   optional Who denies it there.
// column: denied_in text   optional In which outlets.
// column: document  iri             The document in which it stands.
// column: id        iri             The statement.
// order:  -elsewhere when id

const found = picked({kind: "kind:attribution"});
const answers = new Map(found.map(s => [s.id, []]));
for (const c of contrastsOf(found.map(s => s.id), "<claim>").filter(c => answering(c) && sureOfBoth(c))) answers.get(c.claim.id).push(c);
const denials = s => answers.get(s.id).filter(c => c.relation == "denies");

found.filter(s => answers.get(s.id).every(c => c.counter.document != s.document)).show({
  when: "when", outlet: "outlet", title: "title", accuser: "speaker", accused: s => s.target || s.target_side, words: "words",
  elsewhere: s => answers.get(s.id).length, denied_by: s => distinct(denials(s).map(c => c.counter.speaker)).join(", "),
  denied_in: s => distinct(denials(s).map(c => c.counter.outlet)).join(", "), document: "document", id: "id",
});
