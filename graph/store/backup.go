package store

import (
	"errors"
	"fmt"
	"io"
)

// Backup writes a copy of a store's file as it is now, and returns its length in bytes.
// Others can read the store meanwhile; who wants to write waits. A store that is no file
// has errNoFile.
func (s *Store) Backup(out io.Writer) (n int64, err error) {
	err = s.view(func(h *handle) error {
		if h.tx == nil {
			return errNoFile
		}
		n, err = h.tx.WriteTo(out)
		return err
	})
	if err != nil {
		return n, fmt.Errorf("back up: %w", err)
	}
	return n, nil
}

var errNoFile = errors.New("the store is not kept in a file of ours")
