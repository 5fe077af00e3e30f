package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// Check compares the whole graph with the vocabulary and returns what does not
// fit: predicates that are not in it, subjects and objects of the wrong class or
// type, nodes that a quad leads to and that have no facts. Each sort of misfit
// comes once, with how often it occurs and an example.
func (s *Store) Check(ctx context.Context) []error {
	c := checker{misfits: map[string]*misfit{}, facts: map[string]bool{}, needed: map[string]string{}}
	err := s.read(ctx, func(w *walker) error { return w.all(c.quad) })
	if err != nil {
		return []error{err}
	}
	return c.errors()
}

type misfit struct {
	count   int
	example string
}

type checker struct {
	misfits map[string]*misfit
	facts   map[string]bool   // nodes that have a type
	needed  map[string]string // nodes that must have a type, with a quad that leads there
}

func (c *checker) note(example, format string, args ...any) {
	what := fmt.Sprintf(format, args...)
	m := c.misfits[what]
	if m == nil {
		m = &misfit{example: example}
		c.misfits[what] = m
	}
	m.count++
	m.example = min(m.example, example)
}

func (c *checker) quad(q quad.Quad) {
	name, line := nodeName(q.Predicate), q.NQuad()
	row, ok := graph.FindPredicate(name)
	if !ok {
		c.note(line, "predicate %s is not in the vocabulary", q.Predicate)
		return
	}
	if class, _ := graph.ClassOf(nodeName(q.Subject)); !slices.Contains(row.From, class.Name) {
		c.note(line, "<%s> leads from %s; allowed is from %s", name, classOrNone(class), strings.Join(row.From, ", "))
	}
	if to := typeOf(q.Object, row.To); !slices.Contains(row.To, to) {
		c.note(line, "<%s> leads to %s; allowed is to %s", name, to, strings.Join(row.To, ", "))
	}
	if name == graph.PType {
		c.facts[nodeName(q.Subject)] = true
	}
	for _, node := range []string{nodeName(q.Subject), nodeName(q.Object)} {
		if class, ok := graph.ClassOf(node); ok && typed(class.Name) {
			c.needed[node] = line
		}
	}
}

// typeOf returns what an object is in the words of the vocabulary. A string is a
// date where a date is allowed and it is one.
func typeOf(v quad.Value, allowed []string) string {
	switch v := v.(type) {
	case quad.IRI:
		class, _ := graph.ClassOf(string(v))
		return classOrNone(class)
	case quad.Float:
		return graph.ToNumber
	case quad.String:
		if slices.Contains(allowed, graph.ToDate) && v != "" && graph.Date(v).Validate() == nil {
			return graph.ToDate
		}
		return graph.ToText
	}
	return fmt.Sprintf("a %T", v)
}

func classOrNone(c graph.ClassRow) string {
	if c.Name == "" {
		return "a node of no class"
	}
	return c.Name
}

// typed reports whether nodes of the class have a type of their own in the graph.
func typed(class string) bool {
	row, _ := graph.FindPredicate(graph.PType)
	return slices.Contains(row.From, class)
}

func (c *checker) errors() []error {
	for node, line := range c.needed {
		if !c.facts[node] {
			class, _ := graph.ClassOf(node)
			c.note(line, "a quad leads to a node that is not there: %s", class.Name)
		}
	}
	var out []error
	for what, m := range c.misfits {
		out = append(out, fmt.Errorf("%s (%d times, as in %s)", what, m.count, m.example))
	}
	slices.SortFunc(out, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return out
}
