package networks

import "counterclaim/graph"

// contrastEdges returns an edge for each relation by which statements of one unit answer
// those of another; its weight is how many contrasts there are. A contrast is of the time
// at which the answer was given: the answer is among the positions, and the claim may be
// any statement of the selection. What echoes or renders another statement answers none.
func contrastEdges(s *graph.Selection, positions []graph.Position, by Unit, left map[Why]int) []Edge {
	all, answers := map[string]*graph.Position{}, map[string]bool{}
	for i := range s.Positions {
		all[s.Positions[i].Statement.ID] = &s.Positions[i]
	}
	for i := range positions {
		answers[positions[i].Statement.ID] = true
	}
	type key struct {
		source, target string
		relation       graph.Relation
	}
	found := map[key]*count{}
	for _, c := range s.Contrasts {
		counter, claim := all[c.Counter], all[c.Claim]
		if c.Relation.Equal() || counter == nil || claim == nil || !answers[c.Counter] {
			continue
		}
		k := key{unitOf(counter, by), unitOf(claim, by), c.Relation}
		if k.source == "" || k.target == "" {
			left[Unnamed]++
			continue
		}
		if found[k] == nil {
			found[k] = &count{}
		}
		found[k].add(true, counter.When())
	}
	var edges []Edge
	for k, c := range found {
		edges = append(edges, Edge{
			Source: k.source, Target: k.target, Tie: Tie(k.relation), Weight: float64(c.positive),
			Positive: c.positive, First: c.first, Last: c.last,
		})
	}
	return edges
}
