// name:   named-or-unnamed
// theme:  speakers
// title:  How many sources each outlet leaves unnamed
// about:  For every outlet the statements of named speakers, of unnamed ones ("a senior official") and of nobody at all, and how many of the unnamed accuse.
// takes:  statements
// column: outlet         text            The outlet.
// column: statements     number          How many statements it reports.
// column: named          number          How many of named persons, organisations, countries and groups.
// column: unnamed        number          How many of speakers without a name.
// column: nobody         number          How many for which no speaker is known.
// column: unnamed_share  number          Of unnamed speakers and nobody, in percent.
// column: unnamed_accuse number          How many accusations have no name behind them.
// column: accuse_share   number optional Of all accusations, in percent.
// column: unnamed_as     text   optional How it calls the unnamed.
// order:  -unnamed_share outlet

const found = picked().table("speaker", "speaker_id", "speaker_class", "kinds", "outlet");
const unnamed = t => t.having({speaker_class: "unnamed"}), nobody = t => t.having({speaker_id: null});
const nameless = t => unnamed(t).length + nobody(t).length;

found.tally("outlet").show({
  outlet: t => t.outlet || "not known", statements: "length", named: t => t.length - nameless(t),
  unnamed: t => unnamed(t).length, nobody: t => nobody(t).length, unnamed_share: t => percent(nameless(t), t.length),
  unnamed_accuse: t => nameless(t.doing("attribution")), accuse_share: t => percent(nameless(t.doing("attribution")), t.doing("attribution").length),
  unnamed_as: t => unnamed(t).distinct("speaker").join(", "),
});
