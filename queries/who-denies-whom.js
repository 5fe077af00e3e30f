// name:   who-denies-whom
// theme:  claims and answers
// title:  Who denies what was said by whom, how often
// about:  Pairs of speakers of whom the one denies claims of the other, with the number of such denials. One that answers several claims, or that several outlets print alike, counts once.
// takes:  claims
// column: denier    text           Who denies.
// column: denier_id iri  optional  The denier's node; missing where nobody is named.
// column: denied    text           Whose claim is denied.
// column: denied_id iri  optional  The claimant's node; missing where nobody is named.
// column: times     number         How many denials.
// column: first     date optional  The earliest.
// column: last      date optional  The latest.
// order:  -times denier denied

const denials = answered({relation: "relation:denies"}).table({
  when: "counter.when", id: "counter.id", words: "counter.words", speaker_id: "counter.speaker_id", denier: "counter.speaker",
  denied: "claim.speaker", denied_id: "claim.speaker_id",
});
denials.tally("speaker_id", "denied_id").show({
  denier: t => t.denier || "nobody named", denier_id: "speaker_id", denied: t => t.denied || "nobody named", denied_id: "denied_id",
  times: "once", first: "first", last: "last",
});
