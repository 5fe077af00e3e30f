// name:   parallel-accounts
// theme:  incidents
// title:  One incident as each side tells it
// about:  Every incident that several sides speak about, with a row for each side: whom it blames, whom it sees suffer, and what it denies.
// takes:  statements without speaker, side
// column: incident   text            The incident.
// column: side       text            The side, or the speaker where no side is known.
// column: statements number          How many statements it makes about it.
// column: blames     text   optional Whom it accuses.
// column: victims    text   optional Whom it sees suffer.
// column: denials    number          How many of its statements deny.
// column: words      text            What it says, in its earliest accusation or denial or else its first words.
// column: outlets    text   optional Who published it.
// column: first      date   optional The earliest statement.
// column: last       date   optional The latest.
// column: about      iri             The incident's node, to ask for with the query incident.
// order:  incident -statements side

const by = s => s.side || s.speaker || "nobody named";
const rows = picked().read("id", "when", "about", "side", "speaker", "target", "target_side", "victim", "kinds", "outlet")
  .flatMap(s => s.about.split(", ").filter(a => a.startsWith("incident:")).map(about => ({s, about, when: s.when, by: by(s), telling: does(s, "attribution", "denial")})));

for (const incident of tally(rows, r => r.about, r => r)) {
  const sides = tally(incident.rows, r => r.by, r => r);
  for (const {by, rows, first, last} of sides.length > 1 ? sides : []) {
    const place = r => (r.telling ? 0 : 1) + (r.when || "~") + r.s.id;
    const best = rows.reduce((a, b) => (place(b) < place(a) ? b : a));
    g.emit({
      incident: incident.about.replace("incident:", "").replace(/-/g, " "), about: incident.about, side: by, statements: rows.length,
      blames: distinct(rows.filter(r => does(r.s, "attribution")).map(r => r.s.target || r.s.target_side)).join(", "),
      victims: distinct(rows.map(r => r.s.victim)).join(", "), denials: rows.filter(r => does(r.s, "denial")).length,
      words: statementsOf([best.s.id])[0].words, outlets: distinct(rows.map(r => r.s.outlet)).join(", "), first, last,
    });
  }
}
