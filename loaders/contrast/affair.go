package contrast

import (
	"slices"
	"strings"

	"counterclaim/graph"
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
func (p *pair) affair() *graph.Reason {
	if !p.swapped() && !p.takesUpClaimant() && p.turned() == nil {
		return nil // no rule that holds between documents would
	}
	own, names := 0, 0
	p.eachTerm(func(t *term) {
		if t.own {
			own++
		}
		if t.own && t.name {
			names++
		}
	})
	if shared := p.incident(); shared != "" {
		why := reason("one affair", affairWeight, "both are about the incident %s", strings.ReplaceAll(strings.TrimPrefix(shared, "incident:"), "-", " "))
		return &why
	}
	if (own >= affairTerms || names > 0) && !p.otherIncidents() {
		shared := slices.DeleteFunc(p.terms(), func(t term) bool { return !t.own })
		why := reason("one affair", affairWeight, "both have %s", words(shared))
		return &why
	}
	claimant := p.claim.Speaker.Actor
	if claimant == "" || claimant == p.claim.side || !p.named[claimant] {
		return nil
	}
	why := reason("one affair", affairWeight, "the document of the answer names %s, who makes the claim", label(claimant))
	return &why
}

// incident returns the incident that both are about, "" for none.
func (p *pair) incident() string {
	for _, a := range p.counter.About {
		if isIncident(a) && slices.Contains(p.claim.About, a) {
			return a
		}
	}
	return ""
}

// otherIncidents reports whether both are about incidents, and not about one.
func (p *pair) otherIncidents() bool {
	return slices.ContainsFunc(p.counter.About, isIncident) && slices.ContainsFunc(p.claim.About, isIncident) && p.incident() == ""
}
