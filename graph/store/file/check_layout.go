package file

import (
	"encoding/binary"
	"fmt"
	"hash/maphash"
	"math"
	"sync"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// This file checks the layout that add.go describes, in one pass over the log and each
// index, by parts of the numbers of nodes and quads.
//
// An index agrees with the log where both have the same postings. To look each up would take
// as many searches; here both sides add up hashes of their postings, and the sums are
// compared: they differ if a single posting does.

// layoutPart is how many numbers make a part.
const layoutPart = 1 << 16

// A layoutSum is what parts add up to.
type layoutSum struct {
	nodes, quads uint64
	indexes      []uint64          // by index: the log's postings less its own, 0 where both are the same
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

// A LayoutCheck checks the log, the nodes and the indexes of a file whose pages are in order:
//
//	l := tx.CheckLayout(note)
//	for i := range l.Parts() { l.Part(i) } // in any order, and at once
//	l.Compare()
type LayoutCheck struct {
	tx   *Tx
	note func(document, what string)
	seed maphash.Seed

	adding sync.Mutex // guards sum
	sum    *layoutSum
}

// CheckLayout begins a check of what the transaction reads. note is called with each thing
// that is wrong, and the document that it is of, "" where that cannot be told: in Part and
// Compare, by as many goroutines as call these.
func (t *Tx) CheckLayout(note func(document, what string)) *LayoutCheck {
	l := &LayoutCheck{tx: t, note: note, seed: maphash.MakeSeed()}
	l.sum = l.newSum()
	return l
}

// Parts returns how many parts the check has.
func (l *LayoutCheck) Parts() int {
	return int(min(l.tx.counter("horizon")/layoutPart, math.MaxInt32)) + 1
}

// Part checks one of the parts, from 0 on. Parts may be checked at once.
func (l *LayoutCheck) Part(i int) {
	if l.tx.buckets["log"] == nil {
		return // nothing was ever written
	}
	begin, end := uint64(i)*layoutPart, uint64(i+1)*layoutPart
	if i == l.Parts()-1 {
		end = math.MaxUint64
	}
	l.add(l.part(begin, end))
}

func (l *LayoutCheck) newSum() *layoutSum {
	return &layoutSum{indexes: make([]uint64, len(indexes)), predicates: map[uint64]uint64{}, waiting: map[uint64]counted{}}
}

func (l *LayoutCheck) add(part *layoutSum) {
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

// part reads what has numbers from begin on and below end: log entries, and postings whose
// first node has one.
func (l *LayoutCheck) part(begin, end uint64) *layoutSum {
	sum := l.newSum()
	used := map[uint64]uint64{}
	for i, x := range indexes {
		l.readIndex(sum, i, x, begin, end, used)
	}
	cursor := l.tx.buckets["log"].Cursor()
	for key, entry := cursor.Seek(numberKey(begin)); key != nil && (numberOf(key) < end || len(key) != 8); key, entry = cursor.Next() {
		l.readEntry(sum, key, entry, used)
	}
	return sum
}

// readIndex takes the postings of an index from the sum, and counts how often nodes are used.
func (l *LayoutCheck) readIndex(sum *layoutSum, i int, x index, begin, end uint64, used map[uint64]uint64) {
	cursor, labels := x.cursor(l.tx), len(x.dirs) == 1
	if cursor == nil {
		return
	}
	label, quads := uint64(0), 0
	tell := func() {
		if labels && quads > 0 && !l.isLabel(label) {
			l.wrong("", "%d quads are under %s, which is no document", quads, l.shownNode(label))
		}
	}
	for ok := cursor.first(begin); ok && cursor.posting[0] < end; ok = cursor.next() {
		p := cursor.posting
		sum.indexes[i] -= l.hash(p)
		used[p[0]]++
		if x.bucket == bySubject.bucket {
			sum.predicates[p[1]]++
		}
		if p[0] != label {
			tell()
			label, quads = p[0], 0
		}
		quads++
	}
	tell()
}

// isLabel reports whether quads can be of the node: a document, or that of all actors.
func (l *LayoutCheck) isLabel(node uint64) bool {
	if node == l.tx.node(graph.ActorsLabel) {
		return true
	}
	typed := posting{node, l.tx.node(quad.IRI(graph.PType)), l.tx.node(quad.IRI("class:document"))}
	c := bySubject.cursor(l.tx)
	return c != nil && c.seek(typed) && [3]uint64(c.posting[:]) == [3]uint64(typed[:])
}

// hash returns the hash of a posting.
func (l *LayoutCheck) hash(p posting) uint64 {
	var text [32]byte
	for i, n := range p {
		binary.BigEndian.PutUint64(text[8*i:], n)
	}
	return maphash.Bytes(l.seed, text[:])
}

// Compare checks what the parts have added up to, when all are done.
func (l *LayoutCheck) Compare() {
	if l.tx.buckets["log"] == nil {
		return
	}
	for node, n := range l.sum.waiting {
		if used := n.used + l.sum.predicates[node]; n.stored != used {
			l.wrong(l.documentOf(node), "%s is counted as used %d times, and is %d times", shortened(n.value.String()), n.stored, used)
		}
	}
	if b := l.tx.buckets["v"]; b != nil && uint64(b.Stats().KeyN) != l.sum.nodes {
		l.wrong("", "of %d nodes are %d found by their values", l.sum.nodes, b.Stats().KeyN)
	}
	if size := l.tx.counter("size"); size != l.sum.quads {
		l.wrong("", "the store is counted as %d quads, and has %d", size, l.sum.quads)
	}
	for i, sum := range l.sum.indexes {
		if sum != 0 {
			l.locate(indexes[i])
		}
	}
}

func (l *LayoutCheck) wrong(document, format string, args ...any) {
	l.note(document, fmt.Sprintf(format, args...))
}
