// name:   statements
// theme:  sources
// title:  Who said what, when and where
// about:  The statements that meet all the conditions given.
// takes:  statements
// column: when      date optional  When it was said or, where that is unknown, published.
// column: speaker   text optional  Who says it.
// column: side      text optional  On whose side.
// column: kinds     text           What it does.
// column: target    text optional  Whom it is directed at.
// column: words     text           The words.
// column: amounts   text optional  Values in them, with bound and unit.
// column: certainty text           firm or hedged.
// column: confidence number optional How likely it is right, 0 to 1.
// column: outlet    text optional  Who published it.
// column: document  iri            The document in which it stands.
// column: id        iri            The statement.
// order:  when id

picked().show({
  when: "when", speaker: "speaker", side: "side", kinds: "kinds", target: "target", words: "words", amounts: "amounts",
  certainty: "certainty", confidence: "confidence", outlet: "outlet", document: "document", id: "id",
});
