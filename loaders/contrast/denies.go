package contrast

import "counterclaim/graph"

func denies(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || !p.claim.Has(graph.Attribution) || !p.swapped() || !p.harm() || !p.inOrder() {
		return nil
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial answers an attribution"))
}

// near is how many statements a denial may stand from the demand that it meets.
const near = 4

// deniesDemand: who is asked to stop an act denies the act. It holds only where
// the text has not reported an accusation yet that the denial could be meant for.
func deniesDemand(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || !p.claim.Has(graph.Demand) || p.claim.Has(graph.Attribution) || !p.swapped() || !p.harm() {
		return nil
	}
	if d := p.distance(); d > near || d < -near || p.claim.said.after(p.counter.known) {
		return nil
	}
	for _, e := range p.document[:p.counter.place] {
		if e.Has(graph.Attribution) && e.TargetSide == p.counter.Side {
			return nil
		}
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial of the act that the demand takes for granted"))
}
