// name:   contested-attributions
// theme:  claims and answers
// title:  Attributions that somebody denies
// about:  Every accusation with at least one denial, who denies it, who answers it otherwise, and who makes it again.
// takes:  statements
// column: when    date   optional When it was said or, where that is unknown, published.
// column: accuser text   optional Who accuses.
// column: accused text   optional Who is accused.
// column: about   text   optional Which incidents and concepts it is about.
// column: words   text            The words.
// column: denials number          How many statements deny it.
// column: deniers text            Who denies it.
// column: others  number          How many answer it in another way.
// column: echoes  number          How many make the same claim again.
// column: outlet  text   optional Who published it.
// column: id      iri             The statement.
// order:  -denials when id

const found = picked({kind: "kind:attribution"});
const denied = sureContrasts(contrastsOf(found, "<claim>").among("relation", ["denies"])).table({claim: "claim.id"});
const contrasts = s => contrastsOf([s.id], "<claim>").filter(sureOfBoth);
const others = s => contrasts(s).filter(c => c.relation != "denies");

found.among("id", denied, "claim").show({
  when: "when", accuser: "speaker", accused: ["target", "target_side"], about: "about", words: "words", outlet: "outlet", id: "id",
  denials: [denied, "claim"], deniers: s => distinct(contrasts(s).filter(c => c.relation == "denies").map(c => c.counter.speaker || "nobody named")).join(", "),
  others: s => others(s).filter(answering).length, echoes: s => others(s).filter(c => !answering(c)).length,
});
