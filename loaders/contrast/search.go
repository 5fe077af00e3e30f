package contrast

import (
	"slices"

	"counterclaim/graph"
)

// A search is where statements of other documents are looked for: in a group,
// so many days before and after.
type search struct {
	group
	before, after int
}

// claimSearches lists where claims of other documents are that e can answer or
// repeat.
func claimSearches(e *entry) []search {
	var out searches
	out.add("", graph.PSpeaker, e.Speaker.Actor, 1, 1)
	if e.any(graph.Denial, graph.Victimhood, graph.Attribution) {
		out.add(graph.Attribution, graph.PTargetSide, e.Side, window, 0)
	}
	if e.Has(graph.Attribution) && e.TargetSide != e.Side {
		out.add(graph.Attribution, graph.PTargetSide, e.TargetSide, window, window)
	}
	for i, m := range e.Mentions {
		if !slices.Contains(e.Mentions[:i], m) {
			out.add(graph.Attribution, graph.PSpeaker, m, window, 0)
		}
	}
	for _, t := range turns {
		if e.Has(t.to) {
			out.add(t.from, graph.PSpeaker, e.Speaker.Actor, reversalWindow, 0)
		}
	}
	return out
}

// counterSearches lists where statements of other documents are that can answer
// or repeat e: whatever claimSearches finds e with is there.
func counterSearches(e *entry) []search {
	var out searches
	out.add("", graph.PSpeaker, e.Speaker.Actor, 1, 1)
	for _, t := range turns {
		if e.Has(t.from) {
			out.add(t.to, graph.PSpeaker, e.Speaker.Actor, 0, reversalWindow)
		}
	}
	if !e.Has(graph.Attribution) {
		return out
	}
	for _, k := range []graph.Kind{graph.Denial, graph.Victimhood, graph.Attribution} {
		out.add(k, graph.PSide, e.TargetSide, 0, window)
	}
	out.add(graph.Attribution, graph.PTargetSide, e.TargetSide, window, window)
	out.add("", graph.PMentions, e.Speaker.Actor, 0, window)
	return out
}

type searches []search

func (s *searches) add(kind graph.Kind, predicate, node string, before, after int) {
	if node != "" {
		*s = append(*s, search{group{kind, graph.Edge{Predicate: predicate, Node: node}}, before, after})
	}
}

// blocks returns the months of the search around e.
func (s search) blocks(e *entry) []block {
	first, last := e.date().Days()
	var out []block
	for _, m := range monthsBetween(first.AddDate(0, 0, -s.before), last.AddDate(0, 0, s.after)) {
		out = append(out, block{m, s.group})
	}
	return out
}
