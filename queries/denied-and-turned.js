// name:   denied-and-turned
// theme:  claims and answers
// title:  Who denies an accusation and accuses back
// about:  Attributions that one side both denies and turns round, by accusing the accuser or by telling of harm to itself.
// takes:  claims without relation
// column: claimed    date optional When the accusation was made or, where that is unknown, published.
// column: accuser    text optional Who accuses.
// column: claim      text          The words of the accusation.
// column: answerer   text          The side that denies and turns it round, or the speaker where no side is known.
// column: denial     text          The words of its denial; the earliest of several.
// column: turn       text          counter-attributes or claims-victimhood.
// column: countered  date optional When it turned the accusation round.
// column: counter    text          In which words.
// column: claim_id   iri           The accusation.
// column: denial_id  iri           The denial.
// column: counter_id iri           What turns it round.
// order:  claimed claim_id countered counter_id

const by = s => s.side_id || s.speaker_id;
const turns = ["counter-attributes", "claims-victimhood"];

for (const t of tally(answered({kind: "kind:attribution"}), c => c.claim.id + " " + by(c.counter), c => c)) {
  const early = (a, b) => (a.counter.when || "~") + a.counter.id < (b.counter.when || "~") + b.counter.id ? -1 : 1;
  const [denial] = t.rows.filter(c => c.relation == "denies").sort(early);
  for (const {claim, counter, relation} of denial ? t.rows.filter(c => turns.includes(c.relation)) : []) {
    g.emit({
      claimed: claim.when, accuser: claim.speaker, claim: claim.words, claim_id: claim.id,
      answerer: counter.side || counter.speaker || "nobody named", denial: denial.counter.words, denial_id: denial.counter.id,
      turn: relation, countered: counter.when, counter: counter.words, counter_id: counter.id,
    });
  }
}
