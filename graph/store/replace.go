package store

import (
	"context"
	"maps"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// Remove takes a document out of the store, with its statements, the contrasts
// in which they take part, and the actors that nothing else needs. Then link,
// where it is not nil, is asked what changes for the statements that stay. It
// returns false where there is no such document.
func (s *Store) Remove(ctx context.Context, document string, link Linker) (bool, error) {
	found := false
	err := s.write(ctx, func() (err error) {
		found, err = s.remove(ctx, document, link)
		return err
	})
	return found && err == nil, err
}

func (s *Store) remove(ctx context.Context, document string, link Linker) (found bool, err error) {
	err = s.read(ctx, func(w *walker) error {
		f, err := w.facts(document)
		found = f.is("document")
		return err
	})
	if err != nil || !found {
		return false, err
	}
	p := &plan{known: map[string]bool{document: true}, home: map[string]string{}}
	links, err := s.link(ctx, p, link)
	if err != nil {
		return false, err
	}
	return true, s.backend.update(func(h *handle) error { return newWalker(ctx, h).replace(p, links) })
}

// replace takes out the plan's known documents and puts in what is accepted.
// What is the same before and after is not touched.
func (w *walker) replace(p *plan, links graph.Links) error {
	before, err := w.before(p, links.Redone)
	if err != nil {
		return err
	}
	after := p.after(links.Contrasts)
	gone, fresh := before.without(after), after.without(before)
	if err := w.add(fresh); err != nil {
		return err
	}
	if err := w.delete(gone); err != nil {
		return err
	}
	orphans, err := w.orphans(gone)
	if err != nil {
		return err
	}
	return w.delete(orphans)
}

// after returns what the accepted codings and the contrasts cause.
func (p *plan) after(contrasts []graph.Contrast) *quadSet {
	n := 0
	for _, quads := range p.quads {
		n += len(quads)
	}
	set := newQuadSet(2 * n) // with actors and contrasts
	for _, quads := range p.quads {
		set.add(quads...)
	}
	for _, a := range p.actors() {
		set.add(graph.ActorQuads(&a)...)
	}
	for i := range contrasts {
		set.add(graph.ContrastQuads(&contrasts[i], p.home[contrasts[i].Counter])...)
	}
	return set
}

// actors returns the actors that accepted codings bring facts about. Where two
// differ about one, the later holds.
func (p *plan) actors() map[string]graph.Actor {
	out := map[string]graph.Actor{}
	for _, c := range p.accepted {
		for _, a := range c.Actors {
			out[a.ID] = a
		}
	}
	return out
}

// before returns the quads that are in question: those of the known documents,
// the contrasts of their statements in other documents, the contrasts across
// documents that the redone statements have as counters, and the facts of the actors that accepted
// codings bring facts about.
func (w *walker) before(p *plan, redone []string) (*quadSet, error) {
	set := newQuadSet(0)
	for document, known := range p.known {
		if !known {
			continue
		}
		quads, err := w.quads(quad.Label, quad.IRI(document))
		if err != nil {
			return nil, err
		}
		set.add(quads...)
		statements, err := w.into(quad.IRI(document), graph.PDocument)
		if err != nil {
			return nil, err
		}
		for _, id := range statements {
			if err := w.addContrasts(set, id, func(graph.Contrast) bool { return true }); err != nil {
				return nil, err
			}
		}
	}
	for _, id := range redone {
		if err := w.addContrasts(set, id, func(c graph.Contrast) bool { return c.Counter == id && c.Basis == graph.AcrossDocs }); err != nil {
			return nil, err
		}
	}
	quads, err := w.actorQuads(slices.Sorted(maps.Keys(p.actors()))...)
	set.add(quads...)
	return set, err
}

// addContrasts adds the quads of the contrasts in which the statement takes part,
// whichever document they are of, as far as they are wanted.
func (w *walker) addContrasts(set *quadSet, statement string, wanted func(graph.Contrast) bool) error {
	ids, err := w.contrastsOf(statement)
	if err != nil {
		return err
	}
	for _, id := range ids {
		f, err := w.facts(id)
		if err != nil {
			return err
		}
		c, err := f.contrast(id)
		if err != nil {
			return err
		}
		if !wanted(c) {
			continue
		}
		quads, err := w.quads(quad.Subject, quad.IRI(id))
		if err != nil {
			return err
		}
		set.add(quads...)
		set.add(quad.Quad{Subject: quad.IRI(c.Counter), Predicate: quad.IRI(c.Relation), Object: quad.IRI(c.Claim), Label: quads[0].Label})
	}
	return nil
}

// add writes quads that are not there.
func (w *walker) add(quads []quad.Quad) error {
	if len(quads) == 0 {
		return nil
	}
	w.forget()
	return w.write.AddQuadSet(quads)
}

// delete takes out quads that are there. It never shares a step with additions:
// Cayley writes an added quad without its node where the same step takes away
// more quads of that node than it adds.
func (w *walker) delete(quads []quad.Quad) error {
	if len(quads) == 0 {
		return nil
	}
	w.forget()
	if w.handle.remove != nil {
		return w.handle.remove(quads)
	}
	deltas := make([]cayleygraph.Delta, len(quads))
	for i, q := range quads {
		deltas[i] = cayleygraph.Delta{Quad: q, Action: cayleygraph.Delete}
	}
	return w.qs.ApplyDeltas(deltas, cayleygraph.IgnoreOpts{IgnoreMissing: true})
}

// A quadSet holds quads, each once, in the order in which they came. Cayley
// counts the uses of a node by quads written, so a quad written twice would keep
// its nodes for ever.
type quadSet struct {
	list []quad.Quad
	has  map[quad.Quad]bool
}

// newQuadSet returns a set with room for n quads.
func newQuadSet(n int) *quadSet {
	return &quadSet{make([]quad.Quad, 0, n), make(map[quad.Quad]bool, n)}
}

func (s *quadSet) add(quads ...quad.Quad) {
	for _, q := range quads {
		if !s.has[q] {
			s.has[q] = true
			s.list = append(s.list, q)
		}
	}
}

// without returns the quads that are not in other.
func (s *quadSet) without(other *quadSet) []quad.Quad {
	if len(other.list) == 0 {
		return s.list
	}
	out := make([]quad.Quad, 0, len(s.list))
	for _, q := range s.list {
		if !other.has[q] {
			out = append(out, q)
		}
	}
	return out
}
