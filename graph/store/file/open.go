package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"strconv"
	"time"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"go.etcd.io/bbolt"
	bbolterrors "go.etcd.io/bbolt/errors"
)

// open opens the file and says in the user's words what is wrong with it.
func (d *DB) open() error {
	db, err := d.openFile()
	if err != nil {
		return d.why(err)
	}
	d.db = db
	return nil
}

// why says why the file cannot be opened.
func (d *DB) why(err error) error {
	var pathError *fs.PathError
	switch {
	case errors.Is(err, bbolterrors.ErrTimeout):
		return fmt.Errorf("store %s %w; wait for it to end, or name another store", d.path, ErrInUse)
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("no store at %s; load documents into one first, or name another store", d.path)
	case errors.Is(err, errEarlier):
		return fmt.Errorf("store %s %w; run counterclaim rebuild", d.path, err)
	case errors.As(err, &pathError):
		return fmt.Errorf("open store %s: %w", d.path, err)
	default:
		return fmt.Errorf("store %s is damaged or no store (%w); restore a backup, run counterclaim rebuild, or move it away and load the documents again", d.path, err)
	}
}

// openFile opens a file that is whole or, to write, makes one.
func (d *DB) openFile() (db *bbolt.DB, err error) {
	// bbolt panics over pages that make no sense, and reads where there are none.
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			db, err = nil, fmt.Errorf("%v", r)
		}
	}()
	if d.readOnly {
		return openWhole(d.path)
	}
	if err := os.MkdirAll(filepath.Dir(d.path), 0o755); err != nil {
		return nil, err
	}
	whole, err := openWhole(d.path)
	switch {
	case err == nil:
		err = whole.Close()
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, ErrNothing):
		err = nil
	}
	if err != nil {
		return nil, err
	}
	return openToWrite(d.path)
}

// ErrInUse is what is wrong with a file that another process has open.
var ErrInUse = errors.New("is in use by another process")

// ErrNothing is what is wrong with a file in which there is no graph yet: the
// first load was killed at its very beginning. Who only reads can take it for empty.
var ErrNothing = errors.New("nothing has been written to it")

// errEarlier is what is wrong with a file that lacks an index, or does not say which it has.
var errEarlier = errors.New("was made by an earlier version")

// openWhole opens a file to read, next to others who do. It is an error where the
// file has been cut short: reading past its end would end the process.
func openWhole(path string) (*bbolt.DB, error) {
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, &fs.PathError{Op: "open", Path: path, Err: errors.New("is a folder; name a file in it")}
	case info.Size() == 0:
		return nil, ErrNothing
	}
	db, err := openAt(path, 0, bbolt.Options{Timeout: time.Second, ReadOnly: true})
	if err != nil {
		return nil, err
	}
	if err := checkWhole(db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// openAt opens the file that has the path once it is locked: while a process waits for the
// lock, restore or rebuild may put another in its place, and what would be written to the
// old one would be lost.
func openAt(path string, mode fs.FileMode, options bbolt.Options) (*bbolt.DB, error) {
	var opened *os.File
	options.OpenFile = func(name string, flag int, mode os.FileMode) (file *os.File, err error) {
		opened, err = os.OpenFile(name, flag, mode)
		return opened, err
	}
	for {
		db, err := bbolt.Open(path, mode, &options)
		if err != nil {
			return nil, err
		}
		is, err := opened.Stat()
		named, pathErr := os.Stat(path)
		if err = errors.Join(err, pathErr); err == nil && os.SameFile(is, named) {
			return db, nil
		}
		if err := errors.Join(err, db.Close()); err != nil {
			return nil, err
		}
	}
}

func checkWhole(db *bbolt.DB) error {
	err := db.View(func(tx *bbolt.Tx) error {
		info, err := os.Stat(db.Path())
		if err == nil && info.Size() < tx.Size() {
			err = fmt.Errorf("%d bytes are left of %d", info.Size(), tx.Size())
		}
		return err
	})
	if err != nil {
		return err
	}
	_, err = kv.New(&bboltKV{db}, cayleyOptions)
	if errors.Is(err, cayleygraph.ErrNotInitialized) {
		return ErrNothing
	}
	return errors.Join(err, db.View(func(tx *bbolt.Tx) error {
		if meta := tx.Bucket([]byte("meta")); meta == nil || meta.Get([]byte("indexes")) == nil {
			return errEarlier
		}
		for _, x := range indexes {
			if tx.Bucket([]byte(x.bucket)) == nil {
				return errEarlier
			}
		}
		return nil
	}))
}

func openToWrite(path string) (*bbolt.DB, error) {
	db, err := openAt(path, 0o644, bbolt.Options{
		Timeout:         time.Second,
		InitialMmapSize: mapSize(),
		FreelistType:    bbolt.FreelistMapType,
	})
	if err != nil {
		return nil, err
	}
	if err := initialise(db); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

// initialise makes what Cayley needs in a new file, in one transaction. Of Cayley's own three
// a process that is killed leaves one or two, and then Cayley takes the file for one with
// indexes that it has not, and finds nothing in it.
func initialise(db *bbolt.DB) error {
	tx, err := db.Begin(true)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	switch err := kv.Init(&singleTx{cayleyTx{newTx(tx)}}, cayleyOptions); {
	case errors.Is(err, cayleygraph.ErrDatabaseExists):
		return nil
	case err != nil:
		return err
	}
	for _, x := range indexes {
		if _, err := tx.CreateBucketIfNotExists([]byte(x.bucket)); err != nil {
			return err
		}
	}
	return tx.Commit()
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
