package contrast

import "counterclaim/graph"

// strikesBack: whom a claim attacks attacks who made it, as soon as that side speaks
// again: "The union called the offer an insult. The yard said the union had walked
// out of three meetings."
func strikesBack(p *pair) []graph.Reason {
	a, b := p.counter, p.claim
	if !a.any(graph.Attribution, graph.Assertion) || a.any(graph.Denial, graph.Praise, graph.Cooperation, graph.Admission) || !b.attacks() || !p.swapped() || !p.pointsBack() {
		return nil
	}
	if p.across() || !p.nextTurn() || p.distance() > near || a.Target.Words == "" {
		return nil
	}
	if a.Has(graph.Attribution) && b.Has(graph.Attribution) && !p.otherActs() {
		return nil // it counter-attributes
	}
	return append(p.signals(), p.follows(), reason("strikes back", kindsWeight, "whom the claim attacks speaks of who made it"))
}
