package store

import (
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
