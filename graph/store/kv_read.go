package store

import (
	"bytes"
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
	from, into *bbolt.Cursor // by subject, predicate, object, and by object, predicate, subject; nil where there is nothing yet
	next       []byte        // the key at which from stands, nil where it has not been moved
	links      []link        // room for those of one node
	kept       []link        // room for those of several, of which parts are given away
}

func newFileReader(t *bboltTx) *fileReader {
	r := &fileReader{bboltTx: t}
	if log, from, into := t.buckets["log"], t.buckets["spo"], t.buckets["ops"]; log != nil && from != nil && into != nil {
		r.nodes.log, r.from, r.into = log.Cursor(), from.Cursor(), into.Cursor()
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
	if number, _ := binary.Uvarint(r.get(nodeKey('v', cayleygraph.HashOf(v)))); number != 0 {
		return kv.Int64Value(number)
	}
	return nil
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
	key := r.goTo(node)
	for ; len(key) == 24 && binary.BigEndian.Uint64(key) == node; key, _ = r.from.Next() {
		r.links = append(r.links, link{binary.BigEndian.Uint64(key[8:]), binary.BigEndian.Uint64(key[16:])})
	}
	r.next = key
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

// goTo returns the first link of a subject. Statements are often read in the order in
// which they stand in the file, and a step costs a small part of a search.
func (r *fileReader) goTo(subject uint64) []byte {
	key := r.next
	for step := 0; step < aStep && len(key) == 24 && binary.BigEndian.Uint64(key) < subject && subject-binary.BigEndian.Uint64(key) < aStep; step++ {
		key, _ = r.from.Next()
	}
	if len(key) != 24 || binary.BigEndian.Uint64(key) != subject {
		key, _ = r.from.Seek(binary.BigEndian.AppendUint64(make([]byte, 0, 8), subject))
	}
	return key
}

// leadingTo adds to found the nodes from which the predicate leads to the node.
func (r *fileReader) leadingTo(found []uint64, node, predicate uint64) []uint64 {
	entries(r.into, node, predicate, func(_, subject uint64) { found = append(found, subject) })
	return found
}

// leadingToFrom calls fn with the nodes of that number or above from which the predicate
// leads to the node, ascending, as long as it returns true.
func (r *fileReader) leadingToFrom(node, predicate, least uint64, fn func(subject uint64) bool) {
	if r.into == nil {
		return
	}
	begin := binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(make([]byte, 0, 24), node), predicate)
	for key, _ := r.into.Seek(binary.BigEndian.AppendUint64(begin, least)); len(key) == 24 && bytes.HasPrefix(key, begin); key, _ = r.into.Next() {
		if !fn(binary.BigEndian.Uint64(key[16:])) {
			return
		}
	}
}

// entries calls fn with the second and third part of an index's keys that begin with
// the first part and, where it is not 0, the second.
func entries(index *bbolt.Cursor, first, second uint64, fn func(second, third uint64)) {
	if index == nil {
		return
	}
	begin := binary.BigEndian.AppendUint64(make([]byte, 0, 16), first)
	if second != 0 {
		begin = binary.BigEndian.AppendUint64(begin, second)
	}
	for key, _ := index.Seek(begin); len(key) == 24 && bytes.HasPrefix(key, begin); key, _ = index.Next() {
		fn(binary.BigEndian.Uint64(key[8:]), binary.BigEndian.Uint64(key[16:]))
	}
}
