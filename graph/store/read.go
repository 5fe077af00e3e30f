package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// read calls fn with a walker on the graph as it is now.
func (s *Store) read(ctx context.Context, fn func(*walker) error) error {
	return s.view(func(h *handle) error { return fn(newWalker(ctx, h)) })
}

// Statement returns the statement of that ID; false where there is none. It
// passes over what StatementsWith passes over.
func (s *Store) Statement(ctx context.Context, id string) (graph.Placed, bool, error) {
	var found []graph.Placed
	err := s.read(ctx, func(w *walker) (err error) {
		found, err = w.placed([]string{id})
		return err
	})
	if found = notReplaced(ctx, found); err != nil || len(found) == 0 {
		return graph.Placed{}, false, err
	}
	return found[0], true, nil
}

// placed returns the statements of these IDs that are there, by ID.
func (w *walker) placed(ids []string) ([]graph.Placed, error) {
	var out []graph.Placed
	documents := map[string]graph.Document{}
	for _, id := range slices.Compact(slices.Sorted(slices.Values(ids))) {
		f, err := w.facts(id)
		if err != nil {
			return nil, err
		}
		if !f.is("statement") {
			continue
		}
		statement, err := f.statement(id)
		if err != nil {
			return nil, err
		}
		d, ok := documents[statement.Document]
		if !ok {
			f, err := w.facts(statement.Document)
			if err != nil {
				return nil, err
			}
			d = f.document(statement.Document, false)
			documents[d.ID] = d
		}
		out = append(out, graph.Placed{Statement: statement, Document: d})
	}
	return out, nil
}

// Coding returns the whole coding of a document, in canonical form, with the
// document's text and the actors; false where there is none.
func (s *Store) Coding(ctx context.Context, document string) (graph.Coding, bool, error) {
	var c graph.Coding
	found := false
	err := s.read(ctx, func(w *walker) error {
		f, err := w.facts(document)
		if err != nil || !f.is("document") {
			return err
		}
		found = true
		c, err = w.coding(f.document(document, true))
		return err
	})
	return c, found, err
}

func (w *walker) coding(d graph.Document) (graph.Coding, error) {
	c := graph.Coding{Document: d}
	ids, err := w.into(quad.IRI(d.ID), graph.PDocument)
	if err != nil {
		return c, err
	}
	var actors []string
	for _, id := range ids {
		f, err := w.facts(id)
		if err != nil {
			return c, err
		}
		s, err := f.statement(id)
		if err != nil {
			return c, err
		}
		c.Statements = append(c.Statements, s)
		actors = append(actors, s.ActorIDs()...)
	}
	if c.Actors, err = w.actors(actors); err != nil {
		return c, err
	}
	return c.Canonical(), nil
}

// actors returns the actors of these IDs and all for whom they act.
func (w *walker) actors(ids []string) ([]graph.Actor, error) {
	var out []graph.Actor
	seen := map[string]bool{}
	w.foresee(ids)
	for len(ids) > 0 {
		id := ids[len(ids)-1]
		ids = ids[:len(ids)-1]
		if seen[id] {
			continue
		}
		seen[id] = true
		a, found, err := w.actor(id)
		if err != nil {
			return nil, err
		}
		if !found {
			return nil, fmt.Errorf("%s is named but not in the store", id)
		}
		out = append(out, a)
		for _, f := range a.ActsFor {
			ids = append(ids, f.Actor)
		}
	}
	return out, nil
}

// Actor returns the actor of that ID; false where no statement names it, nor any
// that is named acts for it.
func (s *Store) Actor(ctx context.Context, id string) (graph.Actor, bool, error) {
	var a graph.Actor
	found := false
	err := s.read(ctx, func(w *walker) (err error) {
		a, found, err = w.actor(id)
		return err
	})
	return a, found, err
}

func (w *walker) actor(id string) (graph.Actor, bool, error) {
	f, err := w.facts(id)
	if err != nil || !f.is("actor") {
		return graph.Actor{}, false, err
	}
	a := f.actor(id)
	if len(f[graph.PActsFor]) == 0 {
		return a, true, nil
	}
	delegations, err := w.into(quad.IRI(id), graph.PDelegate)
	if err != nil {
		return a, false, err
	}
	for _, d := range delegations {
		f, err := w.facts(d)
		if err != nil {
			return a, false, err
		}
		a.ActsFor = append(a.ActsFor, f.actsFor())
	}
	return a.Canonical(), true, nil
}

// Documents returns all documents without their Text, by ID.
func (s *Store) Documents(ctx context.Context) ([]graph.Document, error) {
	var out []graph.Document
	err := s.read(ctx, func(w *walker) error {
		ids, err := w.into(quad.IRI("class:document"), graph.PType)
		if err != nil {
			return err
		}
		slices.Sort(ids)
		for _, id := range ids {
			f, err := w.facts(id)
			if err != nil {
				return err
			}
			out = append(out, f.document(id, false))
		}
		return nil
	})
	return out, err
}

// Contrasts returns the contrasts in which the statement takes part, as counter
// or as claim, with their reasons; sorted by counter, claim and relation.
func (s *Store) Contrasts(ctx context.Context, statement string) ([]graph.Contrast, error) {
	var out []graph.Contrast
	err := s.read(ctx, func(w *walker) error {
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
			out = append(out, c)
		}
		return nil
	})
	slices.SortFunc(out, compareContrasts)
	return out, err
}

// contrastsOf returns the names of the contrasts in which the statement takes
// part.
func (w *walker) contrastsOf(statement string) ([]string, error) {
	var out []string
	for _, p := range []string{graph.PCounter, graph.PClaim} {
		ids, err := w.into(quad.IRI(statement), p)
		if err != nil {
			return nil, err
		}
		out = append(out, ids...)
	}
	return out, nil
}
