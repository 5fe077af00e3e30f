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

const found = picked().read("id", "when", "cue", "side", "mode", "speaker_id", "outlet")
  .map(s => Object.assign(s, {cue: s.cue.toLowerCase()})).filter(s => /[a-z]/.test(s.cue));
const sizes = new Map(tally(found, r => r.side, r => r).map(t => [t.side, t.rows.length]));

tally(found, r => r.side + "|" + r.cue, r => r).forEach(({side, cue, rows}) => g.emit({
  side: side || "none", cue, statements: rows.length, share: percent(rows.length, sizes.get(side)),
  direct: rows.filter(r => r.mode == "direct").length, speakers: distinct(rows.map(r => r.speaker_id)).length,
  outlets: distinct(rows.map(r => r.outlet)).join(", "), example: rows.map(r => r.id).sort()[0],
}));
