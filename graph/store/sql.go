package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
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

// A sqlServer is what servers do differently.
type sqlServer interface {
	// kind is the name of Cayley's reading of such servers.
	kind() string
	// text is what the server takes for a query of Cayley's.
	text(cayleys string) string
	// create makes the tables where they are not there, the one of layout last. Where
	// others do so at once it may fail with a conflict.
	create(context.Context, *sql.DB) error
	// bind turns the question marks of a text into what the server takes for them.
	bind(text string) string
	// among returns a condition that the column is one of the hashes.
	among(column string, hashes [][]byte) (string, []any)
	// copyNodes and copyQuads write rows that are not there.
	copyNodes(context.Context, *sqlTx, []*sqlNode) error
	copyQuads(context.Context, *sqlTx, []sqlQuad) error
	// countUses adds to the uses of nodes that are there.
	countUses(context.Context, *sqlTx, []*sqlNode) error
	// deleteQuads returns how many of them were there.
	deleteQuads(context.Context, *sqlTx, []sqlQuad) (int64, error)
	// refresh has the server look anew at what is in the tables, so that it plans well.
	refresh(context.Context, *sqlTx) error
	// missing reports that there are no tables, conflict that another writer was
	// first, gone that the server is.
	missing(error) bool
	conflict(error) bool
	gone(error) bool
}

// sqlLayout is the layout of tables that this version reads and writes.
const sqlLayout = 1

// openSQL makes the tables where they are absent, unless it is to read only.
func openSQL(db *sql.DB, server sqlServer, shown string, readOnly bool) (*sqlStore, error) {
	ctx := context.Background()
	registerCayley()
	// A server has a hundred connections or so for all.
	db.SetMaxOpenConns(32)
	db.SetMaxIdleConns(8)
	db.SetConnMaxIdleTime(5 * time.Minute)
	s := &sqlStore{sqlServer: server, db: db, shown: shown}
	layout, err := s.layout(ctx)
	if s.unmade(err) && !readOnly {
		if err = s.make(ctx); err == nil {
			layout, err = s.layout(ctx)
		}
	}
	switch {
	case err == nil && layout == sqlLayout:
		return s, nil
	case err == nil:
		err = fmt.Errorf("store %s has layout %d and this version reads %d; load the documents into a new one", shown, layout, sqlLayout)
	case s.unmade(err):
		err = fmt.Errorf("no store at %s; load documents into one first, or name another store", shown)
	case server.gone(err):
		err = s.explain(err)
	default:
		err = fmt.Errorf("open store %s: %w", shown, err)
	}
	return nil, errors.Join(err, db.Close())
}

func (s *sqlStore) layout(ctx context.Context) (layout int, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT layout FROM counterclaim").Scan(&layout)
	return layout, err
}

// unmade reports of the error of layout that not all of the tables are there. The row of
// the last one is what is made last.
func (s *sqlStore) unmade(err error) bool { return s.missing(err) || errors.Is(err, sql.ErrNoRows) }

// make makes the tables, trying again while others who do so are first.
func (s *sqlStore) make(ctx context.Context) (err error) {
	const most = 20
	for try := range most {
		if err = s.create(ctx, s.db); !s.conflict(err) {
			return err
		}
		time.Sleep(time.Duration(try+1) * 10 * time.Millisecond)
	}
	return err
}

// View calls fn with a transaction for reading, on the graph as it is now: updates that come
// later do not show in it. Any number run at once, each on a connection of its own.
func (s *sqlStore) View(fn func(*sqlTx) error) error {
	return s.explain(s.transact(&sql.TxOptions{Isolation: sql.LevelRepeatableRead, ReadOnly: true}, fn))
}

// Version returns how often the store was written to. It comes before the reading on which
// an update rests, which is given it.
func (s *sqlStore) Version(ctx context.Context) (version int64, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT version FROM counterclaim").Scan(&version)
	return version, s.explain(err)
}

// Update calls fn with a transaction for reading and writing. All that fn writes is kept or,
// where fn or the writing fails, nothing. Where others have written since the version was
// asked for, it fails with errOvertaken before it calls fn: what was read after that is then
// all that the update rests on.
func (s *sqlStore) Update(version int64, fn func(*sqlTx) error) error {
	err := s.transact(&sql.TxOptions{Isolation: sql.LevelReadCommitted}, func(t *sqlTx) error { return s.writeNext(t, version, fn) })
	switch {
	case err == nil:
		return nil
	case s.conflict(err):
		return errOvertaken
	case errors.Is(err, errOvertaken), errors.Is(err, errClosed), s.gone(err):
		return s.explain(err)
	}
	return fmt.Errorf("write store %s: %w", s.shown, err)
}

// writeNext raises the version, which makes other writers wait, and calls fn.
func (s *sqlStore) writeNext(t *sqlTx, version int64, fn func(*sqlTx) error) error {
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
	return s.refreshGrown(ctx, t)
}

// refreshGrown has the server look at the tables anew when they have doubled.
func (s *sqlStore) refreshGrown(ctx context.Context, t *sqlTx) error {
	grown, err := t.exec(ctx, "UPDATE counterclaim SET looked_at = quads WHERE quads > 2 * looked_at")
	if err != nil || grown == 0 {
		return err
	}
	return s.refresh(ctx, t)
}

// transact calls fn with a transaction and Cayley's reading of it, and commits where
// fn returns no error and no query met one: Cayley passes over some.
func (s *sqlStore) transact(options *sql.TxOptions, fn func(*sqlTx) error) error {
	ctx := context.Background()
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	tx, err := conn.BeginTx(ctx, options)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	t := &sqlTx{conn: conn, tx: tx, server: s.sqlServer}
	if t.qs, err = openCayley(s.kind(), t); err != nil {
		return err
	}
	err = fn(t)
	if err := t.qs.Close(); err != nil {
		return err
	}
	if err := s.outcome(t, err, options.ReadOnly); err != nil {
		return err
	}
	return tx.Commit()
}

// Close lets no transaction begin any more. Those that run go on, and their connections are
// closed as they end.
func (s *sqlStore) Close() error { return s.db.Close() }
