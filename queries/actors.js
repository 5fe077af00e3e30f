// name:   actors
// title:  Who appears, under which names, and for whom they act
// about:  The actors with their aliases, on whose behalf they act from when to when, and how many statements they make.
// param:  name  text -  Only actors with this in their name or an alias.
// param:  class text -  person, organisation, country, group or unnamed.
// column: name       text             The name.
// column: class      text             person, organisation, country, group or unnamed.
// column: acts_for   text   optional  On whose behalf, in which role, from when to when.
// column: aliases    text   optional  Other names.
// column: statements number           How many statements the actor makes.
// column: id         iri              The actor.
// order:  name id

const wanted = f => !params.name || [...f.name, ...all(f, "alias")].some(n => n.toLowerCase().includes(params.name.toLowerCase()));
const found = g.V("<class:actor>").in("<type>").facts().filter(wanted).filter(f => !params.class || one(f, "class") == params.class);
const ids = found.map(f => f.id), delegations = nodes(ids).in("<delegate>").facts();
const patrons = names(delegations.map(f => one(f, "responsible")));
const said = {};
nodes(ids).tag("actor").in("<speaker>").forEach(d => (said[bare(d.actor)] = (said[bare(d.actor)] || 0) + 1));

const describe = f => {
  const [role, from, to] = ["role", "from", "to"].map(key => one(f, key));
  const time = from || to ? (from || "") + " to " + (to || "") : "";
  const details = [role, time.trim()].filter(x => x).join(", ");
  return patrons[one(f, "responsible")] + (details ? " (" + details + ")" : "");
};
for (const f of found) {
  g.emit({id: f.id, name: one(f, "name"), class: one(f, "class"), aliases: all(f, "alias").sort().join("; "),
    acts_for: delegations.filter(d => one(d, "delegate") == f.id).map(describe).sort().join("; "), statements: said[f.id] || 0});
}
