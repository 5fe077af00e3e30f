package store

import (
	"context"
	"errors"

	"github.com/cayleygraph/cayley/graph/kv"

	"counterclaim/graph"
)

// Stats says how much a store holds.
type Stats struct {
	Documents, Statements, Contrasts, Actors, Quads int
	Kinds                                           map[graph.Kind]int     // statements by kind; one of several kinds counts in each
	Relations                                       map[graph.Relation]int // contrasts by relation
}

// Stats counts what the store holds. Kinds and relations of which there is none
// are left out.
func (s *Store) Stats(ctx context.Context) (Stats, error) {
	out := Stats{Kinds: map[graph.Kind]int{}, Relations: map[graph.Relation]int{}}
	err := s.read(ctx, func(w *walker) error {
		var err error
		count := func(predicate, node string) int {
			if err != nil {
				return 0
			}
			var n int
			n, err = w.countOf(graph.Edge{Predicate: predicate, Node: node})
			return n
		}
		out.Documents = count(graph.PType, "class:document")
		out.Statements = count(graph.PType, "class:statement")
		out.Contrasts = count(graph.PType, "class:contrast")
		out.Actors = count(graph.PType, "class:actor")
		for _, k := range graph.Kinds {
			if n := count(graph.PKind, "kind:"+string(k.Kind)); n > 0 {
				out.Kinds[k.Kind] = n
			}
		}
		for _, r := range graph.Relations {
			if n := count(graph.PRelation, "relation:"+string(r.Relation)); n > 0 {
				out.Relations[r.Relation] = n
			}
		}
		if err != nil {
			return err
		}
		size, err := w.qs.Stats(ctx, false)
		if errors.Is(err, kv.ErrNoBucket) {
			return nil // nothing was ever written
		}
		out.Quads = int(size.Quads.Size)
		return err
	})
	return out, err
}
