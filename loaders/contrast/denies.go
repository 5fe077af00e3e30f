package contrast

import (
	"slices"

	"counterclaim/graph"
)

func denies(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || !p.claim.Has(graph.Attribution) || !p.swapped() || !p.inOrder() && !p.toldFirst() {
		return nil
	}
	if p.across() && !p.harm() || p.otherActs() || !p.across() && !p.closeBy() && !p.sameMatter() {
		return nil
	}
	if !p.across() && (p.deniesAnother() || !p.closeBy() && p.meansTheLast()) {
		return nil
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial answers an attribution"))
}

// deniesAnother reports whether the denial is directed at another side than the one
// that makes the claim.
func (p *pair) deniesAnother() bool {
	t := p.counter.target
	return t != "" && t != p.claim.side && t != p.claim.Speaker.Actor && p.counter.Target.Actor != p.claim.Speaker.Actor && !p.sharesWord()
}

// toldFirst reports whether the answer is told in the lead and the claim behind it:
// no accusation of the counter's side stands before it.
func (p *pair) toldFirst() bool {
	return !p.across() && p.counter.place < near && p.distance() < 0 && !p.claim.said.after(p.counter.known) && p.sameMatter() && !p.accusedBefore()
}

// near is how many statements a denial may stand from the demand that it meets.
const near = 4

// meansTheLast reports whether the counter stands right behind the words of
// another voice and shares no word with the claim: then it answers that voice.
func (p *pair) meansTheLast() bool {
	if p.counter.place < 1 || p.sharesWord() {
		return false
	}
	last := pair{counter: p.counter, claim: p.document[p.counter.place-1], document: p.document}
	return last.replies() || last.claim.Has(graph.Attribution) && last.swapped()
}

// closeBy reports whether the counter stands so near behind the claim that it can
// mean it without saying so.
func (p *pair) closeBy() bool { d := p.distance(); return d > 0 && d <= near }

// deniesStatement: whom a criticism, a complaint, a worry or plain words are about
// denies what they say.
func deniesStatement(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || p.claim.any(graph.Attribution, graph.Demand, graph.Praise, graph.Cooperation, graph.Commitment, graph.Refusal, graph.Denial) || !p.concerned() || p.otherActs() {
		return nil
	}
	if p.distance() < 1 || !p.closeBy() && !(p.swapped() && p.sameMatter()) || !p.sameMatter() && p.meansTheLast() {
		return nil
	}
	if p.distance() > farthest || !p.swapped() && !p.pointsBack() && !p.nextTurn() && !p.counter.opposes() && p.counter.takesUp() == "" {
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
	if p.accusedBefore() {
		return nil
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial of the act that the demand takes for granted"))
}

// accusedBefore reports whether the text has reported an accusation of the
// counter's side that the counter could be meant for.
func (p *pair) accusedBefore() bool {
	return slices.ContainsFunc(p.document[:max(0, p.counter.place)], func(e *entry) bool {
		return e.Has(graph.Attribution) && e.target == p.counter.side
	})
}
