package contrast

import (
	"slices"

	"counterclaim/graph"
)

// Where one of two sides attacks the other in a document, what the two say turn by
// turn answers each other.

// deniesInTurn: the next voice of the two denies.
func deniesInTurn(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || p.claim.any(graph.Denial, graph.Demand) || !p.inQuarrel() || !p.meant() {
		return nil
	}
	return append(p.inTurn(), reason("denial", kindsWeight, "a denial answers what the other side says"))
}

// rebutsInTurn: the next voice of the two gives its own account.
func rebutsInTurn(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Assertion) || p.counter.any(graph.Denial, graph.Criticism, graph.Attribution, graph.Admission) || !p.inQuarrel() {
		return nil
	}
	asked := p.claim.Has(graph.Demand) && p.swapped() || p.claim.attacks()
	if !(asked && p.distance() <= nearby) && !p.sharesWord() && (p.claim.any(graph.Denial, graph.Demand, graph.Victimhood) || p.counter.contradicts() == "" || !p.meant()) {
		return nil
	}
	if !p.eachOther() && !p.counter.opposes() && !(p.counter.contradicts() != "" && p.sharesWord()) {
		return nil
	}
	if !p.meets() && !(p.swapped() && p.pointsBack()) {
		return nil
	}
	return append(p.inTurn(), reason("answer", answerWeight, "the other side gives its own account"))
}

// criticisesInTurn: the next voice of the two criticises, on the same matter or in
// words that take up what was said.
func criticisesInTurn(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Criticism) || p.counter.Has(graph.Denial) || !p.inQuarrel() || !(p.sameMatter() && p.concerned()) && !p.counter.opposes() && p.counter.takesUp() == "" {
		return nil
	}
	return append(p.inTurn(), reason("criticism", kindsWeight, "the other side answers with criticism"))
}

// meant reports whether the counter can be meant for the claim: it attacks, has
// something in common with the answer, or stands near and no other claim has.
func (p *pair) meant() bool {
	return p.claim.attacks() || p.sameMatter() || p.distance() <= nearby && !p.counter.settled && !p.answersNamed()
}

// attacks reports whether the statement is against somebody.
func (e *entry) attacks() bool { return e.any(graph.Attribution, graph.Criticism, graph.Threat) }

// inQuarrel reports whether the counter's turn follows the claim's and the two
// sides have something against each other in the document.
func (p *pair) inQuarrel() bool {
	return p.nextTurn() && p.quarrels.between(p.claim.side, p.counter.side) != "" && p.answerable() && !p.otherActs() && !p.aimsElsewhere()
}

// aimsElsewhere reports whether the counter is directed at, or names, somebody else
// than who makes the claim.
func (p *pair) aimsElsewhere() bool {
	a, b := p.counter, p.claim
	if a.target != "" {
		return a.target != b.side && a.target != b.Speaker.Actor
	}
	return len(a.names) > 0 && !slices.Contains(a.names, b.side) && !slices.Contains(a.names, b.Speaker.Actor)
}

// inTurn returns the signals of an answer in turn. That the two sides quarrel tells
// something where the two statements do not show it themselves.
func (p *pair) inTurn() []graph.Reason {
	next := p.follows()
	if !p.meets() {
		next.Weight = turnAloneWeight
	}
	out := append(p.signals(), next)
	if p.swapped() || p.pointsBack() {
		return out
	}
	return append(out, reason("quarrel", quarrelWeight, "%s", p.quarrels.between(p.claim.side, p.counter.side)))
}

// rebutsNamed: the next voice is the one that the claim names, and says no or
// speaks of the same.
func rebutsNamed(p *pair) []graph.Reason {
	if !p.counter.any(graph.Assertion, graph.Criticism, graph.Denial) || p.counter.any(graph.Attribution, graph.Admission) || !p.nextTurn() || !p.taken() || !p.answerable() || p.otherActs() || p.aimsElsewhere() || p.distance() > nearby {
		return nil
	}
	if !p.counter.Has(graph.Denial) && !p.counter.opposes() {
		return nil
	}
	return append(p.signals(), p.follows(), reason("answer", answerWeight, "whom it names gives its own account"))
}
