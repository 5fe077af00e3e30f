// name:   victimhood
// theme:  claims and answers
// title:  Who is said to suffer, and through whom
// about:  Every statement that an actor suffers or has suffered harm.
// takes:  statements
// column: when     date optional  When it was said or, where that is unknown, published.
// column: speaker  text optional  Who says so.
// column: victim   text optional  Who suffers.
// column: blamed   text optional  Whom the statement is directed at.
// column: words    text           The words.
// column: outlet   text optional  Who published it.
// column: document iri            The document in which it stands.
// column: id       iri            The statement.
// order:  when id

picked({kind: "kind:victimhood"}).show({
  when: "when", speaker: "speaker", victim: "victim", blamed: "target", words: "words", outlet: "outlet", document: "document", id: "id",
});
