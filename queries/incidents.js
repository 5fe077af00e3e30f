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

const rows = picked().read("when", "about", "side", "target_side", "kinds", "document")
  .flatMap(s => s.about.split(", ").filter(a => a.startsWith("incident:")).map(incident => ({s, incident, when: s.when})));

tally(rows, r => r.incident, r => ({incident: r.incident})).forEach(({incident, rows, first, last}) => {
  const accusing = rows.filter(r => does(r.s, "attribution"));
  g.emit({
    incident, statements: rows.length, documents: distinct(rows.map(r => r.s.document)).length, first, last,
    attributions: accusing.length, denials: rows.filter(r => does(r.s, "denial")).length,
    accusers: distinct(accusing.map(r => r.s.side)).join(", "), accused: distinct(accusing.map(r => r.s.target_side)).join(", "),
  });
});
