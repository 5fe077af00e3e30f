package networks

import (
	"cmp"
	"slices"
	"strings"

	"counterclaim/graph"
)

// nodesOf returns the nodes of the edges or, with isolates, of the whole selection, with
// what these positions tell of them.
func nodesOf(s *graph.Selection, positions []graph.Position, edges []Edge, o Options) []Node {
	nodes := map[string]*Node{}
	for _, e := range edges {
		nodes[e.Source], nodes[e.Target] = &Node{ID: e.Source}, &Node{ID: e.Target}
	}
	for i := range s.Positions {
		for _, id := range nodeIDs(&s.Positions[i], o) {
			if o.Isolates && id != "" && nodes[id] == nil {
				nodes[id] = &Node{ID: id}
			}
			if n := nodes[id]; n != nil {
				n.describe(s, &s.Positions[i])
			}
		}
	}
	for i := range positions {
		p := &positions[i]
		for _, id := range nodeIDs(p, o) {
			if n := nodes[id]; n != nil {
				dates := count{first: n.First, last: n.Last}
				dates.span(p.When(), p.When())
				n.Statements, n.First, n.Last = n.Statements+1, dates.first, dates.last
			}
		}
	}
	sides := sidesOf(s)
	out := make([]Node, 0, len(nodes))
	for _, n := range nodes {
		n.Side = sides[n.ID]
		out = append(out, *n)
	}
	slices.SortFunc(out, func(a, b Node) int { return cmp.Or(cmp.Compare(a.Mode, b.Mode), cmp.Compare(a.ID, b.ID)) })
	return out
}

// nodeIDs returns the nodes that the position can belong to in a network of the kind.
func nodeIDs(p *graph.Position, o Options) []string {
	ids := []string{unitOf(p, o.By)}
	if o.Kind.TwoMode() {
		ids = append(ids, objectsOf(p, o)...)
	}
	return ids
}

// describe says what the node is, by one of its positions. Of several spellings the first
// in the alphabet is the label.
func (n *Node) describe(s *graph.Selection, p *graph.Position) {
	prefix, rest, _ := strings.Cut(n.ID, ":")
	label := cmp.Or(p.Concept.Name, n.ID)
	switch {
	case n.ID == p.Concept.ID:
		n.Mode = ConceptMode
	case n.ID == outletID(p.Document.Publisher):
		n.Mode, label = OutletMode, p.Document.Publisher
	case prefix == "kind":
		n.Mode, label = KindMode, rest
	default:
		n.Mode, label, n.Class = ActorMode, s.Name(n.ID), s.Actors[n.ID].Class
	}
	if n.Label == "" || label < n.Label {
		n.Label = label
	}
}

// sidesOf returns the side on which each speaker speaks most often, of equal ones that
// with the lower ID.
func sidesOf(s *graph.Selection) map[string]string {
	times := map[string]map[string]int{}
	for i := range s.Positions {
		actor, side := s.Positions[i].Statement.Speaker.Actor, s.Positions[i].Statement.Side
		if actor == "" || side == "" {
			continue
		}
		if times[actor] == nil {
			times[actor] = map[string]int{}
		}
		times[actor][side]++
	}
	out := map[string]string{}
	for actor, sides := range times {
		for _, side := range sorted(sides) {
			if sides[side] > sides[out[actor]] {
				out[actor] = side
			}
		}
	}
	return out
}
