package server

import (
	"bytes"
	"context"
	"fmt"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// This file writes to the tables that Cayley reads: a quad is the hashes of its four
// values, and a node has its value and how many quads use it. Cayley's own way asks
// the server once for each node and each quad.

// A sqlNode is a node that quads use.
type sqlNode struct {
	value quad.Value
	hash  cayleygraph.ValueHash
	uses  int // more of them or, where it is below 0, fewer
}

// A sqlQuad has the hashes of subject, predicate, object and label; one that it lacks
// is all zero.
type sqlQuad [4]cayleygraph.ValueHash

// Add writes quads, none of which may be there or come twice. It is for an update. Some tens of
// thousands at a time are written fastest.
func (t *Tx) Add(quads []quad.Quad) error {
	ctx := context.Background()
	nodes, rows := hashed(quads, 1)
	there, err := t.there(ctx, nodes)
	if err != nil {
		return err
	}
	var known, fresh []*sqlNode
	for _, n := range nodes {
		if there[n.hash] {
			known = append(known, n)
		} else {
			fresh = append(fresh, n)
		}
	}
	if err := t.server.countUses(ctx, t, known); err != nil {
		return err
	}
	if err := t.server.copyNodes(ctx, t, fresh); err != nil {
		return err
	}
	t.nodes += len(fresh)
	t.quads += len(rows)
	return t.server.copyQuads(ctx, t, rows)
}

// Remove takes out quads, and the nodes that no quad uses now. Those that come twice count
// once; one that is not there is an error. It is for an update.
func (t *Tx) Remove(quads []quad.Quad) error {
	ctx := context.Background()
	nodes, rows := hashed(eachOnce(slices.Clone(quads)), -1)
	gone, err := t.server.deleteQuads(ctx, t, rows)
	if err == nil && gone != int64(len(rows)) {
		err = fmt.Errorf("%d quads to take out, and %d of them are there; load the documents into a new store", len(rows), gone)
	}
	if err != nil {
		return err
	}
	if err := t.server.countUses(ctx, t, nodes); err != nil {
		return err
	}
	t.quads -= len(rows)
	for part := range chunks(hashesOf(nodes)) {
		where, args := t.server.among("hash", part)
		unused, err := t.exec(ctx, "DELETE FROM nodes WHERE refs <= 0 AND "+where, args...)
		if err != nil {
			return err
		}
		t.nodes -= int(unused)
	}
	return nil
}

// there returns which of the nodes the store has.
func (t *Tx) there(ctx context.Context, nodes []*sqlNode) (map[cayleygraph.ValueHash]bool, error) {
	found := make(map[cayleygraph.ValueHash]bool, len(nodes)/4)
	var hash []byte
	for part := range chunks(hashesOf(nodes)) {
		where, args := t.server.among("hash", part)
		err := t.each(ctx, "SELECT hash FROM nodes WHERE "+where, args, []any{&hash}, func() {
			found[cayleygraph.ValueHash(hash)] = true
		})
		if err != nil {
			return nil, err
		}
	}
	return found, nil
}

// hashed returns the nodes of the quads, and the quads by their hashes, both sorted: so
// the server writes to its indexes from left to right. Each use counts so much.
func hashed(quads []quad.Quad, use int) ([]*sqlNode, []sqlQuad) {
	known := make(map[quad.Value]*sqlNode, len(quads)/2)
	var nodes []*sqlNode
	rows := make([]sqlQuad, len(quads))
	for i, q := range quads {
		for j, d := range quad.Directions {
			v := q.Get(d)
			if v == nil {
				continue
			}
			n := known[v]
			if n == nil {
				n = &sqlNode{value: v, hash: cayleygraph.HashOf(v)}
				known[v] = n
				nodes = append(nodes, n)
			}
			n.uses += use
			rows[i][j] = n.hash
		}
	}
	slices.SortFunc(nodes, func(a, b *sqlNode) int { return bytes.Compare(a.hash[:], b.hash[:]) })
	slices.SortFunc(rows, func(a, b sqlQuad) int {
		for j := range a {
			if c := bytes.Compare(a[j][:], b[j][:]); c != 0 {
				return c
			}
		}
		return 0
	})
	return nodes, rows
}

func hashesOf(nodes []*sqlNode) [][]byte {
	out := make([][]byte, len(nodes))
	for i, n := range nodes {
		out[i] = n.hash[:]
	}
	return out
}

// chunks goes through the list in parts that fit into one query.
func chunks[T any](list []T) func(yield func([]T) bool) {
	const most = 10_000
	return func(yield func([]T) bool) {
		for len(list) > 0 {
			n := min(most, len(list))
			if !yield(list[:n]) {
				return
			}
			list = list[n:]
		}
	}
}
