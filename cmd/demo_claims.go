package cmd

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"counterclaim/graph"
)

// How many claims the demo shows, and how many answers to one.
const (
	demoClaims  = 4
	demoAnswers = 4
)

// An answered claim is a statement with the contrasts that answer it.
type answered struct {
	graph.Placed
	by []graph.Contrast
}

// claims prints claims that have many answers, one of each claimant, with some of
// the answers below them.
func (d *demo) claims(ctx context.Context) error {
	all, err := d.answeredClaims(ctx)
	if err != nil {
		return err
	}
	d.heading("What was claimed, and what was said against it:", "counterclaim query contrasts")
	shown := map[string]bool{}
	for _, claim := range all {
		if who := claim.Statement.Speaker.Actor; len(shown) < demoClaims && !shown[who] {
			shown[who] = true
			if err := d.claim(ctx, claim); err != nil {
				return err
			}
		}
	}
	if more := len(all) - len(shown); more > 0 {
		d.text(0, d.as(faint, fmt.Sprintf("... and %s that were answered", count(more, "more claim", "more claims"))))
	}
	return d.err
}

func (d *demo) answeredClaims(ctx context.Context) ([]answered, error) {
	ids, err := nodeIDs(ctx, d.store, "statement")
	if err != nil {
		return nil, err
	}
	var all []answered
	for _, id := range ids {
		contrasts, err := d.store.Contrasts(ctx, id)
		if err != nil {
			return nil, err
		}
		by := slices.DeleteFunc(contrasts, func(c graph.Contrast) bool { return c.Claim != id || c.Relation.Equal() })
		if len(by) == 0 {
			continue
		}
		placed, _, err := d.store.Statement(ctx, id)
		if err != nil {
			return nil, err
		}
		all = append(all, answered{placed, by})
	}
	slices.SortStableFunc(all, func(a, b answered) int { return cmp.Compare(len(b.by), len(a.by)) })
	return all, nil
}

func (d *demo) claim(ctx context.Context, claim answered) error {
	if err := d.said(ctx, claim.Placed, 0, ""); err != nil {
		return err
	}
	slices.SortStableFunc(claim.by, func(a, b graph.Contrast) int { return cmp.Compare(place(a.Relation), place(b.Relation)) })
	some := oneOfEach(claim.by)
	for _, c := range some {
		counter, _, err := d.store.Statement(ctx, c.Counter)
		if err != nil {
			return err
		}
		if err := d.said(ctx, counter, 4, string(c.Relation)); err != nil {
			return err
		}
	}
	if more := len(claim.by) - len(some); more > 0 {
		d.text(4, d.as(faint, "... and "+count(more, "more answer", "more answers")))
	}
	d.print("\n")
	return nil
}

// oneOfEach returns a contrast of each relation, as many as the demo shows.
func oneOfEach(contrasts []graph.Contrast) []graph.Contrast {
	some := slices.CompactFunc(slices.Clone(contrasts), func(a, b graph.Contrast) bool { return a.Relation == b.Relation })
	return some[:min(demoAnswers, len(some))]
}

// place returns where a relation stands in the vocabulary.
func place(r graph.Relation) int {
	return slices.IndexFunc(graph.Relations, func(row graph.RelationRow) bool { return row.Relation == r })
}

// said prints who says something and when, and below that the words.
func (d *demo) said(ctx context.Context, p graph.Placed, indent int, relation string) error {
	who, err := speakerName(ctx, d.store, p.Statement)
	if err != nil {
		return err
	}
	when := cmp.Or(p.Statement.Said, p.Document.Published)
	where := cmp.Or(p.Document.Publisher, p.Document.Title, p.Document.Name)
	line := fmt.Sprintf("%s, %s, in %s:", d.as(bold, who), when, printable(where))
	if relation != "" {
		line = d.as(underline, relation) + "  " + line
	}
	coding, _, err := d.store.Coding(ctx, p.Document.ID)
	if err != nil {
		return err
	}
	d.text(indent, line)
	d.text(indent+2, printable(p.Statement.Reported(coding.Document.Text)))
	return d.err
}
