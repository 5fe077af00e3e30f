// name:   direct-or-paraphrased
// theme:  speakers
// title:  Whose own words are printed
// about:  For every side how many statements stand in quotation marks, in part or whole, and how many are paraphrased: who gets to speak in their own words. Hand-coded statements, whose coder wrote the words, count apart.
// takes:  statements
// column: side       text            The side; none for those who speak for nobody known.
// column: side_id    iri    optional Its node.
// column: statements number          How many statements.
// column: direct     number          How many in the speaker's own words.
// column: mixed      number          How many in both.
// column: indirect   number          How many in the reporter's words.
// column: curated    number          How many in a coder's words.
// column: own_words  number optional Direct or mixed, in percent of those that are not a coder's.
// column: hedged     number          How many are hedged.
// column: outlets    number          In how many outlets.
// order:  -statements side

const found = picked().read("when", "side", "side_id", "mode", "certainty", "outlet");
tally(found, s => s.side_id, s => ({side: s.side, side_id: s.side_id})).forEach(({side, side_id, rows}) => {
  const [direct, mixed, indirect, curated] = ["direct", "mixed", "indirect", "curated"].map(mode => rows.filter(s => s.mode == mode).length);
  g.emit({
    side: side || "none", side_id, statements: rows.length, direct, mixed, indirect, curated,
    own_words: percent(direct + mixed, direct + mixed + indirect),
    hedged: rows.filter(s => s.certainty == "hedged").length, outlets: distinct(rows.map(s => s.outlet)).length,
  });
});
