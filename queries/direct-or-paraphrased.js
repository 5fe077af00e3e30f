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

const found = picked().table("side", "side_id", "mode", "certainty", "outlet");
const by = (t, ...modes) => modes.reduce((n, mode) => n + t.having({mode}).length, 0);

found.tally("side_id").show({
  side: t => t.side || "none", side_id: "side_id", statements: "length",
  direct: t => by(t, "direct"), mixed: t => by(t, "mixed"), indirect: t => by(t, "indirect"), curated: t => by(t, "curated"),
  own_words: t => percent(by(t, "direct", "mixed"), by(t, "direct", "mixed", "indirect")),
  hedged: t => t.having({certainty: "hedged"}).length, outlets: "outlet.count",
});
