package store

import (
	"errors"
	"fmt"
	"os"
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"go.etcd.io/bbolt"
)

// bolt is the embedded store: Cayley's layout of quads over keys and values, in
// one bbolt file.
//
// Cayley by itself opens a transaction for each step of a query and keeps what it
// looked up in a cache for as long as a store is open. Nested read transactions
// wait for ever where a writer has to map the file anew, and the cache goes on
// naming nodes that a failed write or another writer took away. So each view and
// each update here has one transaction and a Cayley store of its own over it.
type bolt struct {
	path     string
	readOnly bool
	mu       sync.RWMutex // guards db, which changes when the file is reopened
	db       *bbolt.DB    // nil where the store is closed
}

func openBolt(path string, readOnly bool) (backend, error) {
	setIndexes()
	b := &bolt{path: path, readOnly: readOnly}
	err := b.open()
	switch {
	case errors.Is(err, errNothing) && readOnly:
		return openMemory(path, readOnly)
	case err != nil:
		return nil, err
	}
	return b, nil
}

// setIndexes tells Cayley which indexes there are in a new file; it has no other way to
// be told than this variable.
var setIndexes = sync.OnceFunc(func() { kv.DefaultQuadIndexes = cayleyIndexes })

// cayleyOptions leave out Cayley's filter of known quads: it is built by reading
// the whole file and pays only in a first big load.
var cayleyOptions = cayleygraph.Options{kv.OptNoBloom: true}

// begin starts a transaction. The caller ends it.
func (b *bolt) begin(writing bool) (*bbolt.Tx, error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.db == nil {
		return nil, errClosed
	}
	return b.db.Begin(writing)
}

// openHandle opens Cayley's store over the transaction.
func openHandle(tx *bbolt.Tx) (*handle, error) {
	t := newBboltTx(tx)
	qs, err := kv.New(&singleTx{t}, cayleyOptions)
	if err != nil {
		return nil, err
	}
	return &handle{qs: qs, tx: t}, nil
}

func (b *bolt) view(fn func(*handle) error) error {
	tx, err := b.begin(false)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	return b.guard(func() error {
		h, err := openHandle(tx)
		if err != nil {
			return err
		}
		return fn(h)
	})
}

func (b *bolt) update(fn func(*handle) error) error {
	tx, err := b.begin(true)
	if err != nil {
		return err
	}
	if err := b.guard(func() error { return apply(tx, fn) }); err != nil {
		return errors.Join(fmt.Errorf("write store %s: %w", b.path, err), b.reopen())
	}
	return nil
}

// apply calls fn and commits tx, or rolls it back.
func apply(tx *bbolt.Tx, fn func(*handle) error) error {
	defer tx.Rollback()
	h, err := openHandle(tx)
	if err != nil {
		return err
	}
	h.write, h.remove = adder{add: h.tx.addQuads}, h.tx.removeQuads
	if err := fn(h); err != nil {
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
func (b *bolt) reopen() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.db == nil {
		return nil
	}
	err := b.db.Close()
	b.db = nil
	return errors.Join(err, b.open())
}

// replaceBy puts another file in the place of the store's. It waits for running views.
func (b *bolt) replaceBy(path string) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.db == nil {
		return errClosed
	}
	err := b.db.Close()
	b.db = nil
	if err == nil {
		err = os.Rename(path, b.path)
	}
	return errors.Join(err, b.open())
}

func (b *bolt) close() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.db == nil {
		return nil
	}
	err := b.db.Close()
	b.db = nil
	return err
}
