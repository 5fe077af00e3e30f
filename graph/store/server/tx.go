package server

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"io"
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
)

// A Tx is one transaction on one connection, good until the function that View or Update calls
// with it returns. It can answer one query at a time: its methods may be called at once, and
// wait for one another, but for Add and Remove, which are for one goroutine.
type Tx struct {
	mu     sync.Mutex
	conn   *sql.Conn
	tx     *sql.Tx
	server sqlServer
	qs     cayleygraph.QuadStore
	failed error // the first error that a query met

	quads, nodes int // how many more there are than when it began
}

// Cayley returns Cayley's store over the transaction, which ends with it. It is for reading,
// and may be asked by several goroutines at once.
func (t *Tx) Cayley() cayleygraph.QuadStore { return t.qs }

// each calls fn for each row, after its columns were read into the places. fn must
// not query. A text has question marks for its arguments.
func (t *Tx) each(ctx context.Context, text string, args []any, places []any, fn func()) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	rows, err := t.tx.QueryContext(ctx, t.server.bind(text), args...)
	if err != nil {
		return t.note(err)
	}
	defer rows.Close()
	for rows.Next() {
		if err := rows.Scan(places...); err != nil {
			return t.note(err)
		}
		fn()
	}
	return t.note(rows.Err())
}

// exec returns how many rows were changed.
func (t *Tx) exec(ctx context.Context, text string, args ...any) (int64, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	result, err := t.tx.ExecContext(ctx, t.server.bind(text), args...)
	if err != nil {
		return 0, t.note(err)
	}
	return result.RowsAffected()
}

// raw calls fn with the driver's connection.
func (t *Tx) raw(fn func(connection any) error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.note(t.conn.Raw(fn))
}

// read answers a query of Cayley's with all rows at once, so that other queries can
// follow before they are used.
func (t *Tx) read(ctx context.Context, text string, args []any) (*sqlRows, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	rows, err := t.tx.QueryContext(ctx, t.server.text(text), args...)
	if err != nil {
		return nil, t.note(err)
	}
	defer rows.Close()
	out := &sqlRows{}
	if out.columns, err = rows.Columns(); err != nil {
		return nil, t.note(err)
	}
	for rows.Next() {
		row := make([]any, len(out.columns))
		places := make([]any, len(row))
		for i := range row {
			places[i] = &row[i]
		}
		if err := rows.Scan(places...); err != nil {
			return nil, t.note(err)
		}
		out.rows = append(out.rows, row)
	}
	return out, t.note(rows.Err())
}

// note keeps the first error, and returns this one.
func (t *Tx) note(err error) error {
	if t.failed == nil {
		t.failed = err
	}
	return err
}

// sqlRows are the rows of an answer, as database/sql wants them of a driver.
type sqlRows struct {
	columns []string
	rows    [][]any
}

func (r *sqlRows) Columns() []string { return r.columns }

func (r *sqlRows) Close() error { return nil }

func (r *sqlRows) Next(row []driver.Value) error {
	if len(r.rows) == 0 {
		return io.EOF
	}
	for i, v := range r.rows[0] {
		row[i] = v
	}
	r.rows = r.rows[1:]
	return nil
}
