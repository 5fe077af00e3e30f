// name:   by-class
// theme:  speakers
// title:  Which sorts of speakers are quoted
// about:  For persons, organisations, countries, groups and unnamed speakers the number of statements, their share of all, and who of them is quoted most. Words that several outlets print alike count once.
// takes:  statements
// column: class        text            person, organisation, country, group, unnamed, or nobody where no speaker is known.
// column: statements   number          How many statements.
// column: share        number          Of all, in percent.
// column: speakers     number          How many speakers.
// column: most         text   optional The three who are quoted most, with how often.
// column: attributions number          How many of the statements accuse.
// column: denials      number          How many deny.
// column: hedged       number          How many are hedged, in percent.
// column: outlets      number          In how many outlets.
// order:  -statements class

const found = picked().table("when", "words", "speaker_id", "speaker", "speaker_class", "kinds", "certainty", "outlet").once();

found.tally("speaker_class").show({
  class: t => t.speaker_class || "nobody", statements: "length", share: t => percent(t.length, found.length),
  speakers: t => t.known("speaker_id").tally("speaker_id").length,
  most: t => t.known("speaker_id").tally("speaker_id").map(({speaker, length}) => ({speaker, length}))
    .sort((a, b) => b.length - a.length || (a.speaker < b.speaker ? -1 : 1)).slice(0, 3).map(s => s.speaker + " " + s.length).join(", "),
  attributions: t => t.doing("attribution").length, denials: t => t.doing("denial").length,
  hedged: t => percent(t.having({certainty: "hedged"}).length, t.length), outlets: "outlet.count",
});
