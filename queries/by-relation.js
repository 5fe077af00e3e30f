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

const rows = answered().read({
  relation: "relation", score: "score", when: "counter.when", claim: "claim.id", counter: "counter.id",
  from: "claim.document", to: "counter.document",
  side: "claim.side", speaker: "claim.speaker", other: "counter.side", answerer: "counter.speaker",
}).map(r => Object.assign(r, {claim_side: r.side || r.speaker || "nobody named", answer_side: r.other || r.answerer || "nobody named"}));
tally(rows, r => [r.relation, r.claim_side, r.answer_side].join("|"), r => r).forEach(t => g.emit({
  relation: t.relation, claim_side: t.claim_side, answer_side: t.answer_side, first: t.first, last: t.last,
  answers: distinct(t.rows.map(r => r.counter)).length, claims: distinct(t.rows.map(r => r.claim)).length,
  together: percent(t.rows.filter(r => r.from == r.to).length, t.rows.length), score: median(t.rows.map(r => r.score)),
}));
