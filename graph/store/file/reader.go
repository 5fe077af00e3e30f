package file

import (
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
)

// This file reads a node's facts from the layout that add.go describes. Cayley's
// own way finds them by subject alone, reads every quad that it finds from the log,
// wanted or not, and sets up a transaction for each name. The store's property test
// compares the outcome with Cayley's memory store.

// A Link is what a quad says of its subject, by the numbers of the nodes. It is another name
// of a plain struct, so that links of all stores are of one type.
type Link = struct{ Predicate, Object uint64 }

// A Reader reads nodes and links through one transaction, and is good as long as that is and
// nothing is written to it. It is for one goroutine; several readers of a transaction may read
// at once.
type Reader struct {
	tx         *Tx
	nodes      logCursor
	from, into *indexCursor // by subject and by object; nil where there is nothing yet
	links      []Link       // room for those of one node
	kept       []Link       // room for those of several, of which parts are given away
}

// NewReader returns a reader of what the transaction sees.
func (t *Tx) NewReader() *Reader {
	r := &Reader{tx: t}
	if log, from, into := t.buckets["log"], bySubject.cursor(t), byObject.cursor(t); log != nil && from != nil && into != nil {
		r.nodes.log, r.from, r.into = log.Cursor(), from, into
	}
	return r
}

// Ref returns a value's node, nil where there is none.
func (r *Reader) Ref(v quad.Value) cayleygraph.Ref {
	if number := r.tx.node(v); number != 0 {
		return Ref(number)
	}
	return nil
}

// node returns the number of a value's node, 0 where there is none.
func (t *Tx) node(v quad.Value) uint64 {
	number, _ := nodeEntry(t.get(nodeKey(cayleygraph.HashOf(v))))
	return number
}

// Leads reports whether any quad leads by the predicate to the object. It may be asked of a
// transaction that has written.
func (t *Tx) Leads(predicate, object quad.Value) bool {
	to := Link{t.node(predicate), t.node(object)}
	c := byObject.cursor(t)
	return c != nil && c.seek(posting{to.Object, to.Predicate}) && c.posting[0] == to.Object && c.posting[1] == to.Predicate
}

// Ref returns how Cayley's store over a file names the node with that number.
func Ref(node uint64) cayleygraph.Ref { return kv.Int64Value(node) }

// Number returns the number of a node that Cayley's store over a file, or a reader, has
// named; 0 for nil and for nodes of other stores.
func Number(ref cayleygraph.Ref) uint64 {
	n, _ := ref.(kv.Int64Value)
	return uint64(n)
}

// Value returns a node's value. There is an error where the number is no node's.
func (r *Reader) Value(node uint64) (quad.Value, error) {
	entry, err := r.nodes.read(node)
	if err != nil {
		return nil, err
	}
	return valueIn(entry)
}

// LinksOf returns what the graph says of a node, ascending, each link once. The caller may
// keep it.
func (r *Reader) LinksOf(node uint64) []Link {
	if r.from == nil {
		return nil
	}
	r.links = r.links[:0]
	for ok := r.goTo(node); ok && r.from.posting[0] == node; ok = r.from.next() {
		l := Link{r.from.posting[1], r.from.posting[2]}
		if n := len(r.links); n == 0 || r.links[n-1] != l { // it may be under several labels
			r.links = append(r.links, l)
		}
	}
	return r.keep(r.links)
}

// keep returns a copy of links. Tens of thousands of nodes are often read, and to make
// room for each alone takes longer than to copy them.
func (r *Reader) keep(links []Link) []Link {
	if len(links) > cap(r.kept)-len(r.kept) {
		r.kept = make([]Link, 0, max(len(links), min(4096, 64+2*cap(r.kept))))
	}
	begin := len(r.kept)
	r.kept = append(r.kept, links...)
	return slices.Clip(r.kept[begin:])
}

// goTo goes to the first link of a subject, or behind where it would be. Statements are
// often read in the order in which they stand in the file, and a step costs a small part
// of a search.
func (r *Reader) goTo(subject uint64) bool {
	c := r.from
	for step := 0; step < aStep && c.ok && c.posting[0] < subject && subject-c.posting[0] < aStep; step++ {
		c.nextChunk()
	}
	if c.ok && c.posting[0] == subject {
		return true
	}
	return c.first(subject)
}

// LeadingTo adds to found the nodes from which the predicate leads to the node, ascending,
// each once.
func (r *Reader) LeadingTo(found []uint64, node, predicate uint64) []uint64 {
	r.leadingToFrom(node, predicate, 0, func(subject uint64) bool { found = append(found, subject); return true })
	return found
}

// leadingToFrom calls fn with the nodes of that number or above from which the predicate
// leads to the node, ascending, as long as it returns true.
func (r *Reader) leadingToFrom(node, predicate, least uint64, fn func(subject uint64) bool) {
	c := r.into
	if c == nil {
		return
	}
	last := uint64(0)
	for ok := c.seek(posting{node, predicate, least}); ok && c.posting[0] == node && c.posting[1] == predicate; ok = c.next() {
		if c.posting[2] == last { // under another label
			continue
		}
		last = c.posting[2]
		if !fn(last) {
			return
		}
	}
}
