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

const found = picked().table({
  id: "id", when: "when", about: "about", by: ["side", "speaker"], at: ["target", "target_side"], victim: "victim", kinds: "kinds", outlet: "outlet",
}).fill("by", "nobody named").apart("about").tally("about").filter(t => t.about.startsWith("incident:"));
// Of each side's words those that tell of the act, and then the earliest.
const best = t => (t.doing("attribution", "denial").length ? t.doing("attribution", "denial") : t).inOrder().id;

found.map(t => t.tally("by")).filter(sides => sides.length > 1).flatMap(sides => sides).show({
  incident: t => t.about.replace("incident:", "").replace(/-/g, " "), about: "about", side: "by", statements: "length",
  blames: t => t.doing("attribution").distinct("at").join(", "), victims: t => t.distinct("victim").join(", "), denials: t => t.doing("denial").length,
  words: t => statementsOf([best(t)])[0].words, outlets: t => t.distinct("outlet").join(", "), first: "first", last: "last",
});
