package store

import (
	"context"
	"errors"

	"github.com/cayleygraph/quad"

	"counterclaim/graph/store/file"
)

// salvageQuads is how many quads are written at once.
const salvageQuads = 30_000

// A Salvage is a store's file whose quads are read however its indexes and counts are:
// damaged, or those of an earlier version. It needs the file's log alone, where each node
// and each quad stands once. As long as it is open nobody can write to the file; others can
// read it. The caller closes it.
type Salvage struct {
	Quads int // that Into has written
	Lost  int // entries of the log that it could not read, and quads with such nodes

	file *file.Salvage
}

// OpenSalvage opens the file of a store that is none for Open any more.
func OpenSalvage(path string) (*Salvage, error) {
	f, err := file.OpenSalvage(path)
	if err != nil {
		return nil, err
	}
	return &Salvage{file: f}, nil
}

// Close closes the file.
func (s *Salvage) Close() error { return s.file.Close() }

// Into writes the quads into an empty store. Call it once; progress may be nil.
func (s *Salvage) Into(ctx context.Context, to *Store, progress func(done, total int)) error {
	batch := newQuadSet(salvageQuads)
	flush := func() error {
		s.Quads += len(batch.list)
		err := to.backend.update(func(h *handle) error { return newWalker(ctx, h).add(batch.list) })
		batch = newQuadSet(salvageQuads)
		return err
	}
	err := s.file.Each(func(q quad.Quad, number, last uint64) error {
		batch.add(q)
		if len(batch.list) < salvageQuads {
			return nil
		}
		if err := errors.Join(ctx.Err(), flush()); err != nil {
			return err
		}
		if progress != nil {
			progress(int(number), int(last))
		}
		return nil
	})
	s.Lost = s.file.Lost
	if err != nil {
		return err
	}
	return errors.Join(ctx.Err(), flush())
}
