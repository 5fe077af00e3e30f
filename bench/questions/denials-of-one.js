// name:   denials-of-one
// theme:  sources
// title:  Who denied one accusation
// about:  The denials of one accusation, with who, when and where.
// column: when   date The day.
// column: denier text Who denies.
// column: words  text The words.
// column: outlet text Who published them.
// column: id     iri  The denial.
// order:  when id

g.V("<{{.Claim}}>").In("<claim>").contrasts().among("relation", ["denies"]).show({
  when: "counter.when", denier: "counter.speaker", words: "counter.words", outlet: "counter.outlet", id: "counter.id",
});
