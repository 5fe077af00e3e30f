package contrast

import (
	"context"
	"slices"

	"counterclaim/graph"
)

// answers makes contrasts of what statements say themselves that they answer: by
// a coder's word, or because their own words take up the claim. The claim can be
// of any document; it is linked when both are there.
func (l *linker) answers(ctx context.Context, documents [][]*entry, known Known) error {
	here := map[string]bool{}
	var ids []string
	for _, d := range documents {
		for _, e := range d {
			here[e.ID] = true
			ids = append(ids, e.ID)
		}
	}
	for _, d := range documents {
		for _, e := range d {
			for _, a := range e.Answers {
				there := here[a.Claim]
				if !there && known != nil {
					claim, ok, err := known.Statement(ctx, a.Claim)
					if err != nil {
						return err
					}
					there = ok && !l.accepted[claim.Document.ID]
				}
				if there {
					l.answer(e.Statement, a)
				}
			}
		}
	}
	if known == nil {
		return nil
	}
	earlier, err := known.StatementsAnswering(ctx, ids)
	if err != nil {
		return err
	}
	for i := range earlier {
		if l.accepted[earlier[i].Document.ID] {
			continue
		}
		for _, a := range earlier[i].Statement.Answers {
			if here[a.Claim] {
				l.answer(&earlier[i].Statement, a)
			}
		}
	}
	return nil
}

func (l *linker) answer(s *graph.Statement, a graph.Answer) {
	c := graph.Contrast{Counter: s.ID, Claim: a.Claim, Relation: a.Relation, Basis: graph.Explicit, Rule: s.Rule}
	why := reason("takes up the claim", answersAlone, "%s", a.Note)
	if s.Mode == graph.Curated {
		c.Basis, why.Signal = graph.CoderBasis, "coder"
		if a.Note == "" {
			why.Says = "the coder says that it answers the claim"
		}
	}
	if why.Says == "" {
		why.Says = "its own words take up the claim"
	}
	c.Because = []graph.Reason{why}
	l.found[edge{c.Counter, c.Claim, c.Relation}] = c
}

// saysItself reports whether a coder or the statement's words say that there is
// such a contrast.
func (e *entry) saysItself(of edge) bool {
	return slices.ContainsFunc(e.Answers, func(a graph.Answer) bool { return a.Claim == of.claim && a.Relation == of.relation })
}
