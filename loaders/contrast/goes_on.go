package contrast

import "counterclaim/graph"

// Who answers goes on answering: "The firm rejects the findings. It said the wells
// had been sampled upstream."

// answered are the claims of a document with the last statement that answers them.
type answered map[*entry]*entry

// goesOn reports whether the side of the counter has answered the claim just before,
// with more than words of its own, and its turn goes on.
func (p *pair) goesOn() bool {
	a, before := p.counter, p.answered[p.claim]
	return before != nil && p.nextTurn() && !p.claim.Has(graph.Demand) && before.side == a.side && before.place < a.place && a.place-before.place <= 2 &&
		a.paragraph == before.paragraph && !a.withdraws &&
		before.any(graph.Denial, graph.Criticism, graph.Attribution, graph.Refusal, graph.Victimhood) && !p.otherActs() && !p.aimsElsewhere()
}

func (p *pair) on() []graph.Reason {
	return append(p.signals(), reason("goes on", goesOnWeight, "%s's side has answered the claim just before", label(p.counter.side)), reason("answer", kindsWeight, "what it says next belongs to the answer"))
}

// criticisesOn: who has just answered the claim criticises.
func criticisesOn(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Criticism) || p.counter.any(graph.Denial, graph.Attribution) || !p.goesOn() {
		return nil
	}
	return p.on()
}

// rebutsOn: who has just answered the claim says more of it.
func rebutsOn(p *pair) []graph.Reason {
	if !p.counter.any(graph.Assertion, graph.Attribution) || p.counter.any(graph.Denial, graph.Criticism, graph.Admission) || !p.goesOn() || !p.meets() && !p.counter.linked {
		return nil
	}
	return p.on()
}
