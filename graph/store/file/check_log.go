package file

import (
	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
)

// readEntry checks an entry of the log.
func (l *LayoutCheck) readEntry(sum *layoutSum, key, entry []byte, used map[uint64]uint64) {
	var p proto.Primitive
	if err := p.Unmarshal(entry); err != nil || len(key) != 8 || p.ID != numberOf(key) {
		l.wrong("", "entry %x of the log cannot be read", key)
		return
	}
	switch {
	case p.IsNode():
		sum.nodes++
		l.readNode(sum, &p, entry, used[p.ID])
	case !p.Deleted:
		sum.quads++
		for i, x := range indexes {
			sum.indexes[i] += l.hash(x.posting(&p))
		}
	}
}

// readNode checks that a node is found by its value, and its count.
func (l *LayoutCheck) readNode(sum *layoutSum, p *proto.Primitive, entry []byte, used uint64) {
	v, err := valueIn(entry)
	if err != nil || v == nil {
		l.wrong(l.documentOf(p.ID), "the value of node %d cannot be read", p.ID)
		return
	}
	hash := cayleygraph.HashOf(v)
	number, stored := nodeEntry(l.tx.get(nodeKey(hash)))
	if number != p.ID {
		l.wrong(l.documentOf(p.ID), "%s is not found by its value: one of the two has changed", shortened(v.String()))
	}
	if stored != used {
		sum.waiting[p.ID] = counted{v, stored, used}
	}
}
