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
const answers = found.answers().table({claim: "claim.id", from: "claim.document", to: "counter.document"});
const denials = s => contrastsOf([s.id], "<claim>").filter(c => c.relation == "denies" && sureOfBoth(c));

found.notAmong("id", answers.alike("from", "to"), "claim").show({
  when: "when", outlet: "outlet", title: "title", accuser: "speaker", accused: ["target", "target_side"], words: "words",
  elsewhere: [answers, "claim"], denied_by: s => distinct(denials(s).map(c => c.counter.speaker)).join(", "),
  denied_in: s => distinct(denials(s).map(c => c.counter.outlet)).join(", "), document: "document", id: "id",
});
