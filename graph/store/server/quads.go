package server

import (
	"context"
	"encoding/binary"
	"fmt"
	"strings"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// This file reads whole quads, many in one query.

// quadsWhere returns the quads for which the condition holds.
func (r *Reader) quadsWhere(ctx context.Context, where string, args ...any) ([]quad.Quad, error) {
	var rows [][4]uint64
	var columns [4][]byte
	var nodes []uint64
	asked := map[uint64]bool{}
	err := r.tx.each(ctx, "SELECT "+strings.Join(quadColumns, ", ")+" FROM quads WHERE "+where, args, []any{&columns[0], &columns[1], &columns[2], &columns[3]}, func() {
		var row [4]uint64
		for i, hash := range columns {
			if !(cayleygraph.ValueHash(hash)).Valid() {
				continue
			}
			n := r.numbered(hash)
			row[i] = n
			if !asked[n] && r.values[n] == nil && vocabulary[r.hash(n)] == nil {
				asked[n] = true
				nodes = append(nodes, n)
			}
		}
		rows = append(rows, row)
	})
	if err != nil {
		return nil, err
	}
	r.readValues(ctx, nodes)
	out := make([]quad.Quad, len(rows))
	for i, row := range rows {
		for j, d := range quad.Directions {
			if row[j] != 0 {
				out[i].Set(d, r.Value(ctx, row[j]))
			}
		}
	}
	return out, r.tx.failed
}

// Quads returns the quads that have these values, one direction at least.
func (r *Reader) Quads(ctx context.Context, having map[quad.Direction]quad.Value) ([]quad.Quad, error) {
	where, args := matching(having)
	return r.quadsWhere(ctx, where, args...)
}

// QuadsOf returns the quads that have one of these subjects.
func (r *Reader) QuadsOf(ctx context.Context, subjects []quad.Value) ([]quad.Quad, error) {
	hashes := make([][]byte, len(subjects))
	for i, v := range subjects {
		h := cayleygraph.HashOf(v)
		hashes[i] = h[:]
	}
	var out []quad.Quad
	for part := range chunks(hashes) {
		where, args := r.tx.server.among("subject_hash", part)
		quads, err := r.quadsWhere(ctx, where, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, quads...)
	}
	return out, nil
}

// Each calls fn with all quads, in any order. It reads some thousands at a time: hashes are
// spread evenly, so that parts of their range have as many each. What the reader has read it
// forgets now and then, so that memory is bounded.
func (r *Reader) Each(ctx context.Context, fn func(quad.Quad)) error {
	const inPart, mostValues = 20_000, 500_000
	stats, err := r.tx.qs.Stats(ctx, false)
	if err != nil {
		return err
	}
	parts := uint64(stats.Quads.Size/inPart + 1)
	bound := func(part uint64) []byte {
		return binary.BigEndian.AppendUint32(nil, uint32(part<<32/parts))
	}
	for part := range parts {
		where, args := "subject_hash >= ?", []any{bound(part)}
		if part+1 < parts {
			where, args = where+" AND subject_hash < ?", append(args, bound(part+1))
		}
		quads, err := r.quadsWhere(ctx, where, args...)
		if err != nil {
			return err
		}
		for _, q := range quads {
			fn(q)
		}
		if len(r.values) > mostValues {
			r.TurnTo(r.tx)
		}
	}
	return nil
}

// matching returns a condition that quads match.
func matching(having map[quad.Direction]quad.Value) (string, []any) {
	var parts []string
	var args []any
	for d, v := range having {
		hash := cayleygraph.HashOf(v)
		parts, args = append(parts, d.String()+"_hash = ?"), append(args, hash[:])
	}
	return strings.Join(parts, " AND "), args
}

// Count returns how many quads have these values, one direction at least, and does not look
// on after most of them.
func (r *Reader) Count(ctx context.Context, having map[quad.Direction]quad.Value, most int) (n int, err error) {
	where, args := matching(having)
	text := fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM quads WHERE %s LIMIT %d) AS matching", where, most)
	err = r.tx.each(ctx, text, args, []any{&n}, func() {})
	return n, err
}
