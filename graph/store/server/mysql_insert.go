package server

import (
	"context"
	"slices"
	"strings"
)

// insertMany writes rows of so many columns each, a few hundred in a statement.
func insertMany(ctx context.Context, t *Tx, begin, end string, columns, n int, row func(i int) ([]any, error)) error {
	const mostRows, mostBytes = 1000, 4 << 20
	places := ",(" + strings.Repeat(",?", columns)[1:] + ")"
	var args []any
	rows, size := 0, 0
	for i := range n {
		values, err := row(i)
		if err != nil {
			return err
		}
		args = append(args, values...)
		rows++
		for _, v := range values {
			if text, ok := v.(string); ok {
				size += len(text)
			}
		}
		if rows < mostRows && size < mostBytes && i < n-1 {
			continue
		}
		if _, err := t.exec(ctx, begin+strings.Repeat(places, rows)[1:]+end, args...); err != nil {
			return err
		}
		args, rows, size = args[:0], 0, 0
	}
	return nil
}

func (mariadb) copyQuads(ctx context.Context, t *Tx, quads []sqlQuad) error {
	row := make([]any, len(quadColumns))
	return insertMany(ctx, t, "INSERT INTO quads ("+strings.Join(quadColumns, ", ")+") VALUES ", "", len(row), len(quads), func(i int) ([]any, error) {
		for j := range row {
			row[j] = quads[i][j][:]
		}
		return row, nil
	})
}

func (mariadb) copyNodes(ctx context.Context, t *Tx, nodes []*sqlNode) error {
	row := make([]any, len(nodeColumns))
	return insertMany(ctx, t, "INSERT INTO nodes ("+strings.Join(nodeColumns, ", ")+") VALUES ", "", len(row), len(nodes), func(i int) ([]any, error) {
		return row, nodeRow(nodes[i], row)
	})
}

func (mariadb) countUses(ctx context.Context, t *Tx, nodes []*sqlNode) error {
	return insertMany(ctx, t, "INSERT INTO nodes (hash, refs) VALUES ", " ON DUPLICATE KEY UPDATE refs = refs + VALUES(refs)", 2, len(nodes), func(i int) ([]any, error) {
		return []any{nodes[i].hash[:], nodes[i].uses}, nil
	})
}

// deleteQuads names the quads one by one: the server finds them by the key so, and by
// a list of all it would not.
func (mariadb) deleteQuads(ctx context.Context, t *Tx, quads []sqlQuad) (gone int64, err error) {
	const most = 200
	one := " OR subject_hash = ? AND predicate_hash = ? AND object_hash = ? AND label_hash = ?"
	for part := range slices.Chunk(quads, most) {
		var args []any
		for i := range part {
			for j := range part[i] {
				args = append(args, part[i][j][:])
			}
		}
		n, err := t.exec(ctx, "DELETE FROM quads WHERE"+strings.Repeat(one, len(part))[len(" OR"):], args...)
		if err != nil {
			return 0, err
		}
		gone += n
	}
	return gone, nil
}
