package store

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dop251/goja"

	"counterclaim/graph"
)

// A reading reads what a path leads to from a subject.
type reading func(*subject) (any, error)

// readingOf returns how to read an attribute or, along a longer path, one of a statement
// that it leads to, or part of a text: claim.when.month.
func readingOf(attributes []attribute, path []string) reading {
	i := slices.IndexFunc(attributes, func(a attribute) bool { return a.name == path[0] })
	if i < 0 {
		var names []string
		for _, a := range attributes {
			names = append(names, a.name)
		}
		err := fmt.Errorf("show: no attribute %q; there are %s", path[0], strings.Join(names, ", "))
		return func(*subject) (any, error) { return nil, err }
	}
	read := attributes[i].read
	if len(path) == 1 {
		return func(s *subject) (any, error) { return read(s), nil }
	}
	next := readingOf(statementAttributes, path[1:])
	return func(s *subject) (any, error) {
		switch v := read(s).(type) {
		case *subject:
			return next(v)
		case string:
			return textPart(v, path[1])
		default:
			return v, nil
		}
	}
}

// textPart returns the month of a date, with the year alone where it has none, or a text
// in small letters.
func textPart(text, part string) (any, error) {
	switch part {
	case "month":
		return text[:min(len(text), len("2006-01"))], nil
	case "lower":
		return strings.ToLower(text), nil
	}
	return nil, fmt.Errorf("show: no part %q of a text; there are month, lower", part)
}

// countIn returns how to read in how many rows of a table a statement or contrast is, where
// a script gives [table, "column"]; nil where it gives something else.
func (l *lookup) countIn(from goja.Value) reading {
	given, ok := from.(*goja.Object)
	if !ok || given.ClassName() != "Array" {
		return nil
	}
	t, ok := ours(given.Get("0")).(*table)
	if !ok {
		return nil
	}
	name := given.Get("1").String()
	c := t.column(name)
	if c.nodes == nil {
		panic(l.engine.NewTypeError("column %q does not have the names of statements or contrasts alone", name))
	}
	counts := map[uint64]int64{}
	for _, row := range t.rows {
		counts[c.nodes[row]]++
	}
	return func(s *subject) (any, error) { return counts[s.node], nil }
}

// toNode reports whether a column has only names of statements or contrasts, and by which
// predicate it comes to them, "" where these are the things themselves: claim.id.
func (s *show) toNode(column string) (predicate string, ok bool) {
	if s.nodes == nil || len(s.paths[column]) != 1 {
		return "", false
	}
	switch strings.Join(s.paths[column][0], ".") {
	case "id":
		return "", true
	case "claim.id":
		return graph.PClaim, true
	case "counter.id":
		return graph.PCounter, true
	}
	return "", false
}

// ends returns the numbers of the nodes in such a column. Where the graph has none, it
// puts a name into values.
func (s *show) ends(places []int, values []any, predicate string) []uint64 {
	nodes := make([]uint64, s.length)
	note := func(i int, end *subject) {
		if nodes[i] = end.node; end.node == 0 {
			values[i] = end.id()
		}
	}
	if predicate == "" {
		for _, i := range places {
			note(i, s.nodes[i])
		}
		return nodes
	}
	s.must(s.onCores(places, func(i int, one *subject) error {
		note(i, one.follow(predicate))
		return nil
	}))
	return nodes
}
