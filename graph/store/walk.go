package store

import (
	"context"
	"math"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/shape"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
	"counterclaim/graph/store/file"
	"counterclaim/graph/store/server"
)

// A walker reads quads through one handle. Names that it has looked up it keeps,
// so it is good for as long as the handle and for one goroutine.
type walker struct {
	*handle
	ctx   context.Context
	file  *file.Reader               // nil where the store is none, or is written to
	rows  *server.Reader             // nil where the store is on no server
	names map[uint64]quad.Value      // of a server's nodes rows has them
	terms map[string]cayleygraph.Ref // predicates by name

	// Of nodes that neither file nor rows numbers.
	numbers map[cayleygraph.Ref]uint64
	nodes   []cayleygraph.Ref
}

func newWalker(ctx context.Context, h *handle) *walker {
	w := &walker{numbers: map[cayleygraph.Ref]uint64{}}
	w.turnTo(ctx, h)
	return w
}

// turnTo makes the walker read through another handle of the same store.
func (w *walker) turnTo(ctx context.Context, h *handle) {
	w.handle, w.ctx, w.file = h, ctx, nil
	w.names, w.terms = map[uint64]quad.Value{}, map[string]cayleygraph.Ref{}
	if h.tx != nil && h.write == nil { // cursors are no good after a write
		w.file = h.tx.NewReader()
	}
	switch {
	case h.sql == nil:
	case w.rows == nil:
		w.rows = h.sql.NewReader()
	default:
		w.rows.TurnTo(h.sql)
	}
}

// forget drops what was read of the nodes of a server, of which some were written. Their
// names stay.
func (w *walker) forget() {
	if w.rows != nil {
		w.rows.Forget()
	}
}

// together notes that the nodes were found together: who asks a server for one soon asks for
// the next.
func (w *walker) together(found []uint64) {
	if w.rows != nil {
		w.rows.Together(found)
	}
}

