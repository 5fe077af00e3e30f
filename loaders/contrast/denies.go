package contrast

import "counterclaim/graph"

func denies(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || !p.claim.Has(graph.Attribution) || !p.swapped() || !p.inOrder() {
		return nil
	}
	if p.across() && !p.harm() || p.otherActs() {
		return nil
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial answers an attribution"))
}

// near is how many statements a denial may stand from the demand that it meets.
const near = 4

// deniesStatement: whom a criticism, a complaint, a worry or plain words are about
// denies what they say.
func deniesStatement(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || p.claim.any(graph.Attribution, graph.Demand, graph.Praise, graph.Cooperation, graph.Commitment) || !p.concerned() || p.otherActs() {
		return nil
	}
	if d := p.distance(); d < 1 || d > near {
		return nil
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial follows what is said of its side"))
}

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
		if e.Has(graph.Attribution) && e.target == p.counter.side {
			return nil
		}
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial of the act that the demand takes for granted"))
}
