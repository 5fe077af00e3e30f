package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// having is what a quad has that is the edge, whichever statement it leads from.
func having(e graph.Edge) pattern {
	return pattern{quad.Predicate: quad.IRI(e.Predicate), quad.Object: quad.IRI(e.Node)}
}

// StatementsWith returns the statements that have all the edges, by ID. It walks
// from the node that has the fewest, so one rare edge makes it fast. Called with
// a Linker's context it passes over the documents whose new coding the Linker
// was given.
func (s *Store) StatementsWith(ctx context.Context, edges ...graph.Edge) ([]graph.Placed, error) {
	if len(edges) == 0 {
		return nil, fmt.Errorf("statements with no edge: name at least one")
	}
	var out []graph.Placed
	err := s.read(ctx, func(w *walker) error {
		ids, err := w.withAll(edges)
		if err != nil {
			return err
		}
		out, err = w.placed(ids)
		return err
	})
	return notReplaced(ctx, out), err
}

// StatementsAnswering returns the statements of which a coder says that they
// answer one of these, by ID. It passes over what StatementsWith passes over.
func (s *Store) StatementsAnswering(ctx context.Context, ids []string) ([]graph.Placed, error) {
	var out []graph.Placed
	err := s.read(ctx, func(w *walker) error {
		var found []string
		for _, id := range ids {
			some, err := w.into(quad.String(id), graph.PTakesUp)
			if err != nil {
				return err
			}
			found = append(found, some...)
		}
		var err error
		out, err = w.placed(found)
		return err
	})
	return notReplaced(ctx, out), err
}

// withAll returns the nodes that have all the edges.
func (w *walker) withAll(edges []graph.Edge) ([]string, error) {
	if w.file != nil || w.rows != nil {
		return w.withAllAtOnce(edges)
	}
	edges, err := w.rarestFirst(edges)
	if err != nil {
		return nil, err
	}
	candidates, err := w.numbersInto(quad.IRI(edges[0].Node), edges[0].Predicate)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, n := range candidates {
		has, err := w.has(n, edges[1:])
		if err != nil {
			return nil, err
		}
		if has {
			out = append(out, nodeName(w.named(n)))
		}
	}
	return out, nil
}

// withAllAtOnce is withAll of a file or a server, which know themselves where to begin.
func (w *walker) withAllAtOnce(edges []graph.Edge) (out []string, err error) {
	links := make([]link, len(edges))
	for i, e := range edges {
		links[i] = w.linkOf(e)
	}
	var found []uint64
	if w.file != nil {
		found = w.file.LeadingToAll(links)
	} else {
		found, err = w.rows.LeadingToAll(w.ctx, links)
	}
	for _, node := range found {
		out = append(out, nodeName(w.named(node)))
	}
	return out, err
}

// linkOf returns an edge by the numbers of its nodes, 0 for what there is not.
func (w *walker) linkOf(e graph.Edge) link {
	return link{Predicate: w.number(w.term(e.Predicate)), Object: w.number(w.ref(quad.IRI(e.Node)))}
}

// countOf returns how many nodes have the edge.
func (w *walker) countOf(e graph.Edge) (int, error) {
	if w.file != nil {
		return w.file.Count(w.linkOf(e)), nil
	}
	return w.count(having(e))
}

// has reports whether the node has all the edges. It compares numbers, so that no text
// is read.
func (w *walker) has(subject uint64, edges []graph.Edge) (bool, error) {
	missing := map[link]bool{}
	for _, e := range edges {
		missing[w.linkOf(e)] = true
	}
	if len(missing) == 0 {
		return true, nil
	}
	links, err := w.linksOf(subject)
	for _, l := range links {
		delete(missing, l)
	}
	return len(missing) == 0, err
}

// rarestFirst sorts the edges by how many statements have them.
func (w *walker) rarestFirst(edges []graph.Edge) ([]graph.Edge, error) {
	if len(edges) == 1 {
		return edges, nil
	}
	sizes := map[graph.Edge]int64{}
	for _, e := range edges {
		size, err := w.size(w.matching(having(e)))
		if err != nil {
			return nil, err
		}
		sizes[e] = size
	}
	out := slices.Clone(edges)
	slices.SortStableFunc(out, func(a, b graph.Edge) int { return int(sizes[a] - sizes[b]) })
	return out, nil
}

// size returns about how much an iterator has, and closes it.
func (w *walker) size(it cayleygraph.Iterator) (int64, error) {
	defer it.Close()
	n, _ := it.Size()
	return n, it.Err()
}

// replacedKey is the context key of the documents that a Linker is given anew.
type replacedKey struct{}

// replacing returns a context in which the documents are not found. Put calls
// its Linker with it, so that nothing is linked to a coding about to go.
func replacing(ctx context.Context, documents map[string]bool) context.Context {
	return context.WithValue(ctx, replacedKey{}, documents)
}

func notReplaced(ctx context.Context, found []graph.Placed) []graph.Placed {
	gone, _ := ctx.Value(replacedKey{}).(map[string]bool)
	return slices.DeleteFunc(found, func(p graph.Placed) bool { return gone[p.Document.ID] })
}

func compareContrasts(a, b graph.Contrast) int {
	key := func(c graph.Contrast) string { return c.Counter + "|" + c.Claim + "|" + string(c.Relation) }
	return strings.Compare(key(a), key(b))
}
