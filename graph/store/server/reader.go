package server

import (
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"
)

// A Reader reads in a transaction what nodes are and say, past Cayley and many in one query:
// Cayley asks the server for each node's links and for each name, and on a network an answer
// takes longer than a thousand links. It numbers nodes from 1 on as it meets them, and takes
// no numbers but its own. It keeps what it has read. It is for one goroutine.
type Reader struct {
	tx      *Tx
	numbers map[cayleygraph.ValueHash]uint64
	nodes   []cayleygraph.ValueHash // by number, the first is that of 1
	values  map[uint64]quad.Value
	links   map[uint64][]Link
	places  map[uint64]place
}

// A place is where a node stands among others that one query found, of which who asks
// for one soon asks for the next.
type place struct {
	found []uint64
	at    int
}

// NewReader returns a reader of the transaction, which is good as long as that is.
func (t *Tx) NewReader() *Reader {
	r := &Reader{numbers: map[cayleygraph.ValueHash]uint64{}}
	r.TurnTo(t)
	return r
}

// TurnTo makes the reader read another transaction of the same database, or forget all
// that it has read of the same one. Nodes keep their numbers.
func (r *Reader) TurnTo(t *Tx) {
	r.tx, r.values = t, map[uint64]quad.Value{}
	r.Forget()
}

// Forget drops what was read of links, and what was found together, for an update to call
// before it writes. Values stay.
func (r *Reader) Forget() {
	r.links, r.places = map[uint64][]Link{}, map[uint64]place{}
}

// Number returns the number of a node that Cayley's store over a transaction has named. The
// server is not asked: there need be no such node.
func (r *Reader) Number(ref cayleygraph.Ref) uint64 {
	node, _ := ref.(csql.NodeHash)
	return r.number(node.ValueHash)
}

func (r *Reader) number(hash cayleygraph.ValueHash) uint64 {
	n, ok := r.numbers[hash]
	if !ok {
		r.nodes = append(r.nodes, hash)
		n = uint64(len(r.nodes))
		r.numbers[hash] = n
	}
	return n
}

func (r *Reader) numbered(hash []byte) uint64 { return r.number(cayleygraph.ValueHash(hash)) }

func (r *Reader) hash(node uint64) cayleygraph.ValueHash { return r.nodes[node-1] }

func (r *Reader) hashes(nodes []uint64) [][]byte {
	out := make([][]byte, len(nodes))
	for i, n := range nodes {
		h := r.hash(n)
		out[i] = h[:]
	}
	return out
}

// Together says that the nodes were found together, of which who asks for one soon asks for
// the next: what is read of one of them is read of the next ones in the same query, 500 at
// most. The list stays the caller's.
func (r *Reader) Together(found []uint64) {
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
func (r *Reader) withNext(node uint64, known func(uint64) bool) []uint64 {
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
