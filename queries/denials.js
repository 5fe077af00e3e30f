// name:   denials
// theme:  claims and answers
// title:  What is denied, and by whom
// about:  Every denial with the claim that it answers, where one is known; a denial of several claims comes once for each.
// takes:  statements
// column: when     date optional  When it was denied or, where that is unknown, published.
// column: denier   text optional  Who denies.
// column: denial   text           The words of the denial.
// column: claimant text optional  Who made the claim.
// column: claim    text optional  The words denied.
// column: outlet   text optional  Who published the denial.
// column: id       iri            The denial.
// column: claim_id iri  optional  The claim.
// order:  when id claim_id

const denials = picked({kind: "kind:denial"});
const denied = sureContrasts(contrastsOf(denials, "<counter>").among("relation", ["denies"]));

denied.show({when: "counter.when", denier: "counter.speaker", denial: "counter.words", outlet: "counter.outlet", id: "counter.id",
  claimant: "claim.speaker", claim: "claim.words", claim_id: "claim.id"});
denials.notAmong("id", denied.table({id: "counter.id"}), "id").show({when: "when", denier: "speaker", denial: "words", outlet: "outlet", id: "id"});
