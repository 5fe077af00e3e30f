package networks

import (
	"cmp"
	"slices"

	"counterclaim/graph"
)

// Build returns the network of all the selection's statements. It is an error to ask a
// kind for what it has not, or to compare more than five million pairs; the error says what
// is allowed, or helps.
func Build(s *graph.Selection, o Options) (Network, error) {
	o, err := o.complete()
	if err != nil {
		return Network{}, err
	}
	return build(s, s.Positions, o)
}

// build returns the network of these positions of the selection.
func build(s *graph.Selection, positions []graph.Position, o Options) (Network, error) {
	n := Network{Kind: o.Kind, By: o.By, Normalised: o.Normalise, Directed: o.Kind == Contrast, LeftOut: map[Why]int{}}
	var signs map[[2]string]signed
	switch {
	case o.Kind == Contrast:
		n.Edges = contrastEdges(s, positions, o.By, n.LeftOut)
	case o.Kind.TwoMode():
		in := tally(positions, o)
		n.Edges, n.LeftOut = twoModeEdges(in, o), in.left
	default:
		in := tally(positions, o)
		pairs, err := pairsOf(in, o)
		if err != nil {
			return n, err
		}
		signs = weigh(in, pairs, o.Normalise)
		n.Edges, n.LeftOut = oneModeEdges(pairs, signs, o.Kind), in.left
	}
	slices.SortFunc(n.Edges, func(a, b Edge) int {
		return cmp.Or(cmp.Compare(a.Source, b.Source), cmp.Compare(a.Target, b.Target), cmp.Compare(a.Tie, b.Tie))
	})
	n.Nodes = nodesOf(s, positions, n.Edges, o)
	n.measure(signs, o.Unmeasured)
	return n, nil
}
