// name:   incidents
// theme:  incidents
// title:  Which incidents the statements are about
// about:  The attacks, reports, indictments and other incidents with the number of statements about each, and who accuses whom of it.
// takes:  statements
// column: incident     iri             The incident, to ask for with the query incident.
// column: statements   number          How many statements are about it.
// column: documents    number          In how many documents.
// column: attributions number          How many of them accuse.
// column: denials      number          How many deny.
// column: accusers     text   optional The sides that accuse.
// column: accused      text   optional The sides that are accused.
// column: first        date   optional The earliest statement.
// column: last         date   optional The latest.
// order:  -statements incident

const found = picked().table({
  when: "when", about: "about", side: "side", target_side: "target_side", kinds: "kinds", document: "document",
}).apart("about").tally("about").filter(t => t.about.startsWith("incident:"));

found.show({
  incident: "about", statements: "length", documents: "document.count", first: "first", last: "last",
  attributions: t => t.doing("attribution").length, denials: t => t.doing("denial").length,
  accusers: t => t.doing("attribution").distinct("side").join(", "), accused: t => t.doing("attribution").distinct("target_side").join(", "),
});
