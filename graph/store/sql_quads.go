package store

import (
	"encoding/binary"
	"fmt"
	"strings"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// This file reads whole quads, many in one query.

// sqlQuads returns the quads for which the condition holds.
func (w *walker) sqlQuads(where string, args ...any) ([]quad.Quad, error) {
	var rows [][4]uint64
	var columns [4][]byte
	var nodes []uint64
	asked := map[uint64]bool{}
	err := w.rows.each(w.ctx, "SELECT "+strings.Join(quadColumns, ", ")+" FROM quads WHERE "+where, args, []any{&columns[0], &columns[1], &columns[2], &columns[3]}, func() {
		var row [4]uint64
		for i, hash := range columns {
			if !(cayleygraph.ValueHash(hash)).Valid() {
				continue
			}
			n := w.hashed(hash)
			row[i] = n
			if !asked[n] && w.names[n] == nil && vocabulary[w.hash(n)] == nil {
				asked[n] = true
				nodes = append(nodes, n)
			}
		}
		rows = append(rows, row)
	})
	if err != nil {
		return nil, err
	}
	w.readNames(nodes)
	out := make([]quad.Quad, len(rows))
	for i, row := range rows {
		for j, d := range quad.Directions {
			if row[j] != 0 {
				out[i].Set(d, w.named(row[j]))
			}
		}
	}
	return out, w.rows.failed
}

func (w *walker) sqlQuadsOf(subjects []string) ([]quad.Quad, error) {
	hashes := make([][]byte, len(subjects))
	for i, id := range subjects {
		h := cayleygraph.HashOf(quad.IRI(id))
		hashes[i] = h[:]
	}
	var out []quad.Quad
	for part := range chunks(hashes) {
		where, args := w.rows.server.among("subject_hash", part)
		quads, err := w.sqlQuads(where, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, quads...)
	}
	return out, nil
}

// sqlEach calls fn with all quads, some thousands at a time: hashes are spread evenly, so
// that parts of their range have as many each.
func (w *walker) sqlEach(fn func(quad.Quad)) error {
	const inPart, mostNames = 20_000, 500_000
	stats, err := w.qs.Stats(w.ctx, false)
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
		quads, err := w.sqlQuads(where, args...)
		if err != nil {
			return err
		}
		for _, q := range quads {
			fn(q)
		}
		if len(w.names) > mostNames {
			w.turnTo(w.ctx, w.handle)
		}
	}
	return nil
}

// sqlMatching returns a condition that quads match.
func sqlMatching(p pattern) (string, []any) {
	var parts []string
	var args []any
	for d, v := range p {
		hash := cayleygraph.HashOf(v)
		parts, args = append(parts, d.String()+"_hash = ?"), append(args, hash[:])
	}
	return strings.Join(parts, " AND "), args
}

// sqlCount returns how many quads match, and does not look on after most.
func (w *walker) sqlCount(p pattern, most int) (n int, err error) {
	where, args := sqlMatching(p)
	text := fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM quads WHERE %s LIMIT %d) AS matching", where, most)
	err = w.rows.each(w.ctx, text, args, []any{&n}, func() {})
	return n, err
}
