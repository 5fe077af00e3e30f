package store

import (
	"fmt"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// This file reads many nodes in one query. Cayley's own way asks the server for each
// node's links and for each name, and on a network an answer takes longer than a
// thousand links.

// A sqlReader keeps what was read of a transaction. It is for one goroutine.
type sqlReader struct {
	*sqlTx
	links  map[uint64][]link
	places map[uint64]place
}

// A place is where a node stands among others that one query found, of which who asks
// for one soon asks for the next.
type place struct {
	found []uint64
	at    int
}

func newSQLReader(t *sqlTx) *sqlReader {
	return &sqlReader{t, map[uint64][]link{}, map[uint64]place{}}
}

// together notes that the nodes were found together.
func (w *walker) together(found []uint64) {
	r := w.rows
	if r == nil || len(found) < 2 {
		return
	}
	found = slices.Clone(found) // callers sort theirs and sift them
	for i, n := range found {
		if _, is := r.places[n]; !is {
			r.places[n] = place{found, i}
		}
	}
}

// sqlWithAll returns the names of the nodes that have all the edges. The server knows
// which edge is the rarest.
func (w *walker) sqlWithAll(edges []graph.Edge) ([]string, error) {
	text, where := "SELECT q0.subject_hash FROM quads q0", " WHERE "
	var args []any
	for i, e := range edges {
		q := fmt.Sprint("q", i)
		if i > 0 {
			text += ", quads " + q
			where += " AND " + q + ".subject_hash = q0.subject_hash AND "
		}
		where += q + ".object_hash = ? AND " + q + ".predicate_hash = ?"
		object, predicate := cayleygraph.HashOf(quad.IRI(e.Node)), cayleygraph.HashOf(quad.IRI(e.Predicate))
		args = append(args, object[:], predicate[:])
	}
	var found []uint64
	var subject []byte
	err := w.rows.each(w.ctx, text+where+" ORDER BY q0.subject_hash", args, []any{&subject}, func() {
		found = append(found, w.hashed(subject))
	})
	found = eachOnce(found)
	w.together(found)
	var out []string
	for _, n := range found {
		out = append(out, nodeName(w.named(n)))
	}
	return out, err
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

// withNext returns the node and those after it, in a circle, that are not known yet, as
// many as one query should ask for.
func (r *sqlReader) withNext(node uint64, known func(uint64) bool) []uint64 {
	const most = 500
	out := []uint64{node}
	p, ok := r.places[node]
	if !ok {
		return out
	}
	for i := range p.found[1:] {
		if len(out) == most {
			break
		}
		if n := p.found[(p.at+1+i)%len(p.found)]; !known(n) {
			out = append(out, n)
		}
	}
	return out
}

func (w *walker) hash(node uint64) cayleygraph.ValueHash {
	h, _ := w.node(node).(csql.NodeHash)
	return h.ValueHash
}

func (w *walker) hashed(hash []byte) uint64 {
	return w.number(csql.NodeHash{ValueHash: cayleygraph.ValueHash(hash)})
}

func (w *walker) hashes(nodes []uint64) [][]byte {
	out := make([][]byte, len(nodes))
	for i, n := range nodes {
		h := w.hash(n)
		out[i] = h[:]
	}
	return out
}

// sqlLinksOf returns what the store says of a node, and reads with it what it says of
// those that were found together with it.
func (w *walker) sqlLinksOf(node uint64) ([]link, error) {
	r := w.rows
	if links, ok := r.links[node]; ok {
		return links, nil
	}
	nodes := r.withNext(node, func(n uint64) bool { _, ok := r.links[n]; return ok })
	for _, n := range nodes {
		r.links[n] = nil
	}
	where, args := r.server.among("subject_hash", w.hashes(nodes))
	var subject, predicate, object []byte
	err := r.each(w.ctx, "SELECT subject_hash, predicate_hash, object_hash FROM quads WHERE "+where, args, []any{&subject, &predicate, &object}, func() {
		from := w.hashed(subject)
		r.links[from] = append(r.links[from], link{Predicate: w.hashed(predicate), Object: w.hashed(object)})
	})
	w.objectsTogether(nodes)
	return r.links[node], err
}

// objectsTogether notes which objects will be asked for together: all of one subject; of
// many, those to which one predicate leads.
func (w *walker) objectsTogether(subjects []uint64) {
	found := map[uint64][]uint64{}
	seen := map[link]bool{}
	for _, s := range subjects {
		for _, l := range w.rows.links[s] {
			if len(subjects) == 1 {
				l.Predicate = 0
			}
			if !seen[l] {
				seen[l] = true
				found[l.Predicate] = append(found[l.Predicate], l.Object)
			}
		}
	}
	for _, objects := range found {
		w.together(objects)
	}
}

// sqlLeadingTo returns the nodes from which the predicate leads to any of the nodes,
// each once, by hash.
func (w *walker) sqlLeadingTo(nodes []uint64, predicate uint64) ([]uint64, error) {
	var out []uint64
	var subject []byte
	for part := range chunks(w.hashes(nodes)) {
		where, args := w.rows.server.among("object_hash", part)
		args = append(args, w.hashes([]uint64{predicate})[0])
		err := w.rows.each(w.ctx, "SELECT subject_hash FROM quads WHERE "+where+" AND predicate_hash = ? ORDER BY object_hash, subject_hash", args, []any{&subject}, func() {
			out = append(out, w.hashed(subject))
		})
		if err != nil {
			return nil, err
		}
	}
	out = eachOnce(out)
	w.together(out)
	return out, nil
}
