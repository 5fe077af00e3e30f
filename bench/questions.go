package main

import (
	"fmt"
	"strings"

	"counterclaim/graph/synthetic"
)

// A question is asked of every system in its own language, with the same answer. Its rows
// have the named columns; Ordered ones come in their order, and of Some any so many of all
// will do.
type question struct {
	Name    string   `json:"name"`
	Asks    string   `json:"asks"`
	Columns []string `json:"columns"`
	Ordered bool     `json:"ordered"`
	Some    bool     `json:"some"`
	Ours    string   `json:"ours"`   // a script with the verbs of lib.js
	Gizmo   string   `json:"gizmo"`  // one without, for the cayley command; "" where it is the same
	SPARQL  string   `json:"sparql"` // predicates are of the empty prefix
}

// atMost is how many rows a question has.
const atMost = 100

// questions returns the ten questions of an invented graph. claim is an accusation that was
// denied. The speaker, the countries and the dispute are neither the busiest nor rare.
func questions(claim string) []question {
	fill := strings.NewReplacer("{claim}", claim, "{speaker}", synthetic.Speaker(380), "{busy}", synthetic.Speaker(5), "{country}", synthetic.Country(5),
		"{small}", synthetic.Country(15), "{incident}", synthetic.Incident(30), "{month}", "month:2020-01", "{outlet}", "Outlet 7")
	out := []question{
		{
			Name: "denials of a claim", Asks: "Who denied this accusation, when, in which words?", Columns: []string{"denial", "who", "said", "text"},
			Ours:   `g.V("<{claim}>").In("<denies>").Tag("denial").Save("<speaker>", "who").Save("<said>", "said").Save("<text>", "text").All()`,
			SPARQL: `SELECT ?denial ?who ?said ?text { ?denial :denies <{claim}> ; :speaker ?who ; :said ?said ; :text ?text }`,
		},
		{
			Name: "what a speaker said", Asks: "What did this speaker say, in the order of time?", Columns: []string{"said", "id", "text"}, Ordered: true,
			Ours: `// name:   said
// title:  What a speaker said
// about:  In the order of time.
// takes:  statements
// column: said date optional When.
// column: id iri The statement.
// column: text text The words.
// order:  said id
picked({speaker: "{speaker}"}).show({said: "when", id: "id", text: "words"})`,
			Gizmo: `var rows = g.V("<{speaker}>").In("<speaker>").Save("<said>", "said").Save("<text>", "text").TagArray();
rows.sort(function(a, b) { var x = a.said + a.id, y = b.said + b.id; return x < y ? -1 : x > y ? 1 : 0; });
rows.slice(0, 100).forEach(function(r) { g.Emit(r); });`,
			SPARQL: `SELECT ?said ?id ?text { ?id :speaker <{speaker}> ; :said ?said ; :text ?text } ORDER BY ?said ?id LIMIT 100`,
		},
		{
			Name: "who denies whom", Asks: "Who denies what whom said? Any hundred.", Columns: []string{"denial", "denier", "accuser"}, Some: true,
			Ours:   `g.V("<kind:denial>").In("<kind>").Save("<speaker>", "denier").Tag("denial").Out("<denies>").Save("<speaker>", "accuser").Tag("claim").GetLimit(100)`,
			SPARQL: `SELECT ?denial ?denier ?accuser { ?denial :kind <kind:denial> ; :speaker ?denier ; :denies ?claim . ?claim :speaker ?accuser } LIMIT 100`,
		},
		{
			Name: "an incident", Asks: "Who said what kind of thing about this incident? Any hundred.", Columns: []string{"statement", "who", "kind"}, Some: true,
			Ours:   `g.V("<{incident}>").In("<about>").Tag("statement").Save("<speaker>", "who").Save("<kind>", "kind").GetLimit(100)`,
			SPARQL: `SELECT ?statement ?who ?kind { ?statement :about <{incident}> ; :speaker ?who ; :kind ?kind } LIMIT 100`,
		},
		{
			Name: "kinds", Asks: "How many statements are there of each kind?", Columns: []string{"kind", "n"},
			Ours: `vocabulary.kinds.map(kind => ({kind: "kind:" + kind, n: countInto(["kind:" + kind], "<kind>")})).filter(r => r.n).forEach(r => g.emit(r))`,
			Gizmo: `var kinds = g.V("<class:statement>").In("<type>").Out("<kind>").Unique().ToArray();
kinds.forEach(function(kind) { g.Emit({kind: kind, n: g.V(kind).In("<kind>").Count()}); });`,
			SPARQL: `SELECT ?kind (COUNT(?id) AS ?n) { ?id :kind ?kind } GROUP BY ?kind`,
		},
		{
			Name: "denials of a month", Asks: "Which denials did this side make in this month?", Columns: []string{"denial", "text"},
			Ours:   `picked({kind: "kind:denial", side: "{small}", month: "{month}"}).show({denial: "id", text: "words"})`,
			Gizmo:  `g.V("<{small}>").In("<side>").Tag("denial").Has("<month>", "<{month}>").Has("<kind>", "<kind:denial>").Save("<text>", "text").All()`,
			SPARQL: `SELECT ?denial ?text { ?denial :side <{small}> ; :month <{month}> ; :kind <kind:denial> ; :text ?text }`,
		},
		{
			Name: "an outlet's documents", Asks: "What did this outlet publish in these days?", Columns: []string{"document", "title"},
			Ours:   `g.V(str("2020-01-13"), str("2020-01-14"), str("2020-01-15")).In("<published>").Tag("document").Has("<publisher>", str("{outlet}")).Save("<title>", "title").All()`,
			Gizmo:  `g.V("2020-01-13", "2020-01-14", "2020-01-15").In("<published>").Tag("document").Has("<publisher>", "{outlet}").Save("<title>", "title").All()`,
			SPARQL: `SELECT ?document ?title { VALUES ?day { "2020-01-13" "2020-01-14" "2020-01-15" } ?document :published ?day ; :publisher "{outlet}" ; :title ?title }`,
		},
		{
			Name: "unanswered", Asks: "Which accusations against this country of this month did nobody answer?", Columns: []string{"claim", "text"},
			Ours: `const made = picked({kind: "kind:attribution", target_side: "{small}", month: "{month}"});
made.notAmong("id", made.answers().table({claim: "claim.id"}), "claim").show({claim: "id", text: "words"})`,
			Gizmo:  `g.V("<{small}>").In("<target-side>").Tag("claim").Has("<month>", "<{month}>").Has("<kind>", "<kind:attribution>").Except(g.V("<class:contrast>").In("<type>").Out("<claim>")).Save("<text>", "text").All()`,
			SPARQL: `SELECT ?claim ?text { ?claim :target-side <{small}> ; :month <{month}> ; :kind <kind:attribution> ; :text ?text FILTER NOT EXISTS { ?c :claim ?claim } }`,
		},
		{
			Name: "who speaks for a country", Asks: "Who speaks for this country, and how often?", Columns: []string{"who", "n"}, Ordered: true,
			Ours: `nodesInto(["{country}"], "<acts-for>").map(who => ({who, n: countInto([who], "<speaker>")})).filter(r => r.n).sort((a, b) => b.n - a.n || (a.who < b.who ? -1 : 1)).slice(0, 100).forEach(r => g.emit(r))`,
			Gizmo: `var rows = g.V("<{country}>").In("<acts-for>").ToArray().map(function(who) { return {who: who, n: g.V(who).In("<speaker>").Count()}; });
rows = rows.filter(function(r) { return r.n > 0; }).sort(function(a, b) { return b.n - a.n || (a.who < b.who ? -1 : 1); });
rows.slice(0, 100).forEach(function(r) { g.Emit(r); });`,
			SPARQL: `SELECT ?who (COUNT(?id) AS ?n) { ?who :acts-for <{country}> . ?id :speaker ?who } GROUP BY ?who ORDER BY DESC(?n) ?who LIMIT 100`,
		},
		{
			Name: "why", Asks: "Why do we think that these denials answer a claim? Any hundred reasons.", Columns: []string{"contrast", "claim", "because"}, Some: true,
			Ours:   `g.V("<{busy}>").In("<speaker>").In("<counter>").Save("<claim>", "claim").Tag("contrast").Out("<because>").Tag("because").GetLimit(100)`,
			SPARQL: `SELECT ?contrast ?claim ?because { ?said :speaker <{busy}> . ?contrast :counter ?said ; :claim ?claim ; :because ?because } LIMIT 100`,
		},
	}
	for i := range out {
		q := &out[i]
		if q.Gizmo == "" {
			q.Gizmo = q.Ours
		}
		q.Ours, q.Gizmo, q.SPARQL = fill.Replace(q.Ours), fill.Replace(q.Gizmo), fill.Replace(q.SPARQL)
	}
	return out
}

func (q question) String() string { return fmt.Sprintf("%s: %s", q.Name, q.Asks) }
