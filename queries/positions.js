// name:   positions
// theme:  positions
// title:  What a speaker said on which issue over time
// about:  The statements of one speaker in the order of time, each with the issue on which it takes a position: what the statement is about or, of a denial, what the denied claim is about.
// takes:  statements
// param:  speaker iri actor:hua-chunying Who speaks.
// column: when     date optional When it was said or, where that is unknown, published.
// column: issue    text optional The concept or incident, or the words of the claim that it denies or repeats; missing where there is none of these.
// column: position text          agrees or disagrees.
// column: kinds    text          What the statement does.
// column: target   text optional Whom it is directed at.
// column: words    text          The words.
// column: mode     text          direct, indirect, mixed or curated.
// column: outlet   text optional Who published it.
// column: concept  iri           The issue's node.
// column: id       iri           The statement.
// order:  when id

picked().show({
  when: "when", issue: s => (s.concept == s.id ? null : s.concept_name), position: s => (s.agrees ? "agrees" : "disagrees"), kinds: "kinds", target: "target", words: "words",
  mode: "mode", outlet: "outlet", concept: "concept", id: "id",
});
