package store

import "errors"

// bolt is the embedded store: a file of its own.
type bolt struct{ db *DB }

// openBolt opens a file. One in which nothing is yet, which a reader cannot fill, is an empty
// store.
func openBolt(path string, readOnly bool) (backend, error) {
	db, err := openDB(path, readOnly)
	switch {
	case errors.Is(err, ErrNothing) && readOnly:
		return openMemory(path, readOnly)
	case err != nil:
		return nil, err
	}
	return &bolt{db}, nil
}

// openHandle opens Cayley's store over the transaction.
func openHandle(tx *Tx) (*handle, error) {
	qs, err := tx.Cayley()
	if err != nil {
		return nil, err
	}
	return &handle{qs: qs, tx: tx}, nil
}

func (b *bolt) view(fn func(*handle) error) error {
	return b.db.View(func(tx *Tx) error {
		h, err := openHandle(tx)
		if err != nil {
			return err
		}
		return fn(h)
	})
}

func (b *bolt) update(fn func(*handle) error) error {
	return b.db.Update(func(tx *Tx) error {
		h, err := openHandle(tx)
		if err != nil {
			return err
		}
		h.write, h.remove = adder{add: tx.Add}, tx.Remove
		return fn(h)
	})
}

func (b *bolt) close() error { return b.db.Close() }
