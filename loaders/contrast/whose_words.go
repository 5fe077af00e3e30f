package contrast

import (
	"strings"

	"counterclaim/graph"
)

// deniesWhose: a denial says whose words it rejects: "Holm dismissed Penn's account".
// It means what that one said last.
func deniesWhose(p *pair) []graph.Reason {
	a, b := p.counter, p.claim
	who := b.Speaker.Actor
	if !a.Has(graph.Denial) || who == "" || a.Target.Actor != who || !a.saysWhose() || a.Speaker.Actor == who || a.takesUp() == "" || p.answersNamed() {
		return nil
	}
	if b.any(graph.Praise, graph.Cooperation, graph.Commitment, graph.Admission) || b.silent() || p.distance() < 1 || p.distance() > farthest || p.otherActs() || !p.lastTurn() {
		return nil
	}
	return append(p.signals(), reason("whose words", takesUpWeight, "it takes up the %s of %s", a.takesUp(), label(who)), reason("denial", kindsWeight, "it rejects what it takes up"))
}

// lastTurn reports whether the claim is of the last turn in which its speaker speaks
// before the counter.
func (p *pair) lastTurn() bool {
	for _, e := range p.document[p.claim.place+1 : p.counter.place] {
		if e.Speaker.Actor == p.claim.Speaker.Actor && e.turn != p.claim.turn {
			return false
		}
	}
	return true
}

// saysWhose reports whether the statement says that something is of whom it is
// directed at: "Penn's account", "the account by Penn", "her account".
func (e *entry) saysWhose() bool {
	who := e.Target.Words
	if who == "" {
		return false
	}
	for _, form := range []string{who + "'s ", who + "’s ", who + "' ", " by " + who} {
		if strings.Contains(e.Text+" ", form) {
			return true
		}
	}
	return strings.HasPrefix(who, "his ") || strings.HasPrefix(who, "her ") || strings.HasPrefix(who, "their ")
}
