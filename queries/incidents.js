// name:   incidents
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

const said = picked();
const about = {};
for (const f of factsOf(said.map(s => s.id), ["<about>"])) about[f.id] = all(f, "about").filter(a => a.startsWith("incident:"));
const rows = said.flatMap(s => (about[s.id] || []).map(incident => ({...s, incident})));
const unlike = list => [...new Set(list.filter(x => x))].sort();

tally(rows, s => s.incident, s => ({incident: s.incident})).forEach(t => {
  const does = kind => t.rows.filter(s => s.kinds.split(", ").includes(kind));
  const accusing = does("attribution");
  g.emit({
    incident: t.incident, statements: t.rows.length, documents: unlike(t.rows.map(s => s.document)).length,
    attributions: accusing.length, denials: does("denial").length, first: t.first, last: t.last,
    accusers: unlike(accusing.map(s => s.side)).join(", "), accused: unlike(accusing.map(s => s.target_side)).join(", "),
  });
});
