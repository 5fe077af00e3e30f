package plots

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/networks"
)

// network draws one of the networks of discourse network analysis: who is tied to whom,
// near each other where the ties are many and strong.
func network(s *graph.Selection, o Options) (Picture, error) {
	n, err := networks.Build(s, networks.Options{Kind: cmp.Or(o.Network, networks.Contrast), By: networks.Unit(o.By)})
	if err != nil {
		return Picture{}, err
	}
	w := newWeb(&n, o.Top)
	if len(n.Edges) == 0 {
		return Picture{}, errors.New("no ties to draw: none of the statements picked makes one in the network " + string(n.Kind))
	}
	if len(w.edges) == 0 {
		return Picture{}, fmt.Errorf("no ties to draw among the first %d nodes; allow more", o.Top)
	}
	p := newPage(networkTitles[n.Kind] + ", by " + string(o.By))
	p.legend("Ties", w.tieSamples())
	p.legend("Nodes", w.nodeSamples())
	w.layOut(p)
	for i := range w.edges {
		w.edge(p, i)
	}
	for _, node := range w.nodes {
		w.node(p, node)
	}
	w.names(p)
	p.y = w.area.bottom + 8
	return p.finish(s, w.notes()...), nil
}

var networkTitles = map[networks.Kind]string{
	networks.ActorConcept: "Who takes a position on what", networks.ActorKind: "Who makes statements of which kind",
	networks.Congruence: "Who takes the same positions as whom", networks.Conflict: "Who takes positions opposite to whose",
	networks.Subtract: "Who agrees more than disagrees with whom", networks.Contrast: "Who answers whom",
}

// A web is a network as it is drawn: with the nodes that have the strongest ties, and
// the strongest edges between these.
type web struct {
	*networks.Network
	nodes    []networks.Node
	edges    []networks.Edge
	place    map[string]int
	ties     int // how many edges there are between these nodes
	heaviest float64
	most     int // statements of a node
	at       []point
	radius   []float64
	area     box
	nameless int // nodes whose names have no room
}

const (
	mostEdges     = 160
	leastNode     = 6.0
	mostNode      = 17.0
	nodeNameWidth = 150
)

func newWeb(n *networks.Network, top int) *web {
	w := &web{Network: n, place: map[string]int{}}
	for _, node := range n.Nodes {
		if node.Degree > 0 || node.InStrength+node.OutStrength != 0 {
			w.nodes = append(w.nodes, node)
		}
	}
	slices.SortStableFunc(w.nodes, func(a, b networks.Node) int {
		return cmp.Or(cmp.Compare(b.Degree, a.Degree), cmp.Compare(b.Statements, a.Statements), cmp.Compare(a.ID, b.ID))
	})
	w.nodes = w.nodes[:min(top, len(w.nodes))]
	for i, node := range w.nodes {
		w.place[node.ID] = i
		w.most = max(w.most, node.Statements)
	}
	for _, e := range n.Edges {
		_, source := w.place[e.Source]
		_, target := w.place[e.Target]
		if source && target && e.Weight != 0 {
			w.edges = append(w.edges, e)
			w.heaviest = max(w.heaviest, size(e.Weight))
		}
	}
	w.ties = len(w.edges)
	slices.SortStableFunc(w.edges, func(a, b networks.Edge) int { return cmp.Compare(size(b.Weight), size(a.Weight)) })
	w.edges = w.edges[:min(mostEdges, len(w.edges))]
	w.dropLoose()
	return w
}

// dropLoose takes out the nodes that are left without an edge.
func (w *web) dropLoose() {
	tied := map[string]bool{}
	for _, e := range w.edges {
		tied[e.Source], tied[e.Target] = true, true
	}
	w.nodes = slices.DeleteFunc(w.nodes, func(n networks.Node) bool { return !tied[n.ID] })
	for i, n := range w.nodes {
		w.place[n.ID] = i
	}
}

func size(weight float64) float64 { return max(weight, -weight) }

// layOut gives every node its place.
func (w *web) layOut(p *page) {
	n := float64(len(w.nodes))
	height := min(700, 240+14*n)
	w.area = box{margin, p.y + 8, pageWidth - margin, p.y + 8 + height}
	pairs := make([][2]int, len(w.edges))
	for i, e := range w.edges {
		pairs[i] = [2]int{w.place[e.Source], w.place[e.Target]}
	}
	w.at = force(len(w.nodes), pairs)
	const edge = 40
	inside := box{w.area.left + 2*edge, w.area.top + edge, w.area.right - 2*edge, w.area.bottom - edge}
	stretch(w.at, inside)
	room := make([]float64, len(w.nodes))
	for i, node := range w.nodes {
		w.radius = append(w.radius, leastNode+(mostNode-leastNode)*math.Sqrt(float64(node.Statements)/float64(max(1, w.most))))
		room[i] = w.radius[i] + 14
	}
	spreadOut(w.at, room, inside)
}

