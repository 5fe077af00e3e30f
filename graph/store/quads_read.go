package store

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad/nquads"
)

// ReadQuads fills an empty store with N-Quads in short names, as WriteQuads writes them:
// a graph that was written elsewhere, or drawn by hand for a test. Nothing sees to it that
// the quads are those of codings; Check tells. A quad that comes twice counts once. An
// error leaves the store empty. A store in a file needs memory for a few million quads,
// however many there are, and room on the disk for its parts beside the file. step, where
// it is not nil, is told how far it is: reading by lines, building by quads.
func (s *Store) ReadQuads(ctx context.Context, r io.Reader, step func(Progress)) error {
	if step == nil {
		step = func(Progress) {}
	}
	if s.readOnly {
		return errReadOnly
	}
	if err := s.mustBeEmpty(ctx); err != nil {
		return err
	}
	if embedded, ok := s.backend.(*bolt); ok {
		err := s.write(ctx, func() error {
			if err := s.mustBeEmpty(ctx); err != nil { // still
				return err
			}
			return embedded.db.BuildQuads(ctx, r, blockBytes, step)
		})
		if err != nil && !errors.Is(err, ErrNotEmpty) {
			return fmt.Errorf("read quads: %w", err)
		}
		return err
	}
	quads := newQuadSet(0)
	for reader := nquads.NewReader(r, false); ; {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return fmt.Errorf("read quads: %w", err)
		}
		quads.add(q)
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.write(ctx, func() error {
		if err := s.mustBeEmpty(ctx); err != nil {
			return err
		}
		return s.backend.update(func(h *handle) error { return newWalker(ctx, h).add(quads.list) })
	})
}

// blockBytes is how much of N-Quads is held in memory at a time on each core. With its quads
// and nodes it takes some 250 MB.
const blockBytes = 64 << 20

// ErrNotEmpty is what ReadQuads returns for a store that has something in it.
var ErrNotEmpty = errors.New("the store is not empty; name a new one to read quads into")

func (s *Store) mustBeEmpty(ctx context.Context) error {
	empty, err := s.empty(ctx)
	if err == nil && !empty {
		err = ErrNotEmpty
	}
	return err
}

// empty reports whether there is no quad in the store.
func (s *Store) empty(ctx context.Context) (bool, error) {
	empty := true
	err := s.read(ctx, func(w *walker) error {
		it := w.qs.QuadsAllIterator()
		defer it.Close()
		empty = !it.Next(ctx)
		return it.Err()
	})
	return empty, err
}
