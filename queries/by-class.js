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

const found = once(picked().read("id", "when", "words", "speaker_id", "speaker", "speaker_class", "kinds", "certainty", "outlet"));
tally(found, s => s.speaker_class, s => ({sort: s.speaker_class})).forEach(({sort, rows}) => {
  const speakers = tally(rows, s => s.speaker_id, s => ({id: s.speaker_id, name: s.speaker})).filter(t => t.id);
  speakers.sort((a, b) => b.rows.length - a.rows.length || (a.name < b.name ? -1 : 1));
  g.emit({
    class: sort || "nobody", statements: rows.length, share: percent(rows.length, found.length), speakers: speakers.length,
    most: speakers.slice(0, 3).map(t => t.name + " " + t.rows.length).join(", "),
    attributions: rows.filter(s => does(s, "attribution")).length, denials: rows.filter(s => does(s, "denial")).length,
    hedged: percent(rows.filter(s => s.certainty == "hedged").length, rows.length), outlets: distinct(rows.map(s => s.outlet)).length,
  });
});
