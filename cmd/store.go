package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"counterclaim/graph/store"
)

// readStore opens the store of the settings, which must be there, and closes it
// after use. Any number of processes can read it at once.
func (in *inForce) readStore(use func(*store.Store) error) error {
	if err := in.findStore(); err != nil {
		return err
	}
	return in.withStore(store.OpenReadOnly, use)
}

// changeStore is readStore for a use that writes. No other process may have a store in a
// file open meanwhile; writers to one on a server take turns.
func (in *inForce) changeStore(use func(*store.Store) error) error {
	if err := in.findStore(); err != nil {
		return err
	}
	return in.fillStore(use)
}

// fillStore is changeStore for a store that is made where it is not there yet.
func (in *inForce) fillStore(use func(*store.Store) error) error {
	return in.withStore(store.Open, use)
}

// findStore returns an error where there is no store yet.
func (in *inForce) findStore() error {
	path := in.GetString(storePath)
	if in.GetString(storeBackend) == "bolt" {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("no store at %s; counterclaim load PATH... makes one, --store names another", path)
		}
	}
	return nil
}

func (in *inForce) withStore(open func(backend, path string) (*store.Store, error), use func(*store.Store) error) error {
	db, err := open(in.GetString(storeBackend), in.GetString(storePath))
	if err != nil {
		return err
	}
	db.Retried = func(err error) { fmt.Fprintf(in.stderr, "trying again: %v\n", err) }
	return errors.Join(use(db), db.Close())
}