// foresee has nodes that will be asked for one by one be read together.
func (w *walker) foresee(ids []string) {
	if w.rows == nil {
		return
	}
	nodes := make([]uint64, len(ids))
	for i, id := range ids {
		nodes[i] = w.number(w.ref(quad.IRI(id)))
	}
	w.together(nodes)
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
	if w.rows != nil {
		return w.rows.Quads(w.ctx, pattern{d: value})
	}
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

// quadsOf returns the quads that have one of these subjects.
func (w *walker) quadsOf(subjects []string) ([]quad.Quad, error) {
	if w.rows != nil {
		values := make([]quad.Value, len(subjects))
		for i, id := range subjects {
			values[i] = quad.IRI(id)
		}
		return w.rows.QuadsOf(w.ctx, values)
	}
	var out []quad.Quad
	for _, id := range subjects {
		quads, err := w.quads(quad.Subject, quad.IRI(id))
		if err != nil {
			return nil, err
		}
		out = append(out, quads...)
	}
	return out, nil
}

// all calls fn with every quad.
func (w *walker) all(fn func(quad.Quad)) error {
	if w.rows != nil {
		return w.rows.Each(w.ctx, fn)
	}
	return w.each(w.qs.QuadsAllIterator(), func(r cayleygraph.Ref) bool { fn(w.quad(r)); return true })
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
	return w.named(w.number(r))
}

// named returns the value of the node with that number, and keeps it.
func (w *walker) named(node uint64) quad.Value {
	if w.rows != nil {
		return w.rows.Value(w.ctx, node)
	}
	v, ok := w.names[node]
	if !ok {
		v = w.value(node)
		w.names[node] = v
	}
	return v
}

func (w *walker) value(node uint64) quad.Value {
	if w.file != nil {
		if v, err := w.file.Value(node); err == nil {
			return v
		}
	}
	if w.rows != nil {
		return w.rows.Value(w.ctx, node)
	}
	return w.qs.NameOf(w.node(node))
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
	nodes, err := w.numbersInto(object, predicate)
	var out []string
	for _, n := range nodes {
		out = append(out, nodeName(w.named(n)))
	}
	return out, err
}

// numbersInto is into by the numbers of the nodes.
func (w *walker) numbersInto(object quad.Value, predicate string) ([]uint64, error) {
	ref := w.ref(object)
	if ref == nil {
		return nil, nil
	}
	return w.leadingTo([]uint64{w.number(ref)}, predicate)
}

// leadingTo returns the nodes from which the predicate leads to any of the nodes,
// each once, all by their numbers.
func (w *walker) leadingTo(nodes []uint64, predicate string) ([]uint64, error) {
	term := w.term(predicate)
	if term == nil {
		return nil, nil
	}
	if w.file != nil {
		found := w.fileLeadingTo(nodes, file.Number(term))
		if len(nodes) > 1 {
			found = eachOnce(found)
		}
		return found, nil
	}
	if w.rows != nil {
		return w.rows.LeadingTo(w.ctx, nodes, w.number(term))
	}
	var out []uint64
	for _, n := range nodes {
		filter := map[quad.Direction]cayleygraph.Ref{quad.Object: w.node(n), quad.Predicate: term}
		err := w.each(shape.BuildIterator(w.qs, shape.QuadsAction{Result: quad.Subject, Filter: filter}), func(r cayleygraph.Ref) bool {
			out = append(out, w.number(r))
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	return eachOnce(out), nil
}

func eachOnce(nodes []uint64) []uint64 {
	if len(nodes) < 2 {
		return nodes
	}
	seen := make(map[uint64]bool, len(nodes))
	return slices.DeleteFunc(nodes, func(n uint64) bool {
		again := seen[n]
		seen[n] = true
		return again
	})
}

// ref returns how the store knows a value, nil where it does not.
func (w *walker) ref(v quad.Value) cayleygraph.Ref {
	if w.file != nil {
		return w.file.Ref(v)
	}
	return w.qs.ValueOf(v)
}

// term is ref for a predicate.
func (w *walker) term(predicate string) cayleygraph.Ref {
	ref, ok := w.terms[predicate]
	if !ok {
		ref = w.ref(quad.IRI(predicate))
		w.terms[predicate] = ref
	}
	return ref
}

// A link is what a quad says of its subject, by the numbers of the nodes.
type link = file.Link

// links returns what the store says of a node.
func (w *walker) links(node cayleygraph.Ref) ([]link, error) { return w.linksOf(w.number(node)) }

// linksOf is links of the node with that number.
func (w *walker) linksOf(number uint64) ([]link, error) {
	if w.file != nil {
		return w.file.LinksOf(number), nil
	}
	if w.rows != nil {
		return w.rows.LinksOf(w.ctx, number)
	}
	var out []link
	err := w.each(w.qs.QuadIterator(quad.Subject, w.node(number)), func(r cayleygraph.Ref) bool {
		out = append(out, link{Predicate: w.number(w.qs.QuadDirection(r, quad.Predicate)), Object: w.number(w.qs.QuadDirection(r, quad.Object))})
		return true
	})
	return out, err
}

// number returns a number for a node, 0 for none. In a file they have theirs; those of
// other stores get one when they are first seen.
func (w *walker) number(node cayleygraph.Ref) uint64 {
	switch {
	case node == nil || w.file != nil:
		return file.Number(node)
	case w.rows != nil:
		return w.rows.Number(node)
	}
	n, ok := w.numbers[node]
	if !ok {
		w.nodes = append(w.nodes, node)
		n = uint64(len(w.nodes))
		w.numbers[node] = n
	}
	return n
}

// node returns the node with that number.
func (w *walker) node(number uint64) cayleygraph.Ref {
	if w.file != nil {
		return file.Ref(number)
	}
	return w.nodes[number-1]
}

// leads reports whether a node has the edge.
func (w *walker) leads(e graph.Edge) (bool, error) {
	if w.tx != nil {
		return w.tx.Leads(quad.IRI(e.Predicate), quad.IRI(e.Node)), nil
	}
	if w.rows != nil {
		n, err := w.rows.Count(w.ctx, having(e), 1)
		return n > 0, err
	}
	found := false
	err := w.each(w.matching(having(e)), func(cayleygraph.Ref) bool { found = true; return false })
	return found, err
}

// count returns how many quads match.
func (w *walker) count(p pattern) (int, error) {
	if w.rows != nil {
		return w.rows.Count(w.ctx, p, math.MaxInt64)
	}
	n := 0
	err := w.each(w.matching(p), func(cayleygraph.Ref) bool { n++; return true })
	return n, err
}

// nodeName returns the name of a node as the types have it, "" for a literal.
func nodeName(v quad.Value) string {
	iri, _ := v.(quad.IRI)
	return string(iri)
}
