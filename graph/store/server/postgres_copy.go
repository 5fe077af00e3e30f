package server

import (
	"context"
	"database/sql/driver"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"
)

// copyIn writes rows by COPY in its binary form, which is several times as fast as
// INSERT.
func copyIn(ctx context.Context, t *Tx, table string, columns []string, n int, row func(i int) ([]any, error)) error {
	if n == 0 {
		return nil
	}
	return t.raw(func(connection any) error {
		conn, ok := connection.(*stdlib.Conn)
		if !ok {
			return driver.ErrBadConn
		}
		_, err := conn.Conn().CopyFrom(ctx, pgx.Identifier{table}, columns, pgx.CopyFromSlice(n, row))
		return err
	})
}

func (postgres) copyQuads(ctx context.Context, t *Tx, quads []sqlQuad) error {
	row := make([]any, len(quadColumns))
	return copyIn(ctx, t, "quads", quadColumns, len(quads), func(i int) ([]any, error) {
		for j := range row {
			row[j] = quads[i][j][:]
		}
		return row, nil
	})
}

func (postgres) copyNodes(ctx context.Context, t *Tx, nodes []*sqlNode) error {
	row := make([]any, len(nodeColumns))
	return copyIn(ctx, t, "nodes", nodeColumns, len(nodes), func(i int) ([]any, error) { return row, nodeRow(nodes[i], row) })
}

func (postgres) countUses(ctx context.Context, t *Tx, nodes []*sqlNode) error {
	if len(nodes) == 0 {
		return nil
	}
	uses := make([]int64, len(nodes))
	for i, n := range nodes {
		uses[i] = int64(n.uses)
	}
	_, err := t.exec(ctx, "UPDATE nodes SET refs = refs + more.uses FROM unnest($1::bytea[], $2::bigint[]) AS more(hash, uses) WHERE nodes.hash = more.hash", hashesOf(nodes), uses)
	return err
}

func (postgres) deleteQuads(ctx context.Context, t *Tx, quads []sqlQuad) (int64, error) {
	columns := [4][][]byte{}
	for j := range columns {
		columns[j] = make([][]byte, len(quads))
		for i := range quads {
			columns[j][i] = quads[i][j][:]
		}
	}
	return t.exec(ctx, `DELETE FROM quads USING unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) AS gone(s, p, o, l)
		WHERE subject_hash = gone.s AND predicate_hash = gone.p AND object_hash = gone.o AND label_hash = gone.l`,
		columns[0], columns[1], columns[2], columns[3])
}
