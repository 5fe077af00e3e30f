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

const nameless = s => !s.speaker_id || s.speaker_class == "unnamed";

const found = picked().read("when", "speaker", "speaker_id", "speaker_class", "kinds", "outlet");
tally(found, s => s.outlet, s => ({outlet: s.outlet})).forEach(({outlet, rows}) => {
  const unnamed = rows.filter(s => s.speaker_class == "unnamed"), nobody = rows.filter(s => !s.speaker_id);
  const accusing = rows.filter(s => does(s, "attribution"));
  g.emit({
    outlet: outlet || "not known", statements: rows.length, named: rows.length - unnamed.length - nobody.length,
    unnamed: unnamed.length, nobody: nobody.length, unnamed_share: percent(unnamed.length + nobody.length, rows.length),
    unnamed_accuse: accusing.filter(nameless).length, accuse_share: percent(accusing.filter(nameless).length, accusing.length),
    unnamed_as: distinct(unnamed.map(s => s.speaker)).join(", "),
  });
});
