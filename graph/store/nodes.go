package store

import (
	"context"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// NodesOf returns the names of the nodes of a class, "actor" or another that nodes have a
// type of, sorted. Concepts, incidents and months, to which statements lead and which have
// no type, are found by what leads to them.
func (s *Store) NodesOf(ctx context.Context, class string) ([]string, error) {
	var out []string
	err := s.read(ctx, func(w *walker) error {
		var err error
		if out, err = w.into(quad.IRI("class:"+class), graph.PType); err != nil || len(out) > 0 {
			return err
		}
		out, err = w.objectsOfClass(class)
		return err
	})
	slices.Sort(out)
	return slices.Compact(out), err
}

// objectsOfClass goes through all edges that can lead to the class, which takes a second or
// so in a store of a million quads.
func (w *walker) objectsOfClass(class string) ([]string, error) {
	var objects []uint64
	for _, p := range graph.Predicates {
		term := w.term(p.Name)
		if term == nil || !slices.Contains(p.To, class) {
			continue
		}
		seen := map[cayleygraph.Ref]bool{}
		err := w.each(w.qs.QuadIterator(quad.Predicate, term), func(r cayleygraph.Ref) bool {
			object := w.qs.QuadDirection(r, quad.Object)
			if !seen[object] {
				seen[object] = true
				objects = append(objects, w.number(object))
			}
			return true
		})
		if err != nil {
			return nil, err
		}
	}
	w.together(objects)
	var out []string
	for _, n := range objects {
		id := nodeName(w.named(n))
		if of, known := graph.ClassOf(id); known && of.Name == class {
			out = append(out, id)
		}
	}
	return out, nil
}
