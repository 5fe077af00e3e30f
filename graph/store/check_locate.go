package store

import (
	"cmp"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
)

// What follows is asked for only where something is wrong.

// locate says of which documents an index that is wrong lacks quads.
func (l *layoutCheck) locate(index kv.QuadIndex) {
	const (
		most    = 20
		longest = 1 << 14 // bytes of an entry; to look through longer ones for each quad takes for ever
	)
	found := 0
	cursor := l.buckets["log"].Cursor()
	for key, entry := cursor.First(); key != nil && found < most; key, entry = cursor.Next() {
		var p proto.Primitive
		if p.Unmarshal(entry) != nil || p.IsNode() || p.Deleted {
			continue
		}
		list := l.get(index.KeyFor(&p))
		if len(list) <= longest && !lists(list, p.ID) {
			found++
			l.wrong(l.nodeName(p.Label), "index %s lacks a quad (%s)", indexName(index), shortened(l.shownQuad(&p)))
		}
	}
	if found == 0 {
		l.wrong("", "index %s does not agree with the log", indexName(index))
	}
}

func lists(list []byte, wanted uint64) bool {
	for number := range numbersIn(list) {
		if number == wanted {
			return true
		}
	}
	return false
}

// documentOf returns a document that uses the node, "" where none is found.
func (l *layoutCheck) documentOf(node uint64) string {
	for _, index := range []kv.QuadIndex{fromIndex, intoIndex} {
		b := l.indexBucket(index)
		if b == nil {
			continue
		}
		key, list := b.Cursor().Seek(numberKey(node))
		if len(key) != 24 || numberOf(key[:8]) != node {
			continue
		}
		for number := range numbersIn(list) {
			var p proto.Primitive
			if p.Unmarshal(l.buckets["log"].Get(numberKey(number))) == nil {
				return l.nodeName(p.Label)
			}
		}
	}
	return ""
}

// nodeName returns the name of a node, "" where it has none.
func (l *layoutCheck) nodeName(node uint64) string { return nodeName(l.valueOf(node)) }

// valueOf returns the value of a node, nil where it cannot be read.
func (l *layoutCheck) valueOf(node uint64) quad.Value {
	v, _ := valueIn(l.buckets["log"].Get(numberKey(node)))
	return v
}

func (l *layoutCheck) shownNode(node uint64) string {
	return cmp.Or(shortened(quad.StringOf(l.valueOf(node))), "a node that is not there")
}

func (l *layoutCheck) shownQuad(p *proto.Primitive) string {
	out := ""
	for _, d := range []quad.Direction{quad.Subject, quad.Predicate, quad.Object} {
		out += " " + l.shownNode(p.GetDirection(d))
	}
	return out[1:]
}
