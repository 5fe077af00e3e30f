package contrast

import (
	"slices"

	"counterclaim/graph"
)

func doubts(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Demand) || !slices.Contains(p.counter.About, "concept:evidence") || !p.claim.Has(graph.Attribution) || !p.swapped() {
		return nil
	}
	if d := p.distance(); d < 1 || d > near {
		return nil
	}
	return append(p.signals(), reason("demand for evidence", kindsWeight, "who asks for evidence does not take the claim as proved"))
}
