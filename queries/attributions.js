// name:   attributions
// theme:  claims and answers
// title:  Who accuses whom of what
// about:  Every statement that an actor is behind a harmful act, with the number of answers to it.
// takes:  statements
// column: when      date   optional  When it was said or, where that is unknown, published.
// column: accuser   text   optional  Who accuses.
// column: accused   text   optional  Who is accused.
// column: victim    text   optional  Who is said to suffer.
// column: about     text   optional  Which incidents and concepts it is about.
// column: words     text             The words.
// column: certainty text             firm or hedged.
// column: answers   number           How many statements answer it.
// column: outlet    text   optional  Who published it.
// column: id        iri              The statement.
// order:  when id

picked({kind: "kind:attribution"}).show({
  when: "when", accuser: "speaker", accused: s => s.target || s.target_side, victim: "victim", about: "about", words: "words",
  certainty: "certainty", answers: s => answersTo(s).length, outlet: "outlet", id: "id",
});
