package contrast

import (
	"slices"

	"counterclaim/graph"
)

// A denial denies something. Where it stands right behind another voice, and is
// directed at nobody else, it is that voice's words that it denies, though nothing
// names their sides: "The engineer said that ... The office disputed it."

// deniesReply: a denial right behind what another says.
func deniesReply(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) || !p.replies() {
		return nil
	}
	a, b := p.counter, p.claim
	if !p.canAnswer() && !p.sameMatter() {
		return nil
	}
	if !b.attacks() && !p.sameMatter() && a.takesUp() == "" && p.quarrels.between(b.side, a.side) == "" && !slices.Contains(b.names, a.side) {
		return nil // two plain statements of two voices, with nothing in common
	}
	return append(p.signals(), reason("denial", kindsWeight, "a denial denies something"), p.rightBehind())
}

func (p *pair) rightBehind() graph.Reason {
	return reason("right behind", replyWeight, "it stands right behind the claim, with no other voice between, and is directed at nobody else")
}

// replies reports whether the counter stands right behind the claim of another
// voice and is directed at nobody else.
func (p *pair) replies() bool {
	a, b := p.counter, p.claim
	if a.side == b.side || a.Speaker.Actor == "" || b.Speaker.Actor == "" || a.Speaker.Actor == b.Speaker.Actor || p.otherActs() || p.answersNamed() {
		return false
	}
	if !b.any(graph.Assertion, graph.Attribution, graph.Criticism) || p.aimsElsewhere() {
		return false
	}
	return p.distance() == 1
}
