// name:   by-relation
// theme:  claims and answers
// title:  How claims are answered, and by which side
// about:  The answers counted by how they stand to the claim, from which side to which: who denies, who accuses back, who tells of harm.
// takes:  claims
// column: relation    text            How the answers stand to the claims.
// column: claim_side  text            The side that claims, or the speaker where no side is known.
// column: answer_side text            The side that answers, or the speaker where no side is known.
// column: answers     number          How many statements answer so.
// column: claims      number          How many claims they answer.
// column: together    number          How many of the answers stand in the claim's own document, in percent.
// column: score       number          How strong they are in the middle, 0 to 1.
// column: first       date   optional The earliest answer.
// column: last        date   optional The latest.
// order:  -answers relation claim_side answer_side

answered().table({
  relation: "relation", score: "score", when: "counter.when", claim: "claim.id", counter: "counter.id",
  from: "claim.document", to: "counter.document", claim_side: ["claim.side", "claim.speaker"], answer_side: ["counter.side", "counter.speaker"],
}).fill("claim_side", "nobody named").fill("answer_side", "nobody named").tally("relation", "claim_side", "answer_side").show({
  relation: "relation", claim_side: "claim_side", answer_side: "answer_side", first: "first", last: "last",
  answers: "counter.count", claims: "claim.count",
  together: t => percent(t.alike("from", "to").length, t.length), score: t => median(t.values("score")),
});
