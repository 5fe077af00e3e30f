package contrast

import "counterclaim/graph"

func refuses(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Refusal) || !p.claim.Has(graph.Demand) || !p.swapped() || p.aimsElsewhere() {
		return nil
	}
	if d := p.distance(); d < 1 || d > near {
		return nil
	}
	return append(p.signals(), reason("refusal", kindsWeight, "a refusal answers a demand"))
}
