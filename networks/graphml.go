package networks

import (
	"fmt"
	"io"
	"strings"
	"unicode"
)

// WriteGraphML writes the network in GraphML (graphml.graphdrawing.org) and nothing
// beyond it: no keys of visone or yFiles. A node's id is its ID, with a "." for each
// character that GraphML does not allow there; its attribute name is the ID itself.
func WriteGraphML(w io.Writer, n *Network) error {
	p := newPrinter(w)
	p.line(0, `<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">`)
	p.line(1, `<desc>%s</desc>`, escaped(n.Title()))
	facts, measures := n.NodeColumns()
	nodes := append([]Column[Node]{
		{"label", "string", func(n *Node) any { return n.Label }},
		{"name", "string", func(n *Node) any { return n.ID }},
	}, append(facts, measures...)...)
	edges := append([]Column[Edge]{
		{"tie", "string", func(e *Edge) any { return string(e.Tie) }},
		{"weight", "double", func(e *Edge) any { return e.Weight }},
	}, n.EdgeColumns()...)
	keys(p, "node", nodes)
	keys(p, "edge", edges)
	direction := "undirected"
	if n.Directed {
		direction = "directed"
	}
	p.line(1, `<graph id="%s" edgedefault="%s">`, n.Kind, direction)
	ids := tokens(n.Nodes)
	for i := range n.Nodes {
		p.line(2, `<node id="%s">`, ids[n.Nodes[i].ID])
		data(p, "node", nodes, &n.Nodes[i])
		p.line(2, `</node>`)
	}
	for i := range n.Edges {
		e := &n.Edges[i]
		p.line(2, `<edge id="e%d" source="%s" target="%s">`, i, ids[e.Source], ids[e.Target])
		data(p, "edge", edges, e)
		p.line(2, `</edge>`)
	}
	p.line(1, `</graph>`)
	p.line(0, `</graphml>`)
	return p.Flush()
}

func keys[T any](p printer, of string, columns []Column[T]) {
	for _, c := range columns {
		kind := c.Type
		if kind == "integer" {
			kind = "int"
		}
		p.line(1, `<key id="%s-%s" for="%s" attr.name="%s" attr.type="%s"/>`, of, c.Name, of, c.Name, kind)
	}
}

func data[T any](p printer, of string, columns []Column[T], value *T) {
	for _, c := range columns {
		if v, ok := plain(c.Value(value)); ok {
			p.line(3, `<data key="%s-%s">%s</data>`, of, c.Name, v)
		}
	}
}

// tokens returns for each node's ID an NMTOKEN, as the schema wants ids to be, and no two
// the same.
func tokens(nodes []Node) map[string]string {
	out, taken := map[string]string{}, map[string]bool{}
	for _, n := range nodes {
		token := strings.Map(func(r rune) rune {
			if unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune(".-_:", r) {
				return r
			}
			return '.'
		}, n.ID)
		for i := 2; taken[token]; i++ {
			token = fmt.Sprintf("%s.%d", strings.TrimSuffix(token, fmt.Sprintf(".%d", i-1)), i)
		}
		taken[token], out[n.ID] = true, token
	}
	return out
}
