// name:   speakers-for
// theme:  sources
// title:  Who speaks for a country
// about:  Those who act for a country, with how often each is quoted.
// column: name       text   Who.
// column: statements number How many statements.
// column: id         iri    The actor.
// order:  -statements name

g.V("<{{.Side}}>").In("<acts-for>").facts(["<name>"]).forEach(a => g.emit({name: a.name[0], statements: countInto([a.id], "<speaker>"), id: a.id}));
