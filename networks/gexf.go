package networks

import (
	"io"
	"time"

	"counterclaim/graph"
)

// WriteGEXF writes a network, or the networks of several time windows as one that
// changes, in GEXF 1.3 (gexf.net/1.3): with all attributes, the tie of an edge as its
// kind, so that parallel edges stay apart, and in time. A node or edge of one network is
// there from the first to the last day of its statements, one without a date always; an
// edge of a time window is there for that window, and a node's measures are those of the
// window. Windows that overlap give parallel edges.
func WriteGEXF(w io.Writer, all []Network) error {
	g := gexf{newPrinter(w), all}
	g.line(0, `<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">`)
	g.line(1, `<meta>`)
	g.line(2, `<creator>counterclaim</creator>`)
	g.line(2, `<description>%s</description>`, escaped(all[0].Title()))
	g.line(1, `</meta>`)
	kind := "undirected"
	if all[0].Directed {
		kind = "directed"
	}
	g.line(1, `<graph defaultedgetype="%s" mode="dynamic" timeformat="date" idtype="string">`, kind)
	g.attributes()
	g.nodes()
	g.edges()
	g.line(1, `</graph>`)
	g.line(0, `</gexf>`)
	return g.Flush()
}

type gexf struct {
	printer
	all []Network
}

func (g gexf) windowed() bool { return g.all[0].From != "" }

// attributes declares the columns. IDs of columns are their names.
func (g gexf) attributes() {
	facts, measures := g.all[0].NodeColumns()
	if g.windowed() {
		g.open("node", "static")
		declare(g, facts)
		g.close()
		g.open("node", "dynamic")
		declare(g, measures)
	} else {
		g.open("node", "static")
		declare(g, append(facts, measures...))
	}
	g.close()
	g.open("edge", "static")
	g.line(3, `<attribute id="tie" title="tie" type="string"/>`)
	declare(g, g.all[0].EdgeColumns())
	g.close()
}

func (g gexf) open(class, mode string) { g.line(2, `<attributes class="%s" mode="%s">`, class, mode) }
func (g gexf) close()                  { g.line(2, `</attributes>`) }

func declare[T any](g gexf, columns []Column[T]) {
	for _, c := range columns {
		g.line(3, `<attribute id="%s" title="%s" type="%s"/>`, c.Name, c.Name, c.Type)
	}
}

// nodes writes every node of any window once.
func (g gexf) nodes() {
	facts, measures := g.all[0].NodeColumns()
	at := map[string][]int{} // the windows in which each node is
	var order []*Node
	for i := range g.all {
		for j := range g.all[i].Nodes {
			n := &g.all[i].Nodes[j]
			if at[n.ID] == nil {
				order = append(order, n)
			}
			at[n.ID] = append(at[n.ID], i)
		}
	}
	spans := g.spans()
	g.line(2, `<nodes>`)
	for _, n := range order {
		g.line(3, `<node id="%s" label="%s"%s>`, escaped(n.ID), escaped(n.Label), spans[n.ID])
		g.line(4, `<attvalues>`)
		values(g, facts, n, "")
		for _, i := range at[n.ID] {
			times := ""
			if g.windowed() {
				times = spell(g.all[i].From, g.all[i].To).String()
			}
			values(g, measures, g.all[i].Node(n.ID), times)
		}
		g.line(4, `</attvalues>`)
		g.line(3, `</node>`)
	}
	g.line(2, `</nodes>`)
}

func (g gexf) edges() {
	id := 0
	g.line(2, `<edges>`)
	for i := range g.all {
		n := &g.all[i]
		for j := range n.Edges {
			e := &n.Edges[j]
			weight, _ := plain(e.Weight)
			g.line(3, `<edge id="%d" source="%s" target="%s" kind="%s" weight="%s"%s>`,
				id, escaped(e.Source), escaped(e.Target), escaped(string(e.Tie)), weight, g.edgeSpan(n, e))
			g.line(4, `<attvalues>`)
			g.line(5, `<attvalue for="tie" value="%s"/>`, escaped(string(e.Tie)))
			values(g, n.EdgeColumns(), e, "")
			g.line(4, `</attvalues>`)
			g.line(3, `</edge>`)
			id++
		}
	}
	g.line(2, `</edges>`)
}

func values[T any](g gexf, columns []Column[T], of *T, times string) {
	for _, c := range columns {
		if v, ok := plain(c.Value(of)); ok {
			g.line(5, `<attvalue for="%s" value="%s"%s/>`, c.Name, v, times)
		}
	}
}

// A span is the first and last day of a node or edge; zero where no date is known.
type span struct{ first, last time.Time }

// spell returns the days that lie between two dates of any precision.
func spell(first, last graph.Date) span {
	var s span
	s.first, _ = first.Days()
	_, s.last = last.Days()
	return s
}

// String returns the span as attributes.
func (s span) String() string {
	if s.first.IsZero() {
		return ""
	}
	return ` start="` + s.first.Format(time.DateOnly) + `" end="` + s.last.Format(time.DateOnly) + `"`
}

func (s *span) widen(t span) {
	if s.first.IsZero() || !t.first.IsZero() && t.first.Before(s.first) {
		s.first = t.first
	}
	if t.last.After(s.last) {
		s.last = t.last
	}
}

func (g gexf) edgeSpan(n *Network, e *Edge) span {
	if g.windowed() {
		return spell(n.From, n.To)
	}
	return spell(e.First, e.Last)
}

// spans returns when each node is there: as long as its statements and its edges. A node
// of which an edge has no date is there always, since GEXF wants both ends of an edge.
func (g gexf) spans() map[string]span {
	found, always := map[string]span{}, map[string]bool{}
	add := func(id string, s span) {
		all := found[id]
		all.widen(s)
		found[id] = all
	}
	for i := range g.all {
		n := &g.all[i]
		for j := range n.Nodes {
			if s := spell(n.Nodes[j].First, n.Nodes[j].Last); g.windowed() {
				add(n.Nodes[j].ID, spell(n.From, n.To))
			} else {
				add(n.Nodes[j].ID, s)
			}
		}
		for j := range n.Edges {
			e, s := &n.Edges[j], g.edgeSpan(n, &n.Edges[j])
			for _, id := range []string{e.Source, e.Target} {
				add(id, s)
				always[id] = always[id] || s.first.IsZero()
			}
		}
	}
	for id := range always {
		if always[id] {
			delete(found, id)
		}
	}
	return found
}
