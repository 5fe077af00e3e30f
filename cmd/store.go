package cmd

import (
	"errors"
	"fmt"
	"io/fs"
	"os"

	"counterclaim/graph/store"
)

// withStore opens the store of the settings, which must be there, and closes it
// after use.
func (in *inForce) withStore(use func(*store.Store) error) error {
	path := in.GetString(storePath)
	if in.GetString(storeBackend) == "bolt" {
		if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("no store at %s; counterclaim load PATH... makes one, --store names another", path)
		}
	}
	return in.withNewStore(use)
}

// withNewStore is withStore for a store that is made where it is not there yet.
func (in *inForce) withNewStore(use func(*store.Store) error) error {
	db, err := store.Open(in.GetString(storeBackend), in.GetString(storePath))
	if err != nil {
		return err
	}
	return errors.Join(use(db), db.Close())
}
