// name:   cue-words
// theme:  speakers
// title:  Which verbs report which side
// about:  The words that mark statements as said (said, insisted, admitted, according to) counted by side: the verb often judges. Hand-coded statements have none.
// takes:  statements
// column: side       text            The side; none for those who speak for nobody known.
// column: cue        text            The word or words, in small letters.
// column: statements number          How many statements of that side they report.
// column: share      number          Of all of that side that have such words, in percent.
// column: direct     number          How many of them in the speaker's own words.
// column: speakers   number          Of how many speakers.
// column: outlets    text   optional Which outlets use them.
// column: example    iri             One of the statements.
// order:  side -statements cue

const found = picked().table({id: "id", cue: "cue.lower", side: "side", mode: "mode", speaker_id: "speaker_id", outlet: "outlet"})
  .tally("side", "cue").filter(t => /[a-z]/.test(t.cue));
const sizes = new Map();
found.forEach(t => sizes.set(t.side, (sizes.get(t.side) || 0) + t.length));

found.show({
  side: t => t.side || "none", cue: "cue", statements: "length", share: t => percent(t.length, sizes.get(t.side)),
  direct: t => t.having({mode: "direct"}).length, speakers: "speaker_id.count",
  outlets: t => t.distinct("outlet").join(", "), example: t => t.distinct("id")[0],
});
