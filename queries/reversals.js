// name:   reversals
// theme:  positions
// title:  Who took back what they had said
// about:  Statements set against an earlier one of the same speaker. None in the seeds: nobody in their articles takes anything back; mixed-positions has who stands on both sides of an issue.
// takes:  statements
// column: speaker      text   optional Who speaks.
// column: before       date   optional When the earlier statement was made or, where that is unknown, published.
// column: words        text            Its words.
// column: after        date   optional When the later one was.
// column: later_words  text            The words of that.
// column: score        number          How sure the reversal is, 0 to 1.
// column: outlet       text   optional Who published the earlier one.
// column: later_outlet text   optional Who published the later one.
// column: id           iri             The earlier statement.
// column: later_id     iri             The later one.
// order:  before id later_id

paired("relation:reverses").show({
  speaker: "claim.speaker", before: "claim.when", words: "claim.words", after: "counter.when", later_words: "counter.words", score: "score",
  outlet: "claim.outlet", later_outlet: "counter.outlet", id: "claim.id", later_id: "counter.id",
});
