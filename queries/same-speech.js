// name:   same-speech
// theme:  sources
// title:  One speech in two outlets
// about:  Pairs of statements that render the same words of the same speaker, to see what each outlet took and left.
// takes:  statements
// column: when         date optional  When it was said or, where that is unknown, published.
// column: speaker      text optional  Who speaks.
// column: words        text           The words in the one.
// column: outlet       text optional  Who published them.
// column: other_words  text           The words in the other.
// column: other_outlet text optional  Who published those.
// column: score        number         How sure it is that they are the same, 0 to 1.
// column: id           iri            The one statement.
// column: other_id     iri            The other.
// order:  when id other_id

paired("relation:renders").show({
  when: "claim.when", speaker: "claim.speaker", words: "claim.words", outlet: "claim.outlet", id: "claim.id",
  other_words: "counter.words", other_outlet: "counter.outlet", other_id: "counter.id", score: "score",
});
