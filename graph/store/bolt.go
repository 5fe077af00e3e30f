package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"sync"
	"time"

	"github.com/cayleygraph/cayley"
	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
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
	path string
	mu   sync.RWMutex // guards db, which changes when the file is reopened
	db   *bbolt.DB    // nil where the store is closed
}

func openBolt(path string) (backend, error) {
	setIndexes()
	b := &bolt{path: path}
	if err := b.open(); err != nil {
		return nil, err
	}
	return b, nil
}

// quadIndexes are the indexes of a file. Against Cayley's own two it has
// object-predicate, ahead of object-predicate-subject so that walks against an
// edge are one lookup of known size, and label, by which a document is removed.
var quadIndexes = []kv.QuadIndex{
	{Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
	{Dirs: []quad.Direction{quad.Object, quad.Predicate}},
	{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
	{Dirs: []quad.Direction{quad.Label}},
}

// setIndexes tells Cayley which indexes a new file gets; it has no other way to
// say so than this variable.
var setIndexes = sync.OnceFunc(func() { kv.DefaultQuadIndexes = quadIndexes })

// cayleyOptions leave out Cayley's filter of known quads: it is built by reading
// the whole file and pays only in a first big load.
var cayleyOptions = cayleygraph.Options{kv.OptNoBloom: true}

func (b *bolt) open() error {
	if err := os.MkdirAll(filepath.Dir(b.path), 0o755); err != nil {
		return fmt.Errorf("open store %s: %w", b.path, err)
	}
	db, err := openFile(b.path)
	var pathError *fs.PathError
	switch {
	case err == nil:
		b.db = db
		return nil
	case errors.Is(err, bbolterrors.ErrTimeout):
		return fmt.Errorf("store %s is in use by another process; wait for it to end, or name another store", b.path)
	case errors.As(err, &pathError):
		return fmt.Errorf("open store %s: %w", b.path, err)
	default:
		return fmt.Errorf("store %s is damaged or no store (%w); move it away and load the documents again, or name another store", b.path, err)
	}
}

// openFile opens a file that is whole, or makes one.
func openFile(path string) (db *bbolt.DB, err error) {
	// bbolt panics over pages that make no sense.
	defer func() {
		if r := recover(); r != nil {
			db, err = nil, fmt.Errorf("%v", r)
		}
	}()
	if err := checkLength(path); err != nil {
		return nil, err
	}
	db, err = bbolt.Open(path, 0o644, &bbolt.Options{
		Timeout:         time.Second,
		InitialMmapSize: mapSize(),
		FreelistType:    bbolt.FreelistMapType,
	})
	if err != nil {
		return nil, err
	}
	err = kv.Init(&bboltKV{db}, cayleyOptions)
	if err != nil && !errors.Is(err, cayleygraph.ErrDatabaseExists) {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// checkLength returns an error where a file has been cut short. Reading past its
// end would end the process.
func checkLength(path string) error {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.Size() == 0 {
		return nil
	} else if err != nil {
		return err
	} else if info.IsDir() {
		return &fs.PathError{Op: "open", Path: path, Err: errors.New("is a folder; name a file in it")}
	}
	db, err := bbolt.Open(path, 0, &bbolt.Options{Timeout: time.Second, ReadOnly: true})
	if err != nil {
		return err
	}
	defer db.Close()
	return db.View(func(tx *bbolt.Tx) error {
		info, err := os.Stat(path)
		if err == nil && info.Size() < tx.Size() {
			err = fmt.Errorf("%d bytes are left of %d", info.Size(), tx.Size())
		}
		return err
	})
}

// mapSize returns how much address space the file is mapped into from the start,
// so that it need not be mapped anew, which waits for all readers, before it has
// grown to that size. It costs no memory; Windows however would make the file
// that long, and 32 bits do not hold it.
func mapSize() int {
	if runtime.GOOS == "windows" || strconv.IntSize == 32 {
		return 64 << 20
	}
	gibibyte := 1 << 30
	return 8 * gibibyte
}

// begin starts a transaction. The caller ends it.
func (b *bolt) begin(writing bool) (*bbolt.Tx, error) {
	b.mu.RLock()
	defer b.mu.RUnlock()
	if b.db == nil {
		return nil, errClosed
	}
	return b.db.Begin(writing)
}

func (b *bolt) view(fn func(*cayley.Handle) error) error {
	tx, err := b.begin(false)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	qs, err := kv.New(&singleTx{newBboltTx(tx)}, cayleyOptions)
	if err != nil {
		return err
	}
	return fn(&cayley.Handle{QuadStore: qs})
}

func (b *bolt) update(fn func(*cayley.Handle) error) error {
	tx, err := b.begin(true)
	if err != nil {
		return err
	}
	if err := apply(tx, fn); err != nil {
		return errors.Join(fmt.Errorf("write store %s: %w", b.path, err), b.reopen())
	}
	return nil
}

// apply calls fn and commits tx, or rolls it back.
func apply(tx *bbolt.Tx, fn func(*cayley.Handle) error) error {
	defer tx.Rollback()
	t := newBboltTx(tx)
	qs, err := kv.New(&singleTx{t}, cayleyOptions)
	if err != nil {
		return err
	}
	if err := fn(&cayley.Handle{QuadStore: qs, QuadWriter: adder{add: t.addQuads}}); err != nil {
		return err
	}
	return tx.Commit()
}

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
