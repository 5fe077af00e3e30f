package store

import (
	"context"

	"github.com/cayleygraph/cayley"
	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"
)

// A walker reads quads through one handle. Names that it has looked up it keeps,
// so it is good for as long as the handle and for one goroutine.
type walker struct {
	ctx   context.Context
	qs    cayleygraph.QuadStore
	write cayleygraph.QuadWriter // in an update
	names map[any]quad.Value
}

func newWalker(ctx context.Context, h *cayley.Handle) *walker {
	return &walker{ctx, h.QuadStore, h.QuadWriter, map[any]quad.Value{}}
}

// each calls fn with all that it goes through, and closes it. A false ends it.
func (w *walker) each(it cayleygraph.Iterator, fn func(cayleygraph.Ref) bool) error {
	defer it.Close()
	for it.Next(w.ctx) {
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if !fn(it.Result()) {
			break
		}
	}
	return it.Err()
}

// quads returns the quads that have the value in that direction.
func (w *walker) quads(d quad.Direction, value quad.Value) ([]quad.Quad, error) {
	var out []quad.Quad
	ref := w.qs.ValueOf(value)
	if ref == nil {
		return nil, nil
	}
	err := w.each(w.qs.QuadIterator(d, ref), func(r cayleygraph.Ref) bool {
		out = append(out, w.quad(r))
		return true
	})
	return out, err
}

func (w *walker) quad(r cayleygraph.Ref) quad.Quad {
	var q quad.Quad
	for _, d := range quad.Directions {
		q.Set(d, w.name(w.qs.QuadDirection(r, d)))
	}
	return q
}

func (w *walker) name(r cayleygraph.Ref) quad.Value {
	if r == nil {
		return nil
	}
	v, ok := w.names[r.Key()]
	if !ok {
		v = w.qs.NameOf(r)
		w.names[r.Key()] = v
	}
	return v
}

// pattern is what quads must have: a value for each direction that matters.
type pattern map[quad.Direction]quad.Value

// matching returns an iterator over the subjects of the quads that match.
func (w *walker) matching(p pattern) cayleygraph.Iterator {
	filter := map[quad.Direction]cayleygraph.Ref{}
	for d, v := range p {
		if filter[d] = w.qs.ValueOf(v); filter[d] == nil {
			return shape.BuildIterator(w.qs, nil)
		}
	}
	return shape.BuildIterator(w.qs, shape.QuadsAction{Result: quad.Subject, Filter: filter})
}

// into returns the names of the nodes from which the predicate leads to object.
func (w *walker) into(object quad.Value, predicate string) ([]string, error) {
	var out []string
	err := w.each(w.matching(pattern{quad.Object: object, quad.Predicate: quad.IRI(predicate)}), func(r cayleygraph.Ref) bool {
		out = append(out, nodeName(w.name(r)))
		return true
	})
	return out, err
}

// any reports whether a quad matches.
func (w *walker) any(p pattern) (bool, error) {
	found := false
	err := w.each(w.matching(p), func(cayleygraph.Ref) bool { found = true; return false })
	return found, err
}

// count returns how many quads match.
func (w *walker) count(p pattern) (int, error) {
	n := 0
	err := w.each(w.matching(p), func(cayleygraph.Ref) bool { n++; return true })
	return n, err
}

// nodeName returns the name of a node as the types have it, "" for a literal.
func nodeName(v quad.Value) string {
	iri, _ := v.(quad.IRI)
	return string(iri)
}
