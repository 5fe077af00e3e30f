package queries

import (
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"
)

// A taking is what the header says after takes: that the caller picks statements, or
// claims with what answers them, by parameters that all such queries have. The verbs of
// lib.js apply them, so that scripts need not.
type taking struct {
	name  string   // as the header has it
	verbs []string // of lib.js
	own   []Param
}

var takings = []taking{
	{"statements", []string{"picked", "paired", "sayingsOf"}, nil},
	{"claims", []string{"answered"}, []Param{
		{Name: "answerer", Type: IRI, Text: "Only what this actor answers."},
		{Name: "relation", Type: IRI, Text: "Only answers that stand so to the claim: denies, rebuts, doubts ..."},
	}},
}

// conditions are the parameters by which statements or claims are picked; in their texts
// %s is which. Those that are nodes are called like the predicates that lead to them,
// and those that most likely pick few come first.
var conditions = []Param{
	{Name: "speaker", Type: IRI, Text: "Only %s of this actor."},
	{Name: "document", Type: IRI, Text: "Only %s in this document."},
	{Name: "about", Type: IRI, Text: "Only %s about this incident or concept."},
	{Name: "via", Type: IRI, Text: "Only %s that this actor reports of others."},
	{Name: "outlet", Type: Text, Text: "Only %s published by this outlet."},
	{Name: "target", Type: IRI, Text: "Only %s directed at this actor."},
	{Name: "victim", Type: IRI, Text: "Only %s that tell how this actor suffers."},
	{Name: "side", Type: IRI, Text: "Only %s from this side."},
	{Name: "target_side", Type: IRI, Text: "Only %s directed at this side."},
	{Name: "kind", Type: IRI, Text: "Only %s that do this: attribution, denial, victimhood ..."},
	{Name: "since", Type: Date, Text: "Only %s from then on."},
	{Name: "until", Type: Date, Text: "Only %s until then, inclusive."},
}

// takingOf returns the taking for which is looked, false where there is none.
func takingOf(is func(taking) bool) (taking, bool) {
	i := slices.IndexFunc(takings, is)
	if i < 0 {
		return taking{}, false
	}
	return takings[i], true
}

// readTakes reads "claims" or "claims without relation, kind" and returns what is wrong
// with it.
func (q *Query) readTakes(text string) error {
	what, without, _ := strings.Cut(text, " without ")
	var names []string
	for _, t := range takings {
		names = append(names, t.name)
	}
	if !slices.Contains(names, what) {
		return fmt.Errorf("takes: %q%s", what, suggest(what, names))
	}
	q.Takes = what
	q.without = strings.FieldsFunc(without, func(r rune) bool { return r == ',' || r == ' ' })
	params := q.taken()
	names = nil
	for _, p := range params {
		names = append(names, p.Name)
	}
	for _, name := range q.without {
		if !slices.Contains(names, name) {
			return fmt.Errorf("takes: without %s%s", name, suggest(name, names))
		}
	}
	return nil
}

// taken returns the parameters that come with what the query takes.
func (q *Query) taken() []Param {
	t, ok := takingOf(func(t taking) bool { return t.name == q.Takes })
	if !ok {
		return nil
	}
	var out []Param
	for _, p := range conditions {
		p.Text = fmt.Sprintf(p.Text, t.name)
		out = append(out, p)
	}
	return append(out, t.own...)
}

// take gives the query the parameters that it takes and does not declare itself.
func (q *Query) take() {
	for _, p := range q.taken() {
		if !slices.Contains(q.without, p.Name) {
			q.share(p)
		}
	}
}

func (q *Query) share(p Param) {
	if _, own := q.param(p.Name); !own {
		p.Optional = true
		q.Params = append(q.Params, p)
	}
}

// conditionPredicates are the predicates by which statements are picked.
func conditionPredicates() []string {
	var out []string
	for _, p := range conditions {
		if predicate, ok := p.Predicate(); ok {
			out = append(out, predicate.Name)
		}
	}
	return out
}

// actors are parameters that lead to actors and are not called like a predicate.
var actors = []string{"answerer", "claimant", "other"}

// Predicate returns the predicate that leads to the nodes which the parameter can name,
// false where no one does.
func (p *Param) Predicate() (graph.Predicate, bool) {
	if p.Type != IRI {
		return graph.Predicate{}, false
	}
	if slices.Contains(actors, p.Name) {
		return graph.FindPredicate(graph.PSpeaker)
	}
	return graph.FindPredicate(strings.ReplaceAll(p.Name, "_", "-"))
}
