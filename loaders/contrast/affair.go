package contrast

import (
	"context"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// Two documents tell of many things done by the same two sides. That a statement
// of one answers a statement of the other needs a sign that both mean one affair:
// the answer's document names who makes the claim, or the two statements share
// a name or words that are not just their sides and their topic.

const (
	affairWeight = .10
	affairTerms  = 2
)

// affair returns the reason why the two statements of two documents belong to one
// affair, nil where nothing says so.
func (l *linker) affair(p *pair) (*graph.Reason, error) {
	if !p.swapped() && !p.takesUpClaimant() {
		return nil, nil // no rule that holds between documents would
	}
	if terms := p.specificTerms(); len(terms) >= affairTerms || len(terms) == 1 && p.isName(terms[0]) {
		why := reason("one affair", affairWeight, "both have %s", p.words(terms))
		return &why, nil
	}
	claimant := p.claim.Speaker.Actor
	if claimant == "" || claimant == p.claim.Side {
		return nil, nil
	}
	named, err := l.finder.namedIn(p.ctx, p.counter.Document)
	if err != nil || !named[claimant] {
		return nil, err
	}
	why := reason("one affair", affairWeight, "the document of the answer names %s, who makes the claim", label(claimant))
	return &why, nil
}

// isName reports whether a stem is of a name in both statements.
func (p *pair) isName(stem string) bool {
	return p.counter.stems()[stem].name && p.claim.stems()[stem].name
}

// specificTerms returns the stems that both statements have and that neither
// their sides nor their topic explain.
func (p *pair) specificTerms() []string {
	a, b := p.counter.sideStems(), p.claim.sideStems()
	return slices.DeleteFunc(p.terms(), func(t string) bool { return topicStems()[t] || a[t] || b[t] })
}

// sideStems returns the stems of the names of the statement's sides.
func (e *entry) sideStems() map[string]bool {
	if e.sides == nil {
		e.sides = map[string]bool{}
		for _, id := range []string{e.Side, e.TargetSide} {
			for _, w := range strings.Split(strings.TrimPrefix(id, "actor:"), "-") {
				e.sides[text.Stem(w)] = true
			}
		}
	}
	return e.sides
}

// namedIn returns the actors that a document's statements name.
func (f *finder) namedIn(ctx context.Context, document string) (map[string]bool, error) {
	if named, ok := f.named[document]; ok {
		return named, nil
	}
	placed, err := f.known.StatementsWith(ctx, graph.Edge{Predicate: graph.PDocument, Node: document})
	if err != nil {
		return nil, err
	}
	named := map[string]bool{}
	for i := range placed {
		for _, id := range placed[i].Statement.ActorIDs() {
			named[id] = true
		}
	}
	f.named[document] = named
	return named, nil
}
