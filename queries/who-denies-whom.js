// name:   who-denies-whom
// title:  Who denies what was said by whom, how often
// about:  Pairs of speakers of whom the one denies claims of the other, with the number of such denials.
// param:  speaker  iri  -  Only denials of this speaker's claims.
// param:  since    date -  Only denials from then on.
// param:  until    date -  Only denials until then.
// column: denier    text           Who denies.
// column: denier_id iri  optional  The denier's node; missing where nobody is named.
// column: denied    text           Whose claim is denied.
// column: denied_id iri  optional  The claimant's node; missing where nobody is named.
// column: times     number         How many denials.
// column: first     date optional  The earliest.
// column: last      date optional  The latest.
// order:  -times denier denied

const claims = params.speaker ? g.V(iri(params.speaker)).in("<speaker>").in("<claim>") : g.V("<relation:denies>").in("<relation>");
const rows = [];
claims.has("<relation>", "<relation:denies>").tag("contrast").out("<claim>").saveOpt("<speaker>", "denied").back("contrast")
  .out("<counter>").saveOpt("<speaker>", "denier").saveOpt("<said>", "said").save("<document>", "source")
  .forEach(d => rows.push({denier: bare(d.denier), denied: bare(d.denied), said: d.said, source: bare(d.source)}));

const named = names(rows.flatMap(r => [r.denier, r.denied]));
const published = Object.fromEntries(factsOf(rows.map(r => r.source), ["<published>"]).map(f => [f.id, one(f, "published")]));
const dated = rows.map(r => ({...r, when: r.said || published[r.source]})).filter(within(params));

tally(dated, r => r.denier + " " + r.denied, r => r).forEach(t => g.emit({
  denier: named[t.denier] || "nobody named", denier_id: t.denier, denied: named[t.denied] || "nobody named", denied_id: t.denied,
  times: t.rows.length, first: t.first, last: t.last,
}));
