package networks

import (
	"math"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/network"
)

// Measures are numbers of the network as a whole. Edges of a node to itself count in
// none of them, and parallel edges as one with the sum of their weights.
//
// The betweenness of nodes is that of Freeman (1977), A set of measures of centrality
// based on betweenness, over shortest paths by number of edges, as a share of the pairs
// of other nodes; edges below 0 are no part of a path.
type Measures struct {
	Density     float64 // of the pairs of nodes that could have an edge, the share that has; 0 to 1
	Communities int

	// Modularity is that of Newman (2004), Analysis of weighted networks, of the best
	// communities that Louvain finds (Blondel and others 2008), with directions left out.
	// Where conflict counts, in conflict and subtract networks, it is the polarisation.
	Modularity float64

	// Polarisation is, in a one-mode network, the modularity of the signed network of
	// congruence and conflict (Gómez, Jensen and Arenas 2009, Analysis of community
	// structure in networks of correlated data), of the best camps that Louvain finds. It
	// is 0 where nothing is disputed and 0.5 where all congruence lies within two camps of
	// equal activity, and all conflict between them, in equal amounts. Like DNA's
	// polarisation it weighs congruence within and conflict between camps. 0 for networks
	// of other modes.
	Polarisation float64
}

// measure fills in the measures of the nodes and of the whole, or only those that are
// counted. signs are those of a one-mode network.
func (n *Network) measure(signs map[[2]string]signed, countOnly bool) {
	at := make(map[string]int64, len(n.Nodes))
	for i := range n.Nodes {
		at[n.Nodes[i].ID] = int64(i)
	}
	positive, paths := newWeighted(len(n.Nodes)), newWeighted(len(n.Nodes))
	ties := map[[2]int64]bool{}
	for _, e := range n.Edges {
		from, to := at[e.Source], at[e.Target]
		n.strengthen(from, to, e.Weight)
		if from == to {
			continue
		}
		ties[[2]int64{from, to}] = true
		if e.Weight > 0 {
			positive.add(from, to, e.Weight)
			paths.addOneWay(from, to, 1)
			if !n.Directed {
				paths.addOneWay(to, from, 1)
			}
		}
	}
	n.countTies(ties)
	if countOnly {
		return
	}
	n.between(paths.freeze())
	n.divide(positive.freeze(), signs)
}

// divide sets communities, modularity and polarisation.
func (n *Network) divide(positive *weighted, signs map[[2]string]signed) {
	ids := make([]string, len(n.Nodes))
	for i := range n.Nodes {
		ids[i] = n.Nodes[i].ID
	}
	groups, modularity := positive.communities()
	if n.Kind.OneMode() {
		rows := map[string]bool{} // one that only conflicts is no node of the congruence network
		for ends := range signs {
			rows[ends[0]], rows[ends[1]] = true, true
		}
		camps, polarisation := campsOf(sorted(rows), signs)
		n.Measures.Polarisation = polarisation
		if n.Kind != Congruence {
			ids, groups, modularity = sorted(rows), camps, polarisation
		}
	}
	n.Measures.Modularity = modularity
	n.number(ids, groups)
}

func (n *Network) strengthen(from, to int64, weight float64) {
	n.Nodes[from].OutStrength += weight
	n.Nodes[to].InStrength += weight
	if !n.Directed {
		n.Nodes[from].InStrength += weight
		n.Nodes[to].OutStrength += weight
	}
}

// countTies sets the degrees, each pair of nodes counted once, and the density.
func (n *Network) countTies(ties map[[2]int64]bool) {
	for ends := range ties {
		if ends[0] < ends[1] || !ties[[2]int64{ends[1], ends[0]}] {
			n.Nodes[ends[0]].Degree++
			n.Nodes[ends[1]].Degree++
		}
	}
	speaking := 0
	for i := range n.Nodes {
		if n.Nodes[i].Mode == n.speakers() {
			speaking++
		}
	}
	could := speaking * (speaking - 1)
	switch {
	case n.Kind.TwoMode():
		could = speaking * (len(n.Nodes) - speaking)
	case !n.Directed:
		could /= 2
	}
	if could > 0 {
		n.Measures.Density = float64(len(ties)) / float64(could)
	}
}

// speakers returns the mode from which edges lead.
func (n *Network) speakers() Mode {
	switch n.By {
	case ByOutlet:
		return OutletMode
	case ByConcept:
		return ConceptMode
	}
	return ActorMode
}

// between sets the betweenness. gonum counts each pair of nodes in both directions, also
// where edges have none, and so the number of ordered pairs is what to divide by.
func (n *Network) between(g gonum.Graph) {
	pairs := float64(len(n.Nodes)-1) * float64(len(n.Nodes)-2)
	for id, b := range network.Betweenness(g) {
		n.Nodes[id].Betweenness = rounded(b / pairs)
	}
}

// rounded takes away what depends on the order of adding.
func rounded(x float64) float64 {
	const digits = 1e9
	return math.Round(x*digits) / digits
}
