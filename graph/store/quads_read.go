package store

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/cayleygraph/quad/nquads"
)

// ReadQuads adds N-Quads in short names, as WriteQuads writes them, to an empty
// store. It is for graphs drawn by hand, as in tests of queries: nothing sees to
// it that the quads are those of codings; Check tells.
func (s *Store) ReadQuads(ctx context.Context, r io.Reader) error {
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
	if err := s.beginWrite(); err != nil {
		return err
	}
	defer s.writing.Unlock()
	return s.backend.update(func(h *handle) error { return newWalker(ctx, h).add(quads.list) })
}
