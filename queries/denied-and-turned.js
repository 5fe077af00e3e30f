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

const turns = ["counter-attributes", "claims-victimhood"];
const answers = answered({kind: "kind:attribution"}).table({
  claim: "claim.id", by: ["counter.side_id", "counter.speaker_id"], relation: "relation", when: "counter.when", id: "counter.id",
});

for (const t of answers.tally("claim", "by").filter(t => t.length > 1 && t.among("relation", turns).length)) {
  const denial = t.having({relation: "denies"}).inOrder().id, [claim] = statementsOf([t.claim]);
  for (const turn of denial ? t.among("relation", turns).rows() : []) {
    const [denied, counter] = statementsOf([denial, turn.id]), said = counter || denied;
    g.emit({
      claimed: claim.when, accuser: claim.speaker, claim: claim.words, claim_id: claim.id,
      answerer: said.side || said.speaker || "nobody named", denial: denied.words, denial_id: denied.id,
      turn: turn.relation, countered: said.when, counter: said.words, counter_id: said.id,
    });
  }
}
