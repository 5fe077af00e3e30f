package contrast

import "counterclaim/graph"

// counterAttributes: the accuser's side is accused of the like, by the accused
// or, in the same document, by a third voice.
func counterAttributes(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Attribution) || !p.claim.Has(graph.Attribution) || !p.pointsBack() || (p.across() && !p.harm()) || p.otherActs() || !p.inOrder() {
		return nil
	}
	if !p.swapped() && (p.across() || p.distance() < 0 || p.distance() > near) {
		return nil
	}
	return append(p.signals(), reason("accusation", kindsWeight, "an attribution answers an attribution"))
}
