package networks

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/community"
)

// Louvain looks at nodes in an order that it draws by lot. The lots are the same in every
// run of the program, and the best of several attempts counts; in large networks, where
// an attempt takes long, of fewer.
const (
	lots         = 1
	mostAttempts = 10
	manyNodes    = 1000
)

// communities returns the communities of the highest modularity that Louvain finds, and
// their modularity.
func (g *weighted) communities() ([][]gonum.Node, float64) {
	if g.total == 0 {
		return nil, 0
	}
	return best(len(g.nodes), func(source rand.Source) ([][]gonum.Node, float64) {
		found := community.Modularize(g, 1, source).Communities()
		return found, community.Q(g, found, 1)
	})
}

// campsOf returns the communities of the signed network, with congruence as one layer and
// conflict, below 0, as another, and their modularity
//
//	Q = (Q+ - Q-) / (2w+ + 2w-)
//
// where w+ is the sum of the weights of congruence and Q+ how much of it lies within
// camps above what lies there by chance, and w- and Q- are the same of conflict.
func campsOf(ids []string, signs map[[2]string]signed) ([][]gonum.Node, float64) {
	at := make(map[string]int64, len(ids))
	for i, id := range ids {
		at[id] = int64(i)
	}
	congruence, conflict := newWeighted(len(ids)), newWeighted(len(ids))
	for ends, w := range signs {
		if w.congruence > 0 {
			congruence.add(at[ends[0]], at[ends[1]], w.congruence)
		}
		if w.conflict > 0 {
			conflict.add(at[ends[0]], at[ends[1]], -w.conflict)
		}
	}
	var layers community.UndirectedLayers // an empty one would divide by its weight
	var weights []float64
	total := 0.0
	if t := congruence.total; t > 0 {
		layers, weights, total = append(layers, congruence.freeze()), append(weights, 1), total+t
	}
	if t := -conflict.total; t > 0 {
		layers, weights, total = append(layers, conflict.freeze()), append(weights, -1), total+t
	}
	if total == 0 {
		return nil, 0
	}
	return best(len(ids), func(source rand.Source) ([][]gonum.Node, float64) {
		found := community.ModularizeMultiplex(layers, weights, nil, false, source).Communities()
		q := 0.0
		for _, layer := range community.QMultiplex(layers, found, weights, nil) {
			q += layer
		}
		return found, q / total
	})
}

// best returns the first of the divisions than which none has a higher modularity.
func best(nodes int, divide func(rand.Source) ([][]gonum.Node, float64)) ([][]gonum.Node, float64) {
	var groups [][]gonum.Node
	highest := math.Inf(-1)
	for i := range uint64(max(1, min(mostAttempts, manyNodes/nodes))) {
		if found, q := divide(rand.NewPCG(lots, i)); rounded(q) > highest {
			groups, highest = found, rounded(q)
		}
	}
	return groups, highest
}

// number numbers the communities from the largest on, of equal ones from that with the
// first node on. A node without an edge is in none. ids are the nodes of the groups.
func (n *Network) number(ids []string, groups [][]gonum.Node) {
	for _, g := range groups {
		byID(g)
	}
	slices.SortFunc(groups, func(a, b []gonum.Node) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0].ID(), b[0].ID()))
	})
	for _, g := range groups {
		number := n.Measures.Communities + 1
		for _, member := range g {
			if node := n.Node(ids[member.ID()]); node != nil && node.Degree > 0 {
				node.Community, n.Measures.Communities = number, number
			}
		}
	}
}
