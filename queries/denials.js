// name:   denials
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
const answers = contrastsBy("counter", denials);
const denied = s => answers(s.id).filter(c => c.relation == "denies").map(c => c.claim);
const claims = new Map(statementsOf(denials.flatMap(denied)).map(s => [s.id, s]));

for (const s of denials) {
  const ids = denied(s);
  for (const id of ids.length ? ids : [null]) {
    const claim = claims.get(id) || {};
    g.emit({when: s.when, denier: s.speaker, denial: s.words, outlet: s.outlet, id: s.id,
      claimant: claim.speaker, claim: claim.words, claim_id: claim.id});
  }
}
