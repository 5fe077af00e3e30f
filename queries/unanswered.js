// name:   unanswered
// theme:  claims and answers
// title:  Accusations that nobody answered
// about:  Every attribution against which no statement in the store is set. A mere echo is no answer.
// takes:  statements
// column: when     date optional  When it was said or, where that is unknown, published.
// column: accuser  text optional  Who accuses.
// column: accused  text optional  Who is accused.
// column: words    text           The words.
// column: outlet   text optional  Who published it.
// column: document iri            The document in which it stands.
// column: id       iri            The statement.
// order:  when id

const found = picked({kind: "kind:attribution"});

found.notAmong("id", found.answers().table({claim: "claim.id"}), "claim").show({
  when: "when", accuser: "speaker", accused: ["target", "target_side"], words: "words", outlet: "outlet", document: "document", id: "id",
});
