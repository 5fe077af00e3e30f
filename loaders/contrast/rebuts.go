package contrast

import "counterclaim/graph"

// rebutsClaimant: somebody who belongs to neither side names the accuser and says
// something about the same acts.
func rebutsClaimant(p *pair) []graph.Reason {
	if !p.claim.Has(graph.Attribution) || !p.takesUpClaimant() || p.counter.side == p.claim.side && p.claim.side != "" || p.counter.any(graph.Attribution, graph.Denial, graph.Victimhood, graph.Praise, graph.Cooperation, graph.Concern) {
		return nil
	}
	if !p.harm() || !p.inOrder() {
		return nil
	}
	return append(p.signals(), reason("names the accuser", backWeight, "it takes up what %s says", label(p.claim.Speaker.Actor)))
}

// rebutsConcern: right after a worry or criticism about a side, that side states
// its case on the same topic.
func rebutsConcern(p *pair) []graph.Reason {
	if !p.claim.any(graph.Concern, graph.Criticism) || !p.swapped() || p.shared() == "" {
		return nil
	}
	if !p.counter.any(graph.Assertion, graph.Commitment) || p.counter.any(graph.Cooperation, graph.Denial, graph.Attribution, graph.Victimhood, graph.Demand) {
		return nil
	}
	d := p.distance()
	if d < 1 || d > near {
		return nil
	}
	for _, e := range p.document[p.claim.place+1 : p.counter.place] {
		if e.side != p.counter.side {
			return nil
		}
	}
	return append(p.signals(), reason("answer", kindsWeight, "it follows the worry, with no other side between"))
}

// rebutsPlainly: right after an accusation or criticism, with nobody else between,
// the side that it is about says something on the same topic.
func rebutsPlainly(p *pair) []graph.Reason {
	if !p.claim.any(graph.Attribution, graph.Criticism, graph.Demand, graph.Threat, graph.Victimhood, graph.Assertion) || !p.concerned() || p.otherActs() {
		return nil
	}
	if !p.counter.Has(graph.Assertion) || p.claim.Has(graph.Assertion) && !p.swapped() || !p.meets() {
		return nil
	}
	if !p.closeBy() || p.distance() > 2 && !p.sameMatter() {
		return nil
	}
	if p.claim.any(graph.Denial, graph.Refusal) || !p.claim.attacks() && !p.counter.opposes() && !(p.claim.Has(graph.Demand) && p.sharesWords()) {
		return nil
	}
	for _, e := range p.document[p.claim.place+1 : p.counter.place] {
		if e.side != p.counter.side && e.side != p.claim.side {
			return nil
		}
	}
	return append(p.signals(), reason("answer", kindsWeight, "it follows what is said of its side, with no third side between"))
}

// meets reports whether something in the counter tells that it is meant for the
// claim, besides who makes it: it says no, or has a word of the claim.
func (p *pair) meets() bool {
	return p.counter.protests() || p.sharesWord()
}
