// name:   chains
// theme:  claims and answers
// title:  Claim, answer, and answer to the answer
// about:  Every answer that was answered in its turn, with the claim that began it: how far a dispute went, and who had the last word.
// takes:  claims
// column: claimed        date optional When the claim was made or, where that is unknown, published.
// column: claimant       text optional Who made it.
// column: claim          text          Its words.
// column: relation       text          How the answer stands to it.
// column: answerer       text optional Who answers.
// column: answer         text          The words of the answer.
// column: reply_relation text          How the reply stands to the answer.
// column: replier        text optional Who replies to the answer.
// column: reply          text          The words of the reply.
// column: replied        date optional When.
// column: claim_id       iri           The claim.
// column: answer_id      iri           The answer.
// column: reply_id       iri           The reply.
// order:  claimed claim_id answer_id reply_id

const answers = answered();
const replies = new Map();
for (const c of contrastsOf(answers.map(c => c.counter.id), "<claim>").filter(c => answering(c) && sureOfBoth(c))) {
  replies.set(c.claim.id, [...(replies.get(c.claim.id) || []), c]);
}
for (const {claim, counter, relation} of answers.filter(c => replies.has(c.counter.id))) {
  for (const next of replies.get(counter.id)) {
    g.emit({
      claimed: claim.when, claimant: claim.speaker, claim: claim.words, claim_id: claim.id,
      relation, answerer: counter.speaker, answer: counter.words, answer_id: counter.id,
      reply_relation: next.relation, replier: next.counter.speaker, reply: next.counter.words, replied: next.counter.when, reply_id: next.counter.id,
    });
  }
}
