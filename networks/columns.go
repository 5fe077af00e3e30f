package networks

import "slices"

// A Column is one attribute of nodes or edges, as tables and files have it.
type Column[T any] struct {
	Name  string
	Type  string       // "string", "integer" or "double", which GEXF and, but for integer, GraphML say too
	Value func(*T) any // string, int or float64; "" where there is none
}

// NodeColumns returns the attributes of the network's nodes besides ID and label, what
// they are first, then what was measured of them.
func (n *Network) NodeColumns() (facts, measures []Column[Node]) {
	facts = []Column[Node]{
		{"mode", "string", func(n *Node) any { return string(n.Mode) }},
		{"class", "string", func(n *Node) any { return string(n.Class) }},
		{"side", "string", func(n *Node) any { return n.Side }},
	}
	measures = []Column[Node]{
		{"statements", "integer", func(n *Node) any { return n.Statements }},
		{"first", "string", func(n *Node) any { return string(n.First) }},
		{"last", "string", func(n *Node) any { return string(n.Last) }},
		{"degree", "integer", func(n *Node) any { return n.Degree }},
		{"strength", "double", func(n *Node) any { return n.OutStrength }},
		{"betweenness", "double", func(n *Node) any { return n.Betweenness }},
		{"community", "integer", func(n *Node) any { return n.Community }},
	}
	if n.Directed {
		strength := slices.IndexFunc(measures, func(c Column[Node]) bool { return c.Name == "strength" })
		measures = slices.Replace(measures, strength, strength+1,
			Column[Node]{"in-strength", "double", func(n *Node) any { return n.InStrength }},
			Column[Node]{"out-strength", "double", func(n *Node) any { return n.OutStrength }})
	}
	return facts, measures
}

// EdgeColumns returns the attributes of the network's edges besides source, target, tie
// and weight.
func (n *Network) EdgeColumns() []Column[Edge] {
	columns := []Column[Edge]{
		{"first", "string", func(e *Edge) any { return string(e.First) }},
		{"last", "string", func(e *Edge) any { return string(e.Last) }},
	}
	if n.Kind == Contrast || n.Kind == ActorKind {
		return columns // the weight says how many
	}
	return append([]Column[Edge]{
		{"positive", "integer", func(e *Edge) any { return e.Positive }},
		{"negative", "integer", func(e *Edge) any { return e.Negative }},
	}, columns...)
}
