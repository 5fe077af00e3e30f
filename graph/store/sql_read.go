package store

import (
	"context"
	"fmt"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
)

// A sqlReader reads of a transaction what nodes are and say, many in one query, past
// Cayley: that asks the server for each node's links and for each name, and on a network an
// answer takes longer than a thousand links. It knows nodes by numbers from 1 on, which it
// gives to them when it first meets them, and keeps what it has read. It is for one
// goroutine.
type sqlReader struct {
	tx      *sqlTx
	numbers map[cayleygraph.ValueHash]uint64
	nodes   []cayleygraph.ValueHash // by number, the first is that of 1
	values  map[uint64]quad.Value
	links   map[uint64][]link
	places  map[uint64]place
}

// A place is where a node stands among others that one query found, of which who asks
// for one soon asks for the next.
type place struct {
	found []uint64
	at    int
}

// NewReader returns a reader of the transaction, which is good as long as that is.
func (t *sqlTx) NewReader() *sqlReader {
	r := &sqlReader{numbers: map[cayleygraph.ValueHash]uint64{}}
	r.TurnTo(t)
	return r
}

// TurnTo makes the reader read another transaction of the same database, or forget all
// that it has read of the same one. Nodes keep their numbers.
func (r *sqlReader) TurnTo(t *sqlTx) {
	r.tx, r.values = t, map[uint64]quad.Value{}
	r.Forget()
}

// Forget drops what was read of links, of which some were written since. Values stay.
func (r *sqlReader) Forget() {
	r.links, r.places = map[uint64][]link{}, map[uint64]place{}
}

// Number returns the number of a node that Cayley's store over the transaction has named.
func (r *sqlReader) Number(ref cayleygraph.Ref) uint64 {
	node, _ := ref.(csql.NodeHash)
	return r.number(node.ValueHash)
}

func (r *sqlReader) number(hash cayleygraph.ValueHash) uint64 {
	n, ok := r.numbers[hash]
	if !ok {
		r.nodes = append(r.nodes, hash)
		n = uint64(len(r.nodes))
		r.numbers[hash] = n
	}
	return n
}

func (r *sqlReader) numbered(hash []byte) uint64 { return r.number(cayleygraph.ValueHash(hash)) }

func (r *sqlReader) hash(node uint64) cayleygraph.ValueHash { return r.nodes[node-1] }

func (r *sqlReader) hashes(nodes []uint64) [][]byte {
	out := make([][]byte, len(nodes))
	for i, n := range nodes {
		h := r.hash(n)
		out[i] = h[:]
	}
	return out
}

// Together says that the nodes were found together: who asks for one of them is given the
// next ones with it, in one query. The caller keeps the list.
func (r *sqlReader) Together(found []uint64) {
	if len(found) < 2 {
		return
	}
	found = slices.Clone(found) // callers sort theirs and sift them
	for i, n := range found {
		if _, is := r.places[n]; !is {
			r.places[n] = place{found, i}
		}
	}
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

// LinksOf returns what the graph says of a node, in any order, and reads with it what it
// says of those that were found together with it. The caller must not change it.
func (r *sqlReader) LinksOf(ctx context.Context, node uint64) ([]link, error) {
	if links, ok := r.links[node]; ok {
		return links, nil
	}
	nodes := r.withNext(node, func(n uint64) bool { _, ok := r.links[n]; return ok })
	for _, n := range nodes {
		r.links[n] = nil
	}
	where, args := r.tx.server.among("subject_hash", r.hashes(nodes))
	var subject, predicate, object []byte
	err := r.tx.each(ctx, "SELECT subject_hash, predicate_hash, object_hash FROM quads WHERE "+where, args, []any{&subject, &predicate, &object}, func() {
		from := r.numbered(subject)
		r.links[from] = append(r.links[from], link{Predicate: r.numbered(predicate), Object: r.numbered(object)})
	})
	r.objectsTogether(nodes)
	return r.links[node], err
}

// objectsTogether notes which objects will be asked for together: all of one subject; of
// many, those to which one predicate leads.
func (r *sqlReader) objectsTogether(subjects []uint64) {
	found := map[uint64][]uint64{}
	seen := map[link]bool{}
	for _, s := range subjects {
		for _, l := range r.links[s] {
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
		r.Together(objects)
	}
}

// LeadingTo returns the nodes from which the predicate leads to any of the nodes, each once,
// as found together.
func (r *sqlReader) LeadingTo(ctx context.Context, nodes []uint64, predicate uint64) ([]uint64, error) {
	var out []uint64
	var subject []byte
	for part := range chunks(r.hashes(nodes)) {
		where, args := r.tx.server.among("object_hash", part)
		args = append(args, r.hashes([]uint64{predicate})[0])
		err := r.tx.each(ctx, "SELECT subject_hash FROM quads WHERE "+where+" AND predicate_hash = ? ORDER BY object_hash, subject_hash", args, []any{&subject}, func() {
			out = append(out, r.numbered(subject))
		})
		if err != nil {
			return nil, err
		}
	}
	out = eachOnce(out)
	r.Together(out)
	return out, nil
}

// LeadingToAll returns the nodes from which each of the links leads, of which there is one
// at least: link{p, o} stands for any node from which p leads to o. They are found together,
// in one query; the server knows which link is the rarest.
func (r *sqlReader) LeadingToAll(ctx context.Context, links []link) ([]uint64, error) {
	text, where := "SELECT q0.subject_hash FROM quads q0", " WHERE "
	var args []any
	for i, l := range links {
		q := fmt.Sprint("q", i)
		if i > 0 {
			text += ", quads " + q
			where += " AND " + q + ".subject_hash = q0.subject_hash AND "
		}
		where += q + ".object_hash = ? AND " + q + ".predicate_hash = ?"
		object, predicate := r.hash(l.Object), r.hash(l.Predicate)
		args = append(args, object[:], predicate[:])
	}
	var found []uint64
	var subject []byte
	err := r.tx.each(ctx, text+where+" ORDER BY q0.subject_hash", args, []any{&subject}, func() {
		found = append(found, r.numbered(subject))
	})
	found = eachOnce(found)
	r.Together(found)
	return found, err
}
