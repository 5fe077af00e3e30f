// name:   newest
// theme:  sources
// title:  The newest statements of one speaker
// about:  What a busy speaker said last.
// takes:  statements
// column: when   date The day.
// column: words  text The words.
// column: outlet text Who published them.
// column: id     iri  The statement.
// order:  -when id

picked({speaker: "{{.Busy}}"}).show({when: "when", words: "words", outlet: "outlet", id: "id"});
