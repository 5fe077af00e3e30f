// name:   incident
// theme:  incidents
// title:  Everything that was said about one incident or concept
// about:  The statements about an incident or concept in the order of time, with what each of them answers.
// takes:  statements
// param:  about iri  incident:attacks-through-networks-stavik-2031  The incident or concept.
// column: when     date optional  When it was said or, where that is unknown, published.
// column: speaker  text optional  Who says it.
// column: side     text optional  On whose side.
// column: kinds    text           What it does.
// column: polarity text           Whether it affirms or rejects what it is about.
// column: words    text           The words.
// column: answers  text optional  What it answers, and how: denies st:1, rebuts st:2.
// column: outlet   text optional  Who published it.
// column: id       iri            The statement.
// order:  when id

picked().show({
  when: "when", speaker: "speaker", side: "side", kinds: "kinds", polarity: "polarity", words: "words",
  answers: s => answersOf(s).map(c => c.relation + " " + c.claim).sort().join(", "), outlet: "outlet", id: "id",
});
