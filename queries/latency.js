// name:   latency
// theme:  claims and answers
// title:  How long until an answer
// about:  For every claim and answer the days between them. Where a day is not known, least and most differ; where only the claim's document has a date, the claim can be any older and most is not known.
// takes:  claims
// column: claimant  text optional  Who made the claim.
// column: claimed   date           When or, where that is unknown, published.
// column: answerer  text optional  Who answers.
// column: answered  date           When or, where that is unknown, published.
// column: relation  text           How the answer stands to the claim.
// column: least     number         The fewest days that can lie between them.
// column: most      number optional The most.
// column: dates     text           said, or published where either date is only that of the document.
// column: claim_id  iri            The claim.
// column: answer_id iri            The answer.
// order:  least most claim_id answer_id

answered().known("claim.when", "counter.when").show({
  relation: "relation", least: "least_days", most: "most_days", claimant: "claim.speaker", claimed: "claim.when", claim_id: "claim.id",
  answerer: "counter.speaker", answered: "counter.when", answer_id: "counter.id", dates: c => (c.claim.said && c.counter.said ? "said" : "published"),
});
