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

const denials = answered({relation: "relation:denies"}).read({
  when: "counter.when", id: "counter.id", words: "counter.words", speaker_id: "counter.speaker_id", denier: "counter.speaker",
  denier_id: "counter.speaker_id", denied: "claim.speaker", denied_id: "claim.speaker_id",
});

tally(denials, d => d.denier_id + " " + d.denied_id, d => d).forEach(t => g.emit({
  denier: t.denier || "nobody named", denier_id: t.denier_id, denied: t.denied || "nobody named", denied_id: t.denied_id,
  times: once(t.rows).length, first: t.first, last: t.last,
}));
