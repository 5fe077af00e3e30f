package contrast

import "counterclaim/graph"

// A reporter who tells an accusation and then lets the accused speak tells what they
// have to say to it, be it some paragraphs on.

// rebutsFirst: the accused side gives its own account.
func rebutsFirst(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Assertion) || p.counter.any(graph.Admission, graph.Praise, graph.Cooperation) || !p.firstWords() {
		return nil
	}
	return append(p.signals(), p.first(), reason("answer", kindsWeight, "the accused side gives its own account"))
}

// criticisesFirst: the accused side criticises.
func criticisesFirst(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Criticism) || !p.firstWords() {
		return nil
	}
	return append(p.signals(), p.first(), reason("criticism", kindsWeight, "whom the claim is about answers with criticism"))
}

func (p *pair) first() graph.Reason {
	weight := firstWeight
	if !p.meets() {
		weight = turnAloneWeight
	}
	return reason("first words", weight, "it is the first that %s's side says after the claim", label(p.counter.side))
}

// firstWords reports whether the counter is of the first turn of the accused side
// after the accusation, by whom that turn begins with.
func (p *pair) firstWords() bool {
	if !p.claim.Has(graph.Attribution) || !p.swapped() || p.distance() < 1 || p.distance() > farthest || p.otherActs() || p.aimsElsewhere() {
		return false
	}
	for _, e := range p.document[p.claim.place+1 : p.counter.place] {
		if e.side == p.counter.side && (e.turn != p.counter.turn || e.Speaker.Actor != p.counter.Speaker.Actor) {
			return false
		}
	}
	return true
}

// farthest is how many statements behind an accusation the accused may first speak.
const farthest = 10
