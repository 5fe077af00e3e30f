package networks

import (
	"cmp"
	"slices"

	gonum "gonum.org/v1/gonum/graph"
	"gonum.org/v1/gonum/graph/iterator"
	"gonum.org/v1/gonum/graph/simple"
)

// A weighted is a graph for gonum, undirected unless it is one-way, of which the nodes and
// neighbours always come in the same order: gonum's own take that of a map, and Louvain
// then finds now these communities and now those. freeze ends the adding of edges.
type weighted struct {
	nodes   []gonum.Node
	near    [][]gonum.Node // to which each node has an edge, by ID
	weights []map[int64]float64
	total   float64 // of the weights, each edge counted from both ends
}

func newWeighted(nodes int) *weighted {
	g := &weighted{near: make([][]gonum.Node, nodes), weights: make([]map[int64]float64, nodes)}
	for i := range nodes {
		g.nodes = append(g.nodes, simple.Node(i))
		g.weights[i] = map[int64]float64{}
	}
	return g
}

// add adds to the weight of the edge in both directions, and makes it where there is none.
func (g *weighted) add(from, to int64, weight float64) {
	g.addOneWay(from, to, weight)
	g.addOneWay(to, from, weight)
}

func (g *weighted) addOneWay(from, to int64, weight float64) {
	if _, there := g.weights[from][to]; !there {
		g.near[from] = append(g.near[from], simple.Node(to))
	}
	g.weights[from][to] += weight
	g.total += weight
}

func (g *weighted) freeze() *weighted {
	for _, near := range g.near {
		byID(near)
	}
	return g
}

func byID(nodes []gonum.Node) {
	slices.SortFunc(nodes, func(a, b gonum.Node) int { return cmp.Compare(a.ID(), b.ID()) })
}

// Node, Nodes, From, HasEdgeBetween, Edge, EdgeBetween, WeightedEdge, WeightedEdgeBetween
// and Weight are what gonum's graph.WeightedUndirected asks for.

func (g *weighted) Node(id int64) gonum.Node { return g.nodes[id] }

func (g *weighted) Nodes() gonum.Nodes { return iterator.NewOrderedNodes(slices.Clone(g.nodes)) }

func (g *weighted) From(id int64) gonum.Nodes { return iterator.NewOrderedNodes(g.near[id]) }

func (g *weighted) HasEdgeBetween(x, y int64) bool { _, there := g.weights[x][y]; return there }

func (g *weighted) Edge(x, y int64) gonum.Edge { return g.EdgeBetween(x, y) }

func (g *weighted) EdgeBetween(x, y int64) gonum.Edge {
	if e := g.WeightedEdgeBetween(x, y); e != nil {
		return e
	}
	return nil
}

func (g *weighted) WeightedEdge(x, y int64) gonum.WeightedEdge { return g.WeightedEdgeBetween(x, y) }

func (g *weighted) WeightedEdgeBetween(x, y int64) gonum.WeightedEdge {
	w, there := g.weights[x][y]
	if !there {
		return nil
	}
	return simple.WeightedEdge{F: g.nodes[x], T: g.nodes[y], W: w}
}

func (g *weighted) Weight(x, y int64) (float64, bool) { w, there := g.weights[x][y]; return w, there }
