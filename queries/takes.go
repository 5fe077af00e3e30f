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
	{"statements", []string{"picked", "paired"}, nil},
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

// take gives the query the parameters that it does not declare itself.
func (q *Query) take(what string) {
	t, ok := takingOf(func(t taking) bool { return t.name == what })
	if !ok {
		return
	}
	for _, p := range conditions {
		p.Text = fmt.Sprintf(p.Text, t.name)
		q.share(p)
	}
	for _, p := range t.own {
		q.share(p)
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
