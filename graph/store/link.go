package store

import (
	"context"
	"fmt"
	"slices"

	"counterclaim/graph"
)

// link asks what contrasts the plan brings about, and checks them.
func (s *Store) link(ctx context.Context, p *plan, link Linker) (graph.Links, error) {
	if link == nil {
		return graph.Links{}, nil
	}
	change := graph.Change{Accepted: p.accepted}
	err := s.read(ctx, func(w *walker) (err error) { change.Gone, err = w.gone(p); return err })
	if err != nil {
		return graph.Links{}, err
	}
	links, err := link(replacing(ctx, p.known), change)
	if err != nil {
		return graph.Links{}, fmt.Errorf("link: %w", err)
	}
	out := graph.Links{Redone: links.Redone}
	err = s.read(ctx, func(w *walker) error {
		w.foresee(statementsIn(p, links.Contrasts))
		for _, c := range links.Contrasts {
			if err := w.checkContrast(p, &c, links.Redone); err != nil {
				return fmt.Errorf("link: %w", err)
			}
			out.Contrasts = append(out.Contrasts, c.Canonical())
		}
		return nil
	})
	slices.SortStableFunc(out.Contrasts, compareContrasts)
	out.Contrasts = slices.CompactFunc(out.Contrasts, func(a, b graph.Contrast) bool { return compareContrasts(a, b) == 0 })
	return out, err
}

// statementsIn returns the statements of contrasts that are not the plan's own.
func statementsIn(p *plan, contrasts []graph.Contrast) []string {
	var out []string
	for _, c := range contrasts {
		for _, id := range []string{c.Counter, c.Claim} {
			if _, own := p.home[id]; !own {
				out = append(out, id)
			}
		}
	}
	return out
}

// gone returns what the store has of the plan's documents.
func (w *walker) gone(p *plan) ([]graph.Coding, error) {
	var out []graph.Coding
	for id, known := range p.known {
		if !known {
			continue
		}
		f, err := w.facts(id)
		if err != nil {
			return nil, err
		}
		c, err := w.coding(f.document(id, false))
		if err != nil {
			return nil, err
		}
		out = append(out, c)
	}
	return out, nil
}

// checkContrast refuses a contrast that is malformed, leads to a statement that
// is nowhere, or has no part in what is accepted or redone.
func (w *walker) checkContrast(p *plan, c *graph.Contrast, redone []string) error {
	if err := c.Validate(); err != nil {
		return err
	}
	_, counter := p.home[c.Counter]
	_, claim := p.home[c.Claim]
	if !counter && !claim && !slices.Contains(redone, c.Counter) {
		return fmt.Errorf("contrast %s %s %s: neither statement is new", c.Counter, c.Relation, c.Claim)
	}
	for _, id := range []string{c.Counter, c.Claim} {
		if _, ok := p.home[id]; ok {
			continue
		}
		document, err := w.home(id)
		if err != nil {
			return err
		}
		if _, goes := p.known[document]; document == "" || goes {
			return fmt.Errorf("contrast %s %s %s: no statement %s", c.Counter, c.Relation, c.Claim, id)
		}
		p.home[id] = document
	}
	return nil
}
