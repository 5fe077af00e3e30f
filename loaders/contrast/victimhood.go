package contrast

import "counterclaim/graph"

func claimsVictimhood(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Victimhood) || !p.claim.Has(graph.Attribution) || !p.swapped() || (p.across() && !p.harm()) || p.otherActs() || !p.inOrder() {
		return nil
	}
	return append(p.signals(), reason("victimhood", kindsWeight, "who is accused of it claims to suffer it"))
}
