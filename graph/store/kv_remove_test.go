package store

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// A removed quad is in no index any more, and the others are.
func TestRemovedQuadsLeaveTheIndexes(t *testing.T) {
	s, err := Open("bolt", filepath.Join(t.TempDir(), "store"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.ReadQuads(t.Context(), strings.NewReader(gizmoQuads), nil); err != nil {
		t.Fatal(err)
	}
	var quads []quad.Quad
	err = s.read(t.Context(), func(w *walker) error {
		return w.each(w.qs.QuadsAllIterator(), func(r cayleygraph.Ref) bool { quads = append(quads, w.quad(r)); return true })
	})
	if err != nil || len(quads) != 8 {
		t.Fatal(quads, err)
	}
	for i := range quads {
		err := s.backend.update(func(h *handle) error { return newWalker(t.Context(), h).delete(quads[i : i+1]) })
		if err != nil {
			t.Fatal(err)
		}
		err = s.backend.view(func(h *handle) error {
			for _, x := range indexes {
				listed := 0
				c := x.cursor(h.tx)
				for ok := c.seek(posting{}); ok; ok = c.next() {
					listed++
				}
				if listed != len(quads)-i-1 {
					return fmt.Errorf("%s list %d quads of %d", x.bucket, listed, len(quads)-i-1)
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}
