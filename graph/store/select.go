package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// Select returns the statements of these IDs as positions, with their actors and the
// contrasts among them; IDs that are no statement's are passed over. Picked is left to
// the caller.
func (s *Store) Select(ctx context.Context, ids []string) (graph.Selection, error) {
	var out graph.Selection
	err := s.read(ctx, func(w *walker) error {
		ids := slices.Compact(slices.Sorted(slices.Values(ids)))
		parts := make([]graph.Selection, cores(w, len(ids)))
		errs := make([]error, len(parts))
		share(len(parts), func(i int) {
			own := newLookup(newWalker(ctx, w.handle), nil, nil)
			parts[i], errs[i] = own.positions(ids[i*len(ids)/len(parts):(i+1)*len(ids)/len(parts)], ids)
		})
		var actors []string
		for _, p := range parts {
			out.Positions = append(out.Positions, p.Positions...)
			out.Contrasts = append(out.Contrasts, p.Contrasts...)
			for i := range p.Positions {
				actors = append(actors, p.Positions[i].Statement.ActorIDs()...)
			}
		}
		found, err := w.actors(actors)
		out.Actors = make(map[string]graph.Actor, len(found))
		for _, a := range found {
			out.Actors[a.ID] = a
		}
		return errors.Join(append(errs, err)...)
	})
	out.Sort()
	return out, err
}

// Around returns the selection and all that its statements answer, or that answers them,
// picked or not.
func (s *Store) Around(ctx context.Context, picked *graph.Selection) (graph.Selection, error) {
	var ids []string
	for i := range picked.Positions {
		id := picked.Positions[i].Statement.ID
		ids = append(ids, id)
		contrasts, err := s.Contrasts(ctx, id)
		if err != nil {
			return graph.Selection{}, err
		}
		for _, c := range contrasts {
			ids = append(ids, c.Counter, c.Claim)
		}
	}
	return s.Select(ctx, ids)
}

// positions returns the statements with the contrasts by which they answer any of those
// that were picked, which are sorted.
func (l *lookup) positions(ids, picked []string) (out graph.Selection, err error) {
	defer func() {
		if failed, ok := recover().(error); ok {
			err = failed
		}
	}()
	placed, err := l.placed(ids)
	if err != nil {
		return out, err
	}
	for _, p := range placed {
		s := l.subjectOf(p.Statement.ID)
		id, name := s.concept()
		out.Positions = append(out.Positions, graph.Position{Placed: p, Words: s.reported(), Concept: graph.Concept{ID: id, Name: name}})
		contrasts, err := l.walker.into(quad.IRI(p.Statement.ID), graph.PCounter)
		if err != nil {
			return out, err
		}
		for _, id := range contrasts {
			f, err := l.facts(id)
			if err != nil {
				return out, err
			}
			if _, both := slices.BinarySearch(picked, f.one(graph.PClaim)); !both {
				continue
			}
			c, err := f.contrast(id)
			if err != nil {
				return out, err
			}
			out.Contrasts = append(out.Contrasts, c)
		}
	}
	return out, nil
}

// sameConcept are the relations of a statement that takes a position on what the claim
// is about.
var sameConcept = []graph.Relation{graph.Denies, graph.Echoes, graph.Renders}

// concept returns what the statement takes a position on, as graph.Concept has it.
func (s *subject) concept() (id, name string) {
	var passed []*subject
	for s != nil && !slices.Contains(passed, s) {
		if own := s.ownConcept(); own.ID != "" {
			return own.ID, own.Name
		}
		passed = append(passed, s)
		s = s.claim()
	}
	root := passed[len(passed)-1]
	if s != nil { // they go round in a circle; the earliest of it is the claim
		root = slices.MinFunc(passed[slices.Index(passed, s):], earlier)
	}
	return root.id(), root.reported()
}

// ownConcept returns the concept that the coder names or the incident that the statement
// is about, nothing where there is neither.
func (s *subject) ownConcept() graph.Concept {
	prefixes, what := []string{"incident:"}, "incident"
	if s.one(graph.PRule) == graph.CoderRule {
		prefixes, what = []string{"concept:", "incident:"}, "concept"
	}
	return s.ofFew(graph.PAbout, what, func() any {
		about := s.texts(graph.PAbout)
		for _, prefix := range prefixes {
			if i := slices.IndexFunc(about, func(a string) bool { return strings.HasPrefix(a, prefix) }); i >= 0 {
				_, plain, _ := strings.Cut(about[i], ":")
				return graph.Concept{ID: about[i], Name: string(readable(plain))}
			}
		}
		return graph.Concept{}
	}).(graph.Concept)
}

// claim returns the earliest of the claims on which the statement takes a position, nil
// where there is none.
func (s *subject) claim() *subject {
	var claims []*subject
	for _, r := range sameConcept {
		for _, node := range s.objects(string(r)) {
			claims = append(claims, s.subject(node))
		}
	}
	if len(claims) == 0 {
		return nil
	}
	return slices.MinFunc(claims, earlier)
}

func earlier(a, b *subject) int {
	return cmp.Or(cmp.Compare(a.when(), b.when()), cmp.Compare(a.id(), b.id()))
}

// when returns the day on which the statement was said or else published; an unknown one
// comes after all others.
func (s *subject) when() string {
	return cmp.Or(s.one(graph.PSaid), s.follow(graph.PDocument).one(graph.PPublished), unknownDay)
}

const unknownDay = "~"
