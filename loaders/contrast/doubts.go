package contrast

import (
	"slices"
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// doubts: the accused side asks for evidence.
func doubts(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Demand) || !slices.Contains(p.counter.About, "concept:evidence") || !p.claim.Has(graph.Attribution) || !p.swapped() {
		return nil
	}
	if d := p.distance(); d < 1 || d > near {
		return nil
	}
	return append(p.signals(), reason("demand for evidence", kindsWeight, "who asks for evidence does not take the claim as proved"))
}

// thirdDoubts: somebody else doubts what a side is accused of: "far from
// conclusive", "no proof".
func thirdDoubts(p *pair) []graph.Reason {
	if p.counter.any(graph.Attribution, graph.Denial, graph.Demand, graph.Praise, graph.Cooperation) || !p.claim.Has(graph.Attribution) || p.claim.side == "" || p.claim.target == p.counter.side || p.claim.side == p.counter.side || p.distance() < 1 || p.otherActs() {
		return nil
	}
	word, sure := p.counter.doubt()
	if word == "" || !sure && !p.sameMatter() {
		return nil
	}
	out := append(p.signals(), reason("doubt", doubtWeight, "%q does not take the claim as proved", word))
	if p.lastAccusation() {
		return append(out, reason("last accusation", nextWeight, "no other accusation stands between the two"))
	}
	if !p.sameMatter() {
		return nil
	}
	return out
}

// lastAccusation reports whether no accusation of another voice stands between the
// claim and the counter.
func (p *pair) lastAccusation() bool {
	return !slices.ContainsFunc(p.document[p.claim.place+1:p.counter.place], func(e *entry) bool {
		return e.Has(graph.Attribution) && e.side != p.claim.side
	})
}

// doubt returns the word by which a statement doubts something, "" for none, and
// whether the word alone does; others do where the statement says no.
func (e *entry) doubt() (word string, alone bool) {
	negated := e.contradicts() != ""
	for _, w := range e.words() {
		low := strings.ToLower(w)
		switch {
		case doubtWords().Has(low) && !(negated && strings.HasPrefix(low, "doubt")):
			return w, true
		case negated && proofWords().Has(low):
			word = w
		}
	}
	return word, false
}

var (
	doubtWords = sync.OnceValue(func() *text.List { return text.Words("doubts") })
	proofWords = sync.OnceValue(func() *text.List { return text.Words("proofs") })
)
