package store

import (
	"errors"

	"counterclaim/graph/store/file"
)

// bolt is the embedded store: a file of its own.
type bolt struct{ db *file.DB }

// openBolt opens a file. One in which nothing is yet, which a reader cannot fill, is an empty
// store.
func openBolt(path string, readOnly bool) (backend, error) {
	db, err := file.Open(path, readOnly)
	switch {
	case errors.Is(err, file.ErrNothing) && readOnly:
		return openMemory(path, readOnly)
	case err != nil:
		return nil, err
	}
	return &bolt{db}, nil
}

// openHandle opens Cayley's store over the transaction.
func openHandle(tx *file.Tx) (*handle, error) {
	qs, err := tx.Cayley()
	if err != nil {
		return nil, err
	}
	return &handle{qs: qs, tx: tx}, nil
}

func (b *bolt) view(fn func(*handle) error) error {
	return b.db.View(func(tx *file.Tx) error {
		h, err := openHandle(tx)
		if err != nil {
			return err
		}
		return fn(h)
	})
}

func (b *bolt) update(fn func(*handle) error) error {
	return b.db.Update(func(tx *file.Tx) error {
		h, err := openHandle(tx)
		if err != nil {
			return err
		}
		h.write, h.remove = adder{add: tx.Add}, tx.Remove
		return fn(h)
	})
}

func (b *bolt) close() error { return b.db.Close() }

// A Progress tells how far a step of work has come, and of how much; Total is 0 where
// that is not known.
type Progress = file.Progress

// A CommitError says that the disk did not take what a call was to write. The store is what
// it was before the call.
type CommitError = file.CommitError

// ErrInUse is what is wrong with a store that another process has open.
var ErrInUse = file.ErrInUse
