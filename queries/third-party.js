// name:   third-party
// theme:  claims and answers
// title:  Claims that only third parties answered
// about:  Claims directed at somebody, such as accusations (kind=attribution), with answers of which none comes from them or their side: who speaks up where they do not.
// takes:  claims without answerer, relation
// column: claimed   date optional When the claim was made or, where that is unknown, published.
// column: claimant  text optional Who made it.
// column: target    text          Whom it is directed at.
// column: claim     text          Its words.
// column: relation  text          How the answer stands to it.
// column: answerer  text optional Who answers.
// column: answer    text          The words of the answer.
// column: outlet    text optional Who published the answer.
// column: claim_id  iri           The claim.
// column: answer_id iri           The answer.
// order:  claimed claim_id answer_id

const answers = answered().known(["claim.target_id", "claim.target_side_id"]);
const own = answers.table({claim: "claim.id", own: "by_target"}).having({own: true});

answers.notAmong("claim.id", own, "claim").show({
  claimed: "claim.when", claimant: "claim.speaker", target: ["claim.target", "claim.target_side"], claim: "claim.words",
  relation: "relation", answerer: "counter.speaker", answer: "counter.words", outlet: "counter.outlet", claim_id: "claim.id", answer_id: "counter.id",
});
