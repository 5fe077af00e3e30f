package store

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"time"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// This file writes new quads in the layout that Cayley v0.7.7 reads. Cayley's own
// way spends more than half of a load on what new quads do not need: it hashes every
// value of every quad, looks for each quad and each entry of an index before it
// writes it, and counts all it does for Prometheus. The property test compares
// the outcome with Cayley's memory store.
//
// The layout: nodes and quads have numbers from one sequence, "horizon". Under
// its number each is in "log"; a node is also found by the hash of its value, in
// "v", with how many quads use it in "n"; a quad is also found by the numbers of
// its nodes, in one bucket an index, where an entry lists the quads that share
// them, ascending.

// addedNode is a node that added quads use.
type addedNode struct {
	value quad.Value
	hash  cayleygraph.ValueHash
	uses  uint64
	id    uint64
	made  bool // is new
}

// addQuads writes quads, none of which may be there or come twice.
func (t *bboltTx) addQuads(quads []quad.Quad) error {
	nodes := make(map[quad.Value]*addedNode, len(quads)/2)
	var ordered []*addedNode // by first use
	for _, q := range quads {
		for _, d := range quad.Directions {
			v := q.Get(d)
			if v == nil {
				continue
			}
			if nodes[v] == nil {
				nodes[v] = &addedNode{value: v, hash: cayleygraph.HashOf(v)}
				ordered = append(ordered, nodes[v])
			}
			nodes[v].uses++
		}
	}
	before, now := t.counter("horizon"), time.Now().UnixNano()
	horizon := before
	next := func() uint64 { horizon++; return horizon }
	if err := t.addNodes(ordered, next, now); err != nil {
		return err
	}
	links := make([]proto.Primitive, len(quads))
	for i, q := range quads {
		link := &links[i]
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				link.SetDirection(d, nodes[v].id)
			}
		}
		link.ID, link.Timestamp = next(), now
		if err := t.addToLog(link); err != nil {
			return err
		}
	}
	for _, index := range quadIndexes {
		if err := t.addToIndex(index, links, before); err != nil {
			return err
		}
	}
	if err := t.setCounter("horizon", horizon); err != nil {
		return err
	}
	return t.setCounter("size", t.counter("size")+uint64(len(links)))
}

// addNodes finds the numbers of the nodes or makes them, and counts their uses.
// New ones are numbered in the order given, so that in the log the values of one
// statement stand together; names and counts go by hash, the order of their buckets.
func (t *bboltTx) addNodes(nodes []*addedNode, next func() uint64, now int64) error {
	byHash := slices.Clone(nodes)
	slices.SortFunc(byHash, func(a, b *addedNode) int { return bytes.Compare(a.hash[:], b.hash[:]) })
	for _, n := range byHash {
		n.id, _ = binary.Uvarint(t.get(nodeKey('v', n.hash)))
	}
	for _, n := range nodes {
		if n.id == 0 {
			n.id, n.made = next(), true
		}
	}
	for _, n := range byHash {
		count := nodeKey('n', n.hash)
		uses := n.uses
		if !n.made {
			old, _ := binary.Uvarint(t.get(count))
			uses += old
		} else if err := t.Put(nodeKey('v', n.hash), binary.AppendUvarint(nil, n.id)); err != nil {
			return err
		}
		if err := t.Put(count, binary.AppendUvarint(nil, uses)); err != nil {
			return err
		}
	}
	for _, n := range nodes {
		if !n.made {
			continue
		}
		value, err := pquads.MarshalValue(n.value)
		if err != nil {
			return err
		}
		if err := t.addToLog(&proto.Primitive{ID: n.id, Value: value, Timestamp: now}); err != nil {
			return err
		}
	}
	return nil
}

func nodeKey(bucket byte, hash cayleygraph.ValueHash) hidalgo.Key {
	return hidalgo.Key{{bucket}, hash[:]}
}

func (t *bboltTx) addToLog(p *proto.Primitive) error {
	data, err := p.Marshal()
	if err != nil {
		return err
	}
	return t.Put(hidalgo.Key{[]byte("log"), binary.BigEndian.AppendUint64(nil, p.ID)}, data)
}

// addToIndex appends the quads to the entries of an index, in the order of the
// keys. Nodes with a number above before are new, so no entry has them yet.
func (t *bboltTx) addToIndex(index kv.QuadIndex, links []proto.Primitive, before uint64) error {
	type entry struct {
		nodes [3]uint64
		link  *proto.Primitive
	}
	entries := make([]entry, len(links))
	for i := range links {
		entries[i].link = &links[i]
		for j, d := range index.Dirs {
			entries[i].nodes[j] = links[i].GetDirection(d)
		}
	}
	slices.SortFunc(entries, func(a, b entry) int {
		for j := range a.nodes {
			if c := cmp.Compare(a.nodes[j], b.nodes[j]); c != 0 {
				return c
			}
		}
		return cmp.Compare(a.link.ID, b.link.ID)
	})
	for i := 0; i < len(entries); {
		e, key := entries[i], index.KeyFor(entries[i].link)
		var list []byte
		if max(e.nodes[0], e.nodes[1], e.nodes[2]) <= before {
			list = slices.Clone(t.get(key))
		}
		for ; i < len(entries) && entries[i].nodes == e.nodes; i++ {
			list = binary.AppendUvarint(list, entries[i].link.ID)
		}
		if err := t.Put(key, list); err != nil {
			return err
		}
	}
	return nil
}

func (t *bboltTx) counter(name string) uint64 {
	if n := t.get(hidalgo.SKey("meta", name)); len(n) == 8 {
		return binary.LittleEndian.Uint64(n)
	}
	return 0
}

func (t *bboltTx) setCounter(name string, n uint64) error {
	return t.Put(hidalgo.SKey("meta", name), binary.LittleEndian.AppendUint64(nil, n))
}
