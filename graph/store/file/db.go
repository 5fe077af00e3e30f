package file

import (
	"errors"
	"fmt"
	"os"
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"go.etcd.io/bbolt"
)

// A DB is a file that is open. Its methods may be called at once from several goroutines.
//
// Cayley by itself opens a transaction for each step of a query and keeps what it
// looked up in a cache for as long as a store is open. Nested read transactions
// wait for ever where a writer has to map the file anew, and the cache goes on
// naming nodes that a failed write or another writer took away. So each view and
// each update here has one transaction, and what Cayley reads is a store of its own
// over it.
type DB struct {
	path     string
	readOnly bool
	mu       sync.RWMutex // guards db, which changes when the file is reopened
	db       *bbolt.DB    // nil where it is closed
}

// Open opens the file at path, and makes it, with its folders, where it is absent. With
// readOnly it must be there, and have something in it: ErrNothing otherwise. Any number of
// processes can have it open to read, or one to write; one that comes in between has ErrInUse
// after about a second. A file that is cut short, or none of ours, is an error, too. Errors
// tell the user what to do. The caller closes it.
func Open(path string, readOnly bool) (*DB, error) {
	setIndexes()
	d := &DB{path: path, readOnly: readOnly}
	if err := d.open(); err != nil {
		return nil, err
	}
	return d, nil
}

// setIndexes tells Cayley which indexes there are in a new file; it has no other way to
// be told than this variable.
var setIndexes = sync.OnceFunc(func() { kv.DefaultQuadIndexes = cayleyIndexes })

// cayleyOptions leave out Cayley's filter of known quads: it is built by reading
// the whole file and pays only in a first big load.
var cayleyOptions = cayleygraph.Options{kv.OptNoBloom: true}

var errClosed = errors.New("the store is closed")

// begin starts a transaction. The caller ends it.
func (d *DB) begin(writing bool) (*bbolt.Tx, error) {
	d.mu.RLock()
	defer d.mu.RUnlock()
	if d.db == nil {
		return nil, errClosed
	}
	return d.db.Begin(writing)
}

// View calls fn with a transaction for reading, on the file as it is now: updates that come
// later do not show in it. Any number run at once. What breaks over a damaged file is an
// error.
func (d *DB) View(fn func(*Tx) error) error {
	tx, err := d.begin(false)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return d.guard(func() error { return fn(newTx(tx)) })
}

// Update calls fn with a transaction for reading and writing. All that fn writes is kept or,
// where fn or the writing fails, nothing; then the file is opened anew, which waits for
// running views. One update runs at a time, others wait.
func (d *DB) Update(fn func(*Tx) error) error {
	tx, err := d.begin(true)
	if err != nil {
		return err
	}
	if err := d.guard(func() error { return apply(tx, fn) }); err != nil {
		return errors.Join(fmt.Errorf("write store %s: %w", d.path, err), d.reopen())
	}
	return nil
}

// apply calls fn and commits tx, or rolls it back.
func apply(tx *bbolt.Tx, fn func(*Tx) error) error {
	defer tx.Rollback()
	if err := fn(newTx(tx)); err != nil {
		return err
	}
	if err := tx.Commit(); err != nil {
		return &CommitError{err}
	}
	return nil
}

// A CommitError says that the disk did not take what a call was to write. The store is what
// it was before the call.
type CommitError struct{ Err error }

func (e *CommitError) Error() string {
	return e.Err.Error() + "; what was in it before stays: make room, and run the command again"
}

func (e *CommitError) Unwrap() error { return e.Err }

// reopen closes the file and opens it again, so that after a failed write
// nothing rests on what bbolt has in memory. It waits for running views.
func (d *DB) reopen() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.db == nil {
		return nil
	}
	err := d.db.Close()
	d.db = nil
	return errors.Join(err, d.open())
}

// replaceBy puts another file in the place of this one. It waits for running views.
func (d *DB) replaceBy(path string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.db == nil {
		return errClosed
	}
	err := d.db.Close()
	d.db = nil
	if err == nil {
		err = os.Rename(path, d.path)
	}
	return errors.Join(err, d.open())
}

// Close waits for running views and closes the file. Nothing can be done with it then.
func (d *DB) Close() error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.db == nil {
		return nil
	}
	err := d.db.Close()
	d.db = nil
	return err
}
