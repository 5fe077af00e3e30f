package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// sqlStore is a graph on a database server: Cayley's tables of nodes and quads, with
// one row beside them that says how often they were written to. Any number of
// processes may have it open, to read and to write.
//
// Each view and each update is one transaction on one connection, under Cayley's
// reading as under ours. The row is how writers of several processes go one after
// the other: see Version.
type sqlStore struct {
	sqlServer
	db    *sql.DB
	shown string // the address without its password
}

// View calls fn with a transaction for reading, on the graph as it is now: updates that come
// later do not show in it. Any number run at once, each on a connection of its own.
func (d *sqlStore) View(fn func(*sqlTx) error) error {
	return d.explain(d.transact(&sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}, fn))
}

// Version returns how often the store was written to. It comes before the reading on which
// an update rests, which is given it.
func (d *sqlStore) Version(ctx context.Context) (version int64, err error) {
	err = d.db.QueryRowContext(ctx, "SELECT version FROM counterclaim").Scan(&version)
	return version, d.explain(err)
}

// Update calls fn with a transaction for reading and writing. All that fn writes is kept or,
// where fn or the writing fails, nothing. Where others have written since the version was
// asked for, it fails with errOvertaken before it calls fn: what was read after that is then
// all that the update rests on.
func (d *sqlStore) Update(version int64, fn func(*sqlTx) error) error {
	err := d.transact(&sql.TxOptions{Isolation: sql.LevelReadCommitted}, func(t *sqlTx) error { return d.writeNext(t, version, fn) })
	switch {
	case err == nil:
		return nil
	case d.conflict(err):
		return errOvertaken
	case errors.Is(err, errOvertaken), errors.Is(err, errClosed), d.gone(err):
		return d.explain(err)
	}
	return fmt.Errorf("write store %s: %w", d.shown, err)
}

// writeNext raises the version, which makes other writers wait, and calls fn.
func (d *sqlStore) writeNext(t *sqlTx, version int64, fn func(*sqlTx) error) error {
	ctx := context.Background()
	raised, err := t.exec(ctx, "UPDATE counterclaim SET version = version + 1 WHERE version = ?", version)
	if err != nil {
		return err
	}
	if raised == 0 {
		return errOvertaken
	}
	if err := fn(t); err != nil {
		return err
	}
	_, err = t.exec(ctx, "UPDATE counterclaim SET quads = quads + ?, nodes = nodes + ?", t.quads, t.nodes)
	if err != nil {
		return err
	}
	return d.refreshGrown(ctx, t)
}

// refreshGrown has the server look at the tables anew when they have doubled.
func (d *sqlStore) refreshGrown(ctx context.Context, t *sqlTx) error {
	grown, err := t.exec(ctx, "UPDATE counterclaim SET looked_at = quads WHERE quads > 2 * looked_at")
	if err != nil || grown == 0 {
		return err
	}
	return d.refresh(ctx, t)
}

// transact calls fn with a transaction and Cayley's reading of it, and commits where
// fn returns no error and no query met one: Cayley passes over some.
func (d *sqlStore) transact(options *sql.TxOptions, fn func(*sqlTx) error) error {
	ctx := context.Background()
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, options)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	t := &sqlTx{conn: conn, tx: tx, server: d.sqlServer}
	if t.qs, err = openCayley(d.kind(), t); err != nil {
		return err
	}
	err = fn(t)
	if err := t.qs.Close(); err != nil {
		return err
	}
	if err := d.outcome(t, err, options.ReadOnly); err != nil {
		return err
	}
	return tx.Commit()
}

// Close lets no transaction begin any more. Those that run go on, and their connections are
// closed as they end.
func (d *sqlStore) Close() error { return d.db.Close() }
