package store

import (
	"encoding/binary"
	"errors"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

// This file reads a node's facts from the layout that kv_add.go describes. Cayley's
// own way finds them by subject alone, reads every quad that it finds from the log,
// wanted or not, and sets up a transaction for each name. The property test compares
// the outcome with Cayley's memory store.

// A fileReader reads nodes and links through one transaction. It is for one
// goroutine.
type fileReader struct {
	*bboltTx
	nodes      logCursor
	from, into *indexCursor // by subject and by object; nil where there is nothing yet
	links      []link       // room for those of one node
	kept       []link       // room for those of several, of which parts are given away
}

func newFileReader(t *bboltTx) *fileReader {
	r := &fileReader{bboltTx: t}
	if log, from, into := t.buckets["log"], bySubject.cursor(t), byObject.cursor(t); log != nil && from != nil && into != nil {
		r.nodes.log, r.from, r.into = log.Cursor(), from, into
	}
	return r
}

// A logCursor reads the log. What belongs together was added together, so the next
// entry is often near, and a step costs a small part of a search.
type logCursor struct {
	log   *bbolt.Cursor // nil where there is no log yet
	at    uint64        // the number it stands at, 0 where it has not been moved
	entry []byte
}

// aStep is how far it pays to walk rather than to search.
const aStep = 48

// read returns what the log has under a number.
func (c *logCursor) read(number uint64) ([]byte, error) {
	if c.log == nil {
		return nil, errDamaged
	}
	var key []byte
	if c.at == 0 || number+aStep < c.at || number > c.at+aStep {
		key, c.entry = c.log.Seek(binary.BigEndian.AppendUint64(nil, number))
		c.at = numberOf(key)
	}
	for c.at != 0 && c.at < number {
		key, c.entry = c.log.Next()
		c.at = numberOf(key)
	}
	for c.at > number {
		key, c.entry = c.log.Prev()
		c.at = numberOf(key)
	}
	if c.at != number {
		return nil, errDamaged
	}
	return c.entry, nil
}

var errDamaged = errors.New("the store is damaged: an index names what is not there; load the documents into a new one")

func numberOf(key []byte) uint64 {
	if len(key) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}

// ref returns a value's node, which is its number, nil where there is none.
func (r *fileReader) ref(v quad.Value) cayleygraph.Ref {
	if number := r.node(v); number != 0 {
		return kv.Int64Value(number)
	}
	return nil
}

// node returns the number of a value's node, 0 where there is none.
func (t *bboltTx) node(v quad.Value) uint64 {
	number, _ := nodeEntry(t.get(nodeKey(cayleygraph.HashOf(v))))
	return number
}

func number(ref cayleygraph.Ref) uint64 {
	n, _ := ref.(kv.Int64Value)
	return uint64(n)
}

// value returns a node's value.
func (r *fileReader) value(node uint64) (quad.Value, error) {
	entry, err := r.nodes.read(node)
	if err != nil {
		return nil, err
	}
	return valueIn(entry)
}

// linksOf returns what the graph says of a node.
func (r *fileReader) linksOf(node uint64) []link {
	if r.from == nil {
		return nil
	}
	r.links = r.links[:0]
	for ok := r.goTo(node); ok && r.from.posting[0] == node; ok = r.from.next() {
		l := link{r.from.posting[1], r.from.posting[2]}
		if n := len(r.links); n == 0 || r.links[n-1] != l { // it may be under several labels
			r.links = append(r.links, l)
		}
	}
	return r.keep(r.links)
}

// keep returns a copy of links. Tens of thousands of nodes are often read, and to make
// room for each alone takes longer than to copy them.
func (r *fileReader) keep(links []link) []link {
	if len(links) > cap(r.kept)-len(r.kept) {
		r.kept = make([]link, 0, max(len(links), min(4096, 64+2*cap(r.kept))))
	}
	begin := len(r.kept)
	r.kept = append(r.kept, links...)
	return slices.Clip(r.kept[begin:])
}

// goTo goes to the first link of a subject, or behind where it would be. Statements are
// often read in the order in which they stand in the file, and a step costs a small part
// of a search.
func (r *fileReader) goTo(subject uint64) bool {
	c := r.from
	for step := 0; step < aStep && c.ok && c.posting[0] < subject && subject-c.posting[0] < aStep; step++ {
		c.nextChunk()
	}
	if c.ok && c.posting[0] == subject {
		return true
	}
	return c.first(subject)
}

// leadingTo adds to found the nodes from which the predicate leads to the node.
func (r *fileReader) leadingTo(found []uint64, node, predicate uint64) []uint64 {
	r.leadingToFrom(node, predicate, 0, func(subject uint64) bool { found = append(found, subject); return true })
	return found
}

// leadingToFrom calls fn with the nodes of that number or above from which the predicate
// leads to the node, ascending, as long as it returns true.
func (r *fileReader) leadingToFrom(node, predicate, least uint64, fn func(subject uint64) bool) {
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
