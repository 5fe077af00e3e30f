package file

import (
	"bytes"
	"encoding/binary"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	hidalgo "github.com/hidal-go/hidalgo/kv"
)

// This file writes new quads in a layout that Cayley v0.7.7 reads, in part through
// cayley_index.go. Cayley's own way spends more than half of a load on what new quads do
// not need: it hashes every value of every quad, looks for each quad and each entry of
// an index before it writes it, and counts all it does for Prometheus; and its file is
// four times as large. The store's property test compares the outcome with Cayley's memory
// store.
//
// The layout: nodes and quads have numbers from one sequence, "horizon". Under its number
// each is in "log"; a node is also found by the hash of its value, in "v", which has its
// number and how many quads use it; a quad is also found by the numbers of its nodes, in
// the indexes of index.go. "size" is how many quads there are.

// addedNode is a node that added quads use.
type addedNode struct {
	value quad.Value
	hash  cayleygraph.ValueHash
	uses  uint64
	id    uint64
	made  bool // is new
}

// Add writes quads, none of which may be there or come twice. Readers of the transaction are
// no good after it.
func (t *Tx) Add(quads []quad.Quad) error {
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
	before := t.counter("horizon")
	horizon := before
	next := func() uint64 { horizon++; return horizon }
	if err := t.addNodes(ordered, next); err != nil {
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
		link.ID = next()
		if err := t.addToLog(link); err != nil {
			return err
		}
	}
	for _, x := range indexes {
		if err := x.add(t, x.postings(links), before); err != nil {
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
// statement stand together; entries go by hash, the order of their bucket.
func (t *Tx) addNodes(nodes []*addedNode, next func() uint64) error {
	byHash := slices.Clone(nodes)
	slices.SortFunc(byHash, func(a, b *addedNode) int { return bytes.Compare(a.hash[:], b.hash[:]) })
	for _, n := range byHash {
		var uses uint64
		n.id, uses = nodeEntry(t.get(nodeKey(n.hash)))
		n.uses += uses
	}
	for _, n := range nodes {
		if n.id == 0 {
			n.id, n.made = next(), true
		}
	}
	for _, n := range byHash {
		if err := t.put(nodeKey(n.hash), appendNodeEntry(nil, n.id, n.uses)); err != nil {
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
		if err := t.addToLog(&proto.Primitive{ID: n.id, Value: value}); err != nil {
			return err
		}
	}
	return nil
}

func nodeKey(hash cayleygraph.ValueHash) hidalgo.Key {
	return hidalgo.Key{{'v'}, hash[:]}
}

// nodeEntry returns a node's number and how many quads use it; 0 and 0 for no entry.
func nodeEntry(entry []byte) (id, uses uint64) {
	id, n := binary.Uvarint(entry)
	if n <= 0 {
		return 0, 0
	}
	uses, _ = binary.Uvarint(entry[n:])
	return id, uses
}

func appendNodeEntry(out []byte, id, uses uint64) []byte {
	return binary.AppendUvarint(binary.AppendUvarint(out, id), uses)
}

func (t *Tx) addToLog(p *proto.Primitive) error {
	data, err := p.Marshal()
	if err != nil {
		return err
	}
	return t.put(logKey(p.ID), data)
}

func (t *Tx) counter(name string) uint64 {
	if n := t.get(hidalgo.SKey("meta", name)); len(n) == 8 {
		return binary.LittleEndian.Uint64(n)
	}
	return 0
}

func (t *Tx) setCounter(name string, n uint64) error {
	return t.put(hidalgo.SKey("meta", name), binary.LittleEndian.AppendUint64(nil, n))
}
