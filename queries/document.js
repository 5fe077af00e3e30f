// name:   document
// theme:  sources
// title:  What stands in one document
// about:  The statements of a document in the order of its text, with what each of them answers.
// takes:  statements
// param:  document iri  doc:333f9603c4d3  The document.
// column: place     number optional  Where the words begin, in bytes of the text; none for a document without text.
// column: speaker   text   optional  Who says it.
// column: via       text   optional  Who reports the speaker's words.
// column: kinds     text             What it does.
// column: target    text   optional  Whom it is directed at.
// column: words     text             The words.
// column: said      date   optional  When it was said.
// column: mode      text             direct, indirect, mixed or curated.
// column: certainty text             firm or hedged.
// column: answers   text   optional  What it answers, and how: denies st:1, rebuts st:2.
// column: id        iri              The statement.
// order:  place id

picked().show({
  place: s => (s.content.length ? Math.min(...s.content.map(span => parseInt(span))) : null),
  speaker: "speaker", via: "via", kinds: "kinds", target: "target", words: "words", said: "said", mode: "mode", certainty: "certainty",
  answers: s => answersOf(s).map(c => c.relation + " " + c.claim).sort().join(", "), id: "id",
});
