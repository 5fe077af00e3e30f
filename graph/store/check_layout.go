package store

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"math"
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"

	"counterclaim/graph"
)

// This file checks the layout that kv_add.go describes, in one pass over the log and each
// index, by parts of the numbers of nodes and quads.
//
// An index agrees with the log where both have the same pairs of a key and a quad's number.
// To look each pair up would take as many searches; here both sides add up hashes of their
// pairs, and the sums are compared: they differ if a single pair does.

// layoutPart is how many numbers make a part.
const layoutPart = 1 << 16

func layoutParts(t *bboltTx) int { return int(min(t.counter("horizon")/layoutPart, math.MaxInt32)) + 1 }

// storedIndexes returns the indexes that the file has as buckets.
func (t *bboltTx) storedIndexes() (out []kv.QuadIndex) {
	for _, index := range quadIndexes {
		if t.indexBucket(index) != nil {
			out = append(out, index)
		}
	}
	return out
}

func (t *bboltTx) indexBucket(index kv.QuadIndex) *bbolt.Bucket {
	return t.buckets[indexName(index)]
}

func indexName(index kv.QuadIndex) string { return string(index.Key(nil)[0]) }

// A layoutSum is what parts add up to.
type layoutSum struct {
	nodes, quads uint64
	indexes      []uint64          // by index: the log's pairs less its own, 0 where both are the same
	predicates   map[uint64]uint64 // how many quads have it
	waiting      map[uint64]counted
}

// counted is a node whose count is not that of the quads that have it as subject, object or
// label: it may be a predicate.
type counted struct {
	value  quad.Value
	stored uint64
	used   uint64
}

// layout checks the log, the nodes and the indexes.
func (c *deepCheck) layout(ctx context.Context, t *bboltTx, parts int) error {
	if t.buckets["log"] == nil {
		return nil // nothing was ever written
	}
	l := &layoutCheck{deepCheck: c, bboltTx: t, indexes: t.storedIndexes(), seed: maphash.MakeSeed()}
	l.sum = l.newSum()
	err := c.inParts(parts, func() (func(i int) error, error) {
		return func(i int) error {
			begin, end := uint64(i)*layoutPart, uint64(i+1)*layoutPart
			if i == parts-1 {
				end = math.MaxUint64
			}
			l.add(l.part(begin, end))
			return ctx.Err()
		}, nil
	})
	if err == nil {
		l.compare()
	}
	return err
}

type layoutCheck struct {
	*deepCheck
	*bboltTx
	indexes []kv.QuadIndex // that are buckets
	seed    maphash.Seed

	adding sync.Mutex // guards sum
	sum    *layoutSum
}

func (l *layoutCheck) newSum() *layoutSum {
	return &layoutSum{indexes: make([]uint64, len(l.indexes)), predicates: map[uint64]uint64{}, waiting: map[uint64]counted{}}
}

func (l *layoutCheck) add(part *layoutSum) {
	l.adding.Lock()
	defer l.adding.Unlock()
	l.sum.nodes += part.nodes
	l.sum.quads += part.quads
	for i, n := range part.indexes {
		l.sum.indexes[i] += n
	}
	for p, n := range part.predicates {
		l.sum.predicates[p] += n
	}
	for node, n := range part.waiting {
		l.sum.waiting[node] = n
	}
}

// part reads what has numbers from begin on and below end: log entries, and index entries
// whose key begins with one.
func (l *layoutCheck) part(begin, end uint64) *layoutSum {
	sum := l.newSum()
	used := map[uint64]uint64{}
	for i, index := range l.indexes {
		l.readIndex(sum, i, index, begin, end, used)
	}
	cursor := l.buckets["log"].Cursor()
	for key, entry := cursor.Seek(numberKey(begin)); key != nil && (numberOf(key) < end || len(key) != 8); key, entry = cursor.Next() {
		l.readEntry(sum, key, entry, used)
	}
	return sum
}

func numberKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

// readIndex takes the pairs of an index from the sum, and counts how often nodes are used.
func (l *layoutCheck) readIndex(sum *layoutSum, i int, index kv.QuadIndex, begin, end uint64, used map[uint64]uint64) {
	name := indexName(index)
	counts := name == indexName(fromIndex) || name == indexName(intoIndex) || len(index.Dirs) == 1
	cursor := l.indexBucket(index).Cursor()
	for key, list := cursor.Seek(numberKey(begin)); key != nil; key, list = cursor.Next() {
		if len(key) != 8*len(index.Dirs) {
			l.wrong("", "index %s has a key of %d bytes", name, len(key))
			continue
		}
		first := binary.BigEndian.Uint64(key)
		if first >= end {
			return
		}
		n := uint64(0)
		for number := range numbersIn(list) {
			sum.indexes[i] -= l.pair(key, number)
			n++
		}
		if counts {
			used[first] += n
		}
		if name == indexName(fromIndex) {
			sum.predicates[binary.BigEndian.Uint64(key[8:])] += n
		}
		if len(index.Dirs) == 1 && !l.isLabel(first) {
			l.wrong("", "%d quads are under %s, which is no document", n, l.shownNode(first))
		}
	}
}

// isLabel reports whether quads can be of the node: a document, or that of all actors.
func (l *layoutCheck) isLabel(node uint64) bool {
	if node == l.numberOf(graph.ActorsLabel) {
		return true
	}
	var typed proto.Primitive
	typed.SetDirection(quad.Subject, node)
	typed.SetDirection(quad.Predicate, l.numberOf(quad.IRI(graph.PType)))
	typed.SetDirection(quad.Object, l.numberOf(quad.IRI("class:document")))
	return l.get(fromIndex.KeyFor(&typed)) != nil
}

func (l *layoutCheck) numberOf(v quad.Value) uint64 {
	n, _ := binary.Uvarint(l.get(nodeKey('v', cayleygraph.HashOf(v))))
	return n
}

// pair returns the hash of an index's key with the number of a quad.
func (l *layoutCheck) pair(key []byte, number uint64) uint64 {
	var text [32]byte
	return maphash.Bytes(l.seed, binary.BigEndian.AppendUint64(append(text[:0], key...), number))
}

// compare checks what the parts have added up to.
func (l *layoutCheck) compare() {
	for node, n := range l.sum.waiting {
		if used := n.used + l.sum.predicates[node]; n.stored != used {
			l.wrong(l.documentOf(node), "%s is counted as used %d times, and is %d times", shortened(n.value.String()), n.stored, used)
		}
	}
	for _, names := range []string{"v", "n"} {
		if b := l.buckets[names]; b != nil && uint64(b.Stats().KeyN) != l.sum.nodes {
			l.wrong("", "of %d nodes are %d in %q", l.sum.nodes, b.Stats().KeyN, names)
		}
	}
	if size := l.counter("size"); size != l.sum.quads {
		l.wrong("", "the store is counted as %d quads, and has %d", size, l.sum.quads)
	}
	for i, sum := range l.sum.indexes {
		if sum != 0 {
			l.locate(l.indexes[i])
		}
	}
}

func (l *layoutCheck) wrong(document, format string, args ...any) {
	l.note(Misfit{document, fmt.Sprintf(format, args...), doRebuild})
}
