package server

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// sqlLayout is the layout of tables that this version reads and writes.
const sqlLayout = 1

// openSQL makes the tables where they are absent, unless it is to read only. It closes db
// where it fails.
func openSQL(db *sql.DB, server sqlServer, shown string, readOnly bool) (*DB, error) {
	ctx := context.Background()
	registerCayley()
	// A server has a hundred connections or so for all.
	db.SetMaxOpenConns(32)
	db.SetMaxIdleConns(8)
	db.SetConnMaxIdleTime(5 * time.Minute)
	d := &DB{sqlServer: server, db: db, shown: shown}
	layout, err := d.layout(ctx)
	if d.unmade(err) && !readOnly {
		if err = d.make(ctx); err == nil {
			layout, err = d.layout(ctx)
		}
	}
	switch {
	case err == nil && layout == sqlLayout:
		return d, nil
	case err == nil:
		err = fmt.Errorf("store %s has layout %d and this version reads %d; load the documents into a new one", shown, layout, sqlLayout)
	case d.unmade(err):
		err = fmt.Errorf("no store at %s; load documents into one first, or name another store", shown)
	case server.gone(err):
		err = d.explain(err)
	default:
		err = fmt.Errorf("open store %s: %w", shown, err)
	}
	return nil, errors.Join(err, db.Close())
}

func (d *DB) layout(ctx context.Context) (layout int, err error) {
	err = d.db.QueryRowContext(ctx, "SELECT layout FROM counterclaim").Scan(&layout)
	return layout, err
}

// unmade reports of the error of layout that not all of the tables are there. The row of
// the last one is what is made last.
func (d *DB) unmade(err error) bool { return d.missing(err) || errors.Is(err, sql.ErrNoRows) }

// make makes the tables, trying again while others who do so are first.
func (d *DB) make(ctx context.Context) (err error) {
	const most = 20
	for try := range most {
		if err = d.create(ctx, d.db); !d.conflict(err) {
			return err
		}
		time.Sleep(time.Duration(try+1) * 10 * time.Millisecond)
	}
	return err
}