// shapes of nodes by the class of an actor or, of others, by their mode.
var nodeShapes = map[string]func(x, y, r float64) Path{
	string(graph.Person): circle, string(graph.Organisation): square, string(graph.Country): hexagon, string(graph.Group): diamond,
	string(graph.Unnamed): triangle, string(networks.ConceptMode): tag, string(networks.KindMode): tag,
}

func hexagon(x, y, r float64) Path {
	return polygon(x-r, y, x-r/2, y-r*.87, x+r/2, y-r*.87, x+r, y, x+r/2, y+r*.87, x-r/2, y+r*.87)
}

func tag(x, y, r float64) Path { return rectangle(x-r, y-r*.5, r*2, r) }

// sort returns what a node's shape says of it.
func sort(n networks.Node) string {
	if n.Mode != networks.ActorMode {
		return string(n.Mode)
	}
	return cmp.Or(string(n.Class), string(graph.Person))
}

// node draws a node with the number of its community.
func (w *web) node(p *page, n networks.Node) {
	i := w.place[n.ID]
	at, r := w.at[i], w.radius[i]
	says := fmt.Sprintf("%s\n%s, ties to %s", n.Label, plural(n.Statements, "statement"), plural(n.Degree, "node"))
	p.add(Mark{Path: nodeShapes[sort(n)](at.x, at.y, r), Fill: Fill{Colour: communityColour(n.Community)}, Line: Line{black, 1, nil}, Says: says})
	if w.Measures.Communities > 1 && n.Community > 0 {
		low := 3.5
		if n.Class == graph.Unnamed { // a triangle
			low = 5.5
		}
		p.words(fmt.Sprint(n.Community), at.x, at.y+low, smallSize, Middle)
	}
}

// names writes the name of each node at the first place beside it that is free, those
// with most ties first.
func (w *web) names(p *page) {
	var taken []box
	for i, at := range w.at {
		r := w.radius[i]
		taken = append(taken, box{at.x - r, at.y - r, at.x + r, at.y + r})
	}
	for i, n := range w.nodes {
		at, r := w.at[i], w.radius[i]
		t := Text{Words: cut(n.Label, textSize, nodeNameWidth, false), Size: textSize, Colour: black, Halo: true}
		if !t.beside(at, r, taken, w.area) {
			w.nameless++
			continue
		}
		taken = append(taken, t.box())
		m := Mark{Text: t}
		if t.Words != n.Label {
			m.Says = n.Label
		}
		p.add(m)
	}
}

// beside moves the text to where it overlaps nothing around a node, below it if it can;
// false where there is no such place.
func (t *Text) beside(at point, r float64, taken []box, area box) bool {
	for _, try := range []struct {
		dx, dy float64
		anchor Anchor
	}{
		{0, r + 12, Middle}, {0, -r - 5, Middle}, {r + 4, 4, Start}, {-r - 4, 4, End},
		{r, r + 9, Start}, {-r, r + 9, End}, {r, -r - 3, Start}, {-r, -r - 3, End}, {0, r + 24, Middle}, {0, -r - 17, Middle},
	} {
		t.X, t.Y, t.Anchor = at.x+try.dx, at.y+try.dy, try.anchor
		here := t.box()
		if here.within(area) && !slices.ContainsFunc(taken, here.overlaps) {
			return true
		}
	}
	return false
}

func (w *web) notes() []string {
	notes := []string{"Nodes lie near each other where their ties are many; their places have no other meaning. The larger a node, the more statements are its own; the thicker a line, the heavier is its tie."}
	if w.Directed {
		notes = append(notes, "An arrow leads from who answers to who is answered.")
	}
	if w.Measures.Communities > 1 {
		notes = append(notes, fmt.Sprintf("The number in a node is its community, of %d.", w.Measures.Communities))
	}
	if left := len(w.Nodes) - len(w.nodes); left > 0 {
		notes = append(notes, fmt.Sprintf("The %d nodes with most ties are drawn, %d others are not.", len(w.nodes), left))
	}
	if left := w.ties - len(w.edges); left > 0 {
		notes = append(notes, fmt.Sprintf("Of the ties between them the %d heaviest are drawn, %d are not.", len(w.edges), left))
	}
	if w.nameless > 0 {
		notes = append(notes, fmt.Sprintf("For the names of %s there is no room.", plural(w.nameless, "node")))
	}
	var out []string
	for _, why := range []networks.Why{networks.Unnamed, networks.Duplicate, networks.Undated} {
		if n := w.LeftOut[why]; n > 0 {
			out = append(out, fmt.Sprintf("%d that %s", n, why))
		}
	}
	if len(out) > 0 {
		notes = append(notes, "Not counted: "+strings.Join(out, ", ")+".")
	}
	return notes
}
