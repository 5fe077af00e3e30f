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

// headed returns the beginning of a script's header with such columns.
func headed(columns ...string) string {
	out := "// name:   said\n// title:  A question\n// about:  Of the ten.\n"
	for _, c := range columns {
		out += "// column: " + c + "\n"
	}
	return out
}

// atMost is how many rows a question has.
const atMost = 100

// questions returns the ten questions of an invented graph. claim is an accusation that was
// denied. The incident is the one that never ends, and speaker and country are among the busiest: it
// is these that people ask about.
func questions(claim string) []question {
	fill := strings.NewReplacer("{claim}", claim, "{busy}", synthetic.Speaker(5), "{country}", synthetic.Country(1), "{incident}", synthetic.Incident(0), "{month}", "month:2020-01")
	out := []question{
		{
			Name: "denials of a claim", Asks: "Who denied this accusation, when, in which words?", Columns: []string{"denial", "who", "said", "text"},
			Ours:   `g.V("<{claim}>").In("<denies>").Tag("denial").Save("<speaker>", "who").Save("<said>", "said").Save("<text>", "text").All()`,
			SPARQL: `SELECT ?denial ?who ?said ?text { ?denial :denies <{claim}> ; :speaker ?who ; :said ?said ; :text ?text }`,
		},
		{
			Name: "what a speaker said", Asks: "What did this speaker say, in the order of time?", Columns: []string{"said", "id", "text"}, Ordered: true,
			Ours: headed("said date optional When.", "id iri The statement.", "text text The words.") + `// order:  said id
statementsWith([["{busy}", "<speaker>"]], "", "", 0).show({said: "said", id: "id", text: "words"})`,
			Gizmo: `var rows = g.V("<{busy}>").In("<speaker>").Save("<said>", "said").Save("<text>", "text").TagArray();
rows.sort(function(a, b) { var x = a.said + a.id, y = b.said + b.id; return x < y ? -1 : x > y ? 1 : 0; });
rows.slice(0, 100).forEach(function(r) { g.Emit(r); });`,
			SPARQL: `SELECT ?said ?id ?text { ?id :speaker <{busy}> ; :said ?said ; :text ?text } ORDER BY ?said ?id LIMIT 100`,
		},
		{
			Name: "who denies whom", Asks: "Who denies what whom said? Any hundred.", Columns: []string{"denial", "denier", "accuser"}, Some: true,
			Ours:   `g.V("<kind:denial>").In("<kind>").Save("<speaker>", "denier").Tag("denial").Out("<denies>").Save("<speaker>", "accuser").Tag("claim").GetLimit(100)`,
			SPARQL: `SELECT ?denial ?denier ?accuser { ?denial :kind <kind:denial> ; :speaker ?denier ; :denies ?claim . ?claim :speaker ?accuser } LIMIT 100`,
		},
		{
			Name: "an incident", Asks: "What was said about this incident first?", Columns: []string{"said", "id", "text"}, Ordered: true,
			Ours: headed("said date optional When.", "id iri The statement.", "text text The words.") + `// order:  said id
statementsWith([["{incident}", "<about>"]], "", "", 0).show({said: "said", id: "id", text: "words"})`,
			Gizmo: `var rows = g.V("<{incident}>").In("<about>").Save("<said>", "said").Save("<text>", "text").TagArray();
rows.sort(function(a, b) { var x = a.said + a.id, y = b.said + b.id; return x < y ? -1 : x > y ? 1 : 0; });
rows.slice(0, 100).forEach(function(r) { g.Emit(r); });`,
			SPARQL: `SELECT ?said ?id ?text { ?id :about <{incident}> ; :said ?said ; :text ?text } ORDER BY ?said ?id LIMIT 100`,
		},
		{
			Name: "kinds", Asks: "How many statements are there of each kind?", Columns: []string{"kind", "n"},
			Ours: `vocabulary.kinds.map(kind => ({kind: "kind:" + kind, n: countInto(["kind:" + kind], "<kind>")})).filter(r => r.n).forEach(r => g.emit(r))`,
			Gizmo: `var kinds = g.V("<class:statement>").In("<type>").Out("<kind>").Unique().ToArray();
kinds.forEach(function(kind) { g.Emit({kind: kind, n: g.V(kind).In("<kind>").Count()}); });`,
			SPARQL: `SELECT ?kind (COUNT(?id) AS ?n) { ?id :kind ?kind } GROUP BY ?kind`,
		},
		{
			Name: "denials of a month", Asks: "Which denials did this side make in this month?", Columns: []string{"denial", "text"}, Ordered: true,
			Ours: headed("denial iri The denial.", "text text The words.") + `// order:  denial
statementsWith([["{country}", "<side>"], ["kind:denial", "<kind>"], ["{month}", "<month>"]], "", "", 0).show({denial: "id", text: "words"})`,
			Gizmo: `var rows = g.V("<{country}>").In("<side>").Tag("denial").Has("<month>", "<{month}>").Has("<kind>", "<kind:denial>").Save("<text>", "text").TagArray();
rows.sort(function(a, b) { return a.denial < b.denial ? -1 : 1; }).slice(0, 100).forEach(function(r) { g.Emit(r); });`,
			SPARQL: `SELECT ?denial ?text { ?denial :side <{country}> ; :month <{month}> ; :kind <kind:denial> ; :text ?text } ORDER BY ?denial LIMIT 100`,
		},
		{
			Name: "months", Asks: "How many statements are there of each month?", Columns: []string{"month", "n"}, Some: true,
			Ours: `for (let y = 2020; y < 2035; y++) for (let m = 1; m <= 12; m++) {
  const month = "month:" + y + "-" + String(m).padStart(2, "0"), n = countInto([month], "<month>");
  if (n) g.emit({month, n});
}`,
			Gizmo: `var months = g.V("<class:statement>").In("<type>").Out("<month>").Unique().ToArray();
months.forEach(function(month) { g.Emit({month: month, n: g.V(month).In("<month>").Count()}); });`,
			SPARQL: `SELECT ?month (COUNT(?id) AS ?n) { ?id :month ?month } GROUP BY ?month LIMIT 100`,
		},
		{
			Name: "unanswered", Asks: "Which accusations against this country of this month did nobody answer?", Columns: []string{"claim", "text"}, Ordered: true,
			Ours: headed("claim iri The accusation.", "text text The words.") + `// order:  claim
const made = statementsWith([["{country}", "<target-side>"], ["kind:attribution", "<kind>"], ["{month}", "<month>"]], "", "", 0);
made.notAmong("id", made.answers().table({claim: "claim.id"}), "claim").show({claim: "id", text: "words"})`,
			Gizmo: `var rows = g.V("<{country}>").In("<target-side>").Tag("claim").Has("<month>", "<{month}>").Has("<kind>", "<kind:attribution>").Except(g.V("<class:contrast>").In("<type>").Out("<claim>")).Save("<text>", "text").TagArray();
rows.sort(function(a, b) { return a.claim < b.claim ? -1 : 1; }).slice(0, 100).forEach(function(r) { g.Emit(r); });`,
			SPARQL: `SELECT ?claim ?text { ?claim :target-side <{country}> ; :month <{month}> ; :kind <kind:attribution> ; :text ?text FILTER NOT EXISTS { ?c :claim ?claim } } ORDER BY ?claim LIMIT 100`,
		},
		{
			Name: "who speaks for a country", Asks: "Who speaks for this country, and how often?", Columns: []string{"who", "n"}, Ordered: true,
			Ours: headed("who iri The speaker.", "n number How many statements.") + `// order:  -n who
nodesInto(["{country}"], "<acts-for>").map(who => ({who, n: countInto([who], "<speaker>")})).filter(r => r.n).forEach(r => g.emit(r))`,
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
