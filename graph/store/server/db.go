package server

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// A DB is a graph in a database on a server: Cayley's tables of nodes and quads, with one row
// beside them that says how often they were written to. Any number of processes may have it
// open, to read and to write. Its methods may be called at once from several goroutines.
//
// Each view and each update is one transaction on one connection, of which there are 32 at
// most: who wants another waits. Cayley reads through the same one. The row is how writers go
// one after the other: see Version.
type DB struct {
	sqlServer
	db    *sql.DB
	shown string // the address without its password
}

// View calls fn with a transaction for reading, on the graph as it is now: updates that come
// later do not show in it. A server that is away, or goes away, is a LostError. Where fn
// returns no error View returns the first that a query met, as not all can be returned to fn;
// one whose context ended does not count.
func (d *DB) View(fn func(*Tx) error) error {
	return d.explain(d.transact(&sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}, fn))
}

// Version returns how often the graph was written to. Ask for it before the reading on which
// an update rests, and give it to that.
func (d *DB) Version(ctx context.Context) (version int64, err error) {
	err = d.db.QueryRowContext(ctx, "SELECT version FROM counterclaim").Scan(&version)
	return version, d.explain(err)
}

// Update calls fn with a transaction for reading and writing. All that fn writes is kept or,
// where fn or the writing fails, nothing. It fails with ErrOvertaken, most often before it
// calls fn, where others have written since there was that version: what was read after the
// version was asked for is then all that the update rests on. A server that goes away is a
// LostError, and where it goes in the very moment of the commit all may have been kept.
func (d *DB) Update(version int64, fn func(*Tx) error) error {
	err := d.transact(&sql.TxOptions{Isolation: sql.LevelReadCommitted}, func(t *Tx) error { return d.writeNext(t, version, fn) })
	switch {
	case err == nil:
		return nil
	case d.conflict(err):
		return ErrOvertaken
	case errors.Is(err, ErrOvertaken), d.gone(err):
		return d.explain(err)
	}
	return fmt.Errorf("write store %s: %w", d.shown, err)
}

// writeNext raises the version, which makes other writers wait, and calls fn.
func (d *DB) writeNext(t *Tx, version int64, fn func(*Tx) error) error {
	ctx := context.Background()
	raised, err := t.exec(ctx, "UPDATE counterclaim SET version = version + 1 WHERE version = ?", version)
	if err != nil {
		return err
	}
	if raised == 0 {
		return ErrOvertaken
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
func (d *DB) refreshGrown(ctx context.Context, t *Tx) error {
	grown, err := t.exec(ctx, "UPDATE counterclaim SET looked_at = quads WHERE quads > 2 * looked_at")
	if err != nil || grown == 0 {
		return err
	}
	return d.refresh(ctx, t)
}

// transact calls fn with a transaction and Cayley's reading of it, and commits where
// fn returns no error and no query met one: Cayley passes over some.
func (d *DB) transact(options *sql.TxOptions, fn func(*Tx) error) error {
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
	t := &Tx{conn: conn, tx: tx, server: d.sqlServer}
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
func (d *DB) Close() error { return d.db.Close() }
