package cmd

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/networks"
	"counterclaim/queries"
)

// A cell is one column of a network's table, with its value in the network of a window.
type cell[T any] struct {
	name  string
	kind  queries.Type
	value func(n *networks.Network, of *T) any
}

// tableOf makes a table with a row for each thing of each network; with time windows,
// these come first.
func tableOf[T any](all []networks.Network, cells []cell[T], things func(*networks.Network) []T) queries.Table {
	if all[0].From != "" {
		cells = append([]cell[T]{
			{"from", queries.Date, func(n *networks.Network, _ *T) any { return n.From }},
			{"to", queries.Date, func(n *networks.Network, _ *T) any { return n.To }},
		}, cells...)
	}
	var t queries.Table
	for _, c := range cells {
		t.Columns = append(t.Columns, queries.Column{Name: c.name, Type: c.kind, Optional: true})
	}
	for i := range all {
		for _, thing := range things(&all[i]) {
			row := make([]any, len(cells))
			for j, c := range cells {
				row[j] = filled(c.value(&all[i], &thing))
			}
			t.Rows = append(t.Rows, row)
		}
	}
	return t
}

// filled returns the value as tables have it, nil where there is none.
func filled(v any) any {
	switch v := v.(type) {
	case int:
		return float64(v)
	case string:
		if v == "" {
			return nil
		}
	}
	return v
}

var columnTypes = map[string]queries.Type{"string": queries.Text, "integer": queries.Number, "double": queries.Number}

func cellOf[T any](c networks.Column[T]) cell[T] {
	return cell[T]{strings.ReplaceAll(c.Name, "-", "_"), columnTypes[c.Type], func(_ *networks.Network, of *T) any { return c.Value(of) }}
}

// edgeTable has the edges of each network, the heaviest first.
func edgeTable(all []networks.Network) queries.Table {
	label := func(n *networks.Network, id string) any { return n.Node(id).Label }
	cells := []cell[networks.Edge]{
		{"source", queries.Text, func(n *networks.Network, e *networks.Edge) any { return label(n, e.Source) }},
		{"tie", queries.Text, func(_ *networks.Network, e *networks.Edge) any { return string(e.Tie) }},
		{"target", queries.Text, func(n *networks.Network, e *networks.Edge) any { return label(n, e.Target) }},
		{"weight", queries.Number, func(_ *networks.Network, e *networks.Edge) any { return e.Weight }},
	}
	for _, c := range all[0].EdgeColumns() {
		cells = append(cells, cellOf(c))
	}
	cells = append(cells,
		cell[networks.Edge]{"source_id", queries.Text, func(_ *networks.Network, e *networks.Edge) any { return e.Source }},
		cell[networks.Edge]{"target_id", queries.Text, func(_ *networks.Network, e *networks.Edge) any { return e.Target }})
	return tableOf(all, cells, func(n *networks.Network) []networks.Edge {
		edges := slices.Clone(n.Edges)
		slices.SortStableFunc(edges, func(a, b networks.Edge) int { return cmp.Compare(math.Abs(b.Weight), math.Abs(a.Weight)) })
		return edges
	})
}

// nodeTable has the nodes of each network by mode, those with the most edges first.
func nodeTable(all []networks.Network) queries.Table {
	cells := []cell[networks.Node]{
		{"label", queries.Text, func(_ *networks.Network, n *networks.Node) any { return n.Label }},
	}
	facts, measures := all[0].NodeColumns()
	for _, c := range append(facts, measures...) {
		cells = append(cells, cellOf(c))
	}
	cells = append(cells, cell[networks.Node]{"id", queries.Text, func(_ *networks.Network, n *networks.Node) any { return n.ID }})
	return tableOf(all, cells, func(n *networks.Network) []networks.Node {
		nodes := slices.Clone(n.Nodes)
		slices.SortStableFunc(nodes, func(a, b networks.Node) int {
			return cmp.Or(cmp.Compare(a.Mode, b.Mode), cmp.Compare(b.Degree, a.Degree), cmp.Compare(b.Statements, a.Statements))
		})
		return nodes
	})
}

// measureTable has a row for each network.
func measureTable(all []networks.Network) queries.Table {
	type whole = networks.Measures
	cells := []cell[whole]{
		{"nodes", queries.Number, func(n *networks.Network, _ *whole) any { return len(n.Nodes) }},
		{"edges", queries.Number, func(n *networks.Network, _ *whole) any { return len(n.Edges) }},
		{"density", queries.Number, func(_ *networks.Network, m *whole) any { return m.Density }},
		{"communities", queries.Number, func(_ *networks.Network, m *whole) any { return m.Communities }},
		{"modularity", queries.Number, func(_ *networks.Network, m *whole) any { return m.Modularity }},
	}
	if all[0].Kind.OneMode() {
		cells = append(cells, cell[whole]{"polarisation", queries.Number, func(_ *networks.Network, m *whole) any { return m.Polarisation }})
	}
	return tableOf(all, cells, func(n *networks.Network) []whole { return []whole{n.Measures} })
}

// networkCaption says what the networks rest on and how large they are.
func networkCaption(s *graph.Selection, all []networks.Network) string {
	first := &all[0]
	parts := []string{s.Caption(), first.Title()}
	if len(all) > 1 {
		last := &all[len(all)-1]
		parts = append(parts, fmt.Sprintf("%d windows from %s to %s", len(all), first.From, last.To))
	} else {
		parts = append(parts, count(len(first.Nodes), "node", "nodes")+", "+count(len(first.Edges), "edge", "edges"))
	}
	left := map[networks.Why]int{}
	for i := range all {
		for why, n := range all[i].LeftOut {
			left[why] = max(left[why], n)
		}
	}
	for _, why := range []networks.Why{networks.Unnamed, networks.Duplicate, networks.Undated} {
		if left[why] > 0 && (len(all) == 1 || why == networks.Undated) {
			parts = append(parts, fmt.Sprintf("left out: %d that %s", left[why], why))
		}
	}
	return strings.Join(parts, "; ")
}
