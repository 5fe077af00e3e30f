// name:   actors
// theme:  speakers
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
// A walk to all actors looks up each by itself; nodesInto goes through the index.
const found = factsOf(nodesInto(["class:actor"], "<type>"), ["<name>", "<alias>", "<class>"]).filter(wanted).filter(f => !params.class || one(f, "class") == params.class);

const describe = f => {
  const patron = one(f, "responsible"), [role, from, to] = ["role", "from", "to"].map(key => one(f, key));
  const time = from || to ? ((from || "") + " to " + (to || "")).trim() : "";
  const details = [role, time].filter(x => x).join(", ");
  return names([patron])[patron] + (details ? " (" + details + ")" : "");
};
for (const f of found) {
  const delegations = factsOf(nodesInto([f.id], "<delegate>"));
  g.emit({id: f.id, name: one(f, "name"), class: one(f, "class"), aliases: all(f, "alias").join("; "),
    acts_for: delegations.map(describe).sort().join("; "), statements: nodesInto([f.id], "<speaker>").length});
}
