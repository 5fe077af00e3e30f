package file

import (
	"context"
	"encoding/binary"
	"slices"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// Cayley looks for quads in indexes of its own, each with an entry for every key,
// which lists the numbers of the quads that share it. They are not in the file: their
// entries are made of the postings when Cayley asks for them.

// cayleyIndexes are those that Cayley is told of. Against its own two it has
// object-predicate, ahead of object-predicate-subject so that walks against an edge are
// one lookup of known size, and label.
var cayleyIndexes = []kv.QuadIndex{
	{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
	{Dirs: []quad.Direction{quad.Subject, quad.Predicate, quad.Object}},
	{Dirs: []quad.Direction{quad.Object, quad.Predicate}},
	{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
	{Dirs: []quad.Direction{quad.Label}},
}

// indexOf returns the index that has what Cayley looks for in a bucket.
func indexOf(bucket []byte) (x index, ok bool) {
	switch string(bucket) {
	case "sp", "spo":
		return bySubject, true
	case "op", "ops":
		return byObject, true
	case "c":
		return byLabel, true
	}
	return index{}, false
}

// An entries iterator lists the quads whose postings begin with the nodes of a key, which
// can be fewer than its bucket's keys have: an entry for each chunk, ascending in itself.
type entries struct {
	cursor *indexCursor // nil at the end
	begin  posting
	nodes  int // of begin
	moved  bool
	key    hidalgo.Key
	list   []byte
}

func (t *Tx) entriesOf(x index, key hidalgo.Key) *entries {
	e := &entries{key: key}
	if len(key) > 1 {
		e.nodes = min(len(key[1])/8, len(x.dirs))
		for i := range e.nodes {
			e.begin[i] = binary.BigEndian.Uint64(key[1][8*i:])
		}
	}
	e.cursor = x.cursor(t)
	return e
}

func (e *entries) Next(context.Context) bool {
	if e.cursor == nil {
		return false
	}
	if !e.moved {
		e.moved = true
		e.cursor.seek(e.begin)
	}
	var quads []uint64
	for more := true; more && e.cursor.ok && slices.Equal(e.cursor.posting[:e.nodes], e.begin[:e.nodes]); {
		quads = append(quads, e.cursor.posting[3])
		if more = e.cursor.chunk.next(); !more {
			e.cursor.nextChunk()
		}
	}
	slices.Sort(quads)
	e.list = e.list[:0]
	for _, number := range quads {
		e.list = binary.AppendUvarint(e.list, number)
	}
	return len(quads) > 0
}

func (e *entries) Key() hidalgo.Key   { return e.key }
func (e *entries) Val() hidalgo.Value { return e.list }
func (e *entries) Err() error         { return nil }
func (e *entries) Close() error       { e.cursor = nil; return nil }

// size returns an entry as long as that of a whole key, nil where there is none. Cayley
// asks for one to learn how many quads it has, and that many zeros say so.
func (e *entries) size() []byte {
	n := 0
	if e.cursor == nil {
		return nil
	}
	for ok := e.cursor.seek(e.begin); ok && slices.Equal(e.cursor.posting[:e.nodes], e.begin[:e.nodes]); ok = e.cursor.next() {
		n++
	}
	if n == 0 {
		return nil
	}
	return make([]byte, n)
}

// numbersIn goes through the numbers in an entry.
func numbersIn(list []byte) func(yield func(uint64) bool) {
	return func(yield func(uint64) bool) {
		for len(list) > 0 {
			number, n := binary.Uvarint(list)
			if n <= 0 || !yield(number) {
				return
			}
			list = list[n:]
		}
	}
}
