package contrast

import "counterclaim/graph"

// criticises: the side of an accusation, demand, threat or refusal is criticised,
// by the side that it was directed at or by a third voice on the same topic.
func criticises(p *pair) []graph.Reason {
	if !p.counter.any(graph.Criticism, graph.Concern) || p.counter.Has(graph.Attribution) || !p.claim.any(graph.Attribution, graph.Refusal, graph.Threat) || !p.pointsBack() || p.meansTheTurnBefore() {
		return nil
	}
	d := p.distance()
	if d < 1 || !p.swapped() && !p.harm() || p.swapped() && d > near {
		return nil
	}
	return append(p.signals(), reason("criticism", kindsWeight, "the answer disapproves of the side that makes the claim"))
}

// criticisesBack: whom a claim is about criticises, at once, and nobody else whom
// we can tell.
func criticisesBack(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Criticism) || p.counter.any(graph.Attribution, graph.Denial) || !p.claim.any(graph.Attribution, graph.Criticism, graph.Demand, graph.Threat, graph.Refusal) || !p.concerned() || p.otherActs() || p.meansTheTurnBefore() {
		return nil
	}
	if t := p.counter.target; t != "" && t != p.claim.side && t != p.claim.Speaker.Actor {
		return nil
	}
	if d := p.distance(); d < 1 || d > near {
		return nil
	}
	return append(p.signals(), reason("criticism", kindsWeight, "whom the claim is about answers with criticism"))
}
