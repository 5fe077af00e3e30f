// name:   contrasts
// theme:  claims and answers
// title:  Claims and what was said against them
// about:  Every claim with each statement that answers it: who, in which words, how it stands to the claim, and how sure that is.
// takes:  claims
// column: claimed         date optional  When the claim was made or, where that is unknown, published.
// column: claimant        text optional  Who made it.
// column: claim           text           Its words.
// column: relation        text           How the answer stands to it.
// column: answered        date optional  When it was answered.
// column: answerer        text optional  Who answers.
// column: answer          text           The words of the answer.
// column: basis           text           What the contrast rests on.
// column: score           number         How strong it is, 0 to 1.
// column: claim_outlet    text optional  Who published the claim.
// column: answer_outlet   text optional  Who published the answer.
// column: claim_document  iri            Where the claim stands.
// column: answer_document iri            Where the answer stands.
// column: claim_id        iri            The claim.
// column: answer_id       iri            The answer.
// order:  claimed claim_id -score answer_id

answered().show({
  relation: "relation", basis: "basis", score: "score",
  claimed: "claim.when", claimant: "claim.speaker", claim: "claim.words", claim_id: "claim.id",
  claim_outlet: "claim.outlet", claim_document: "claim.document",
  answered: "counter.when", answerer: "counter.speaker", answer: "counter.words", answer_id: "counter.id",
  answer_outlet: "counter.outlet", answer_document: "counter.document",
});
