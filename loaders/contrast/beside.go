package contrast

import (
	"slices"

	"counterclaim/graph"
)

// A reporter who puts two voices into one paragraph sets one against the other:
// "The union says nine were hurt. The mine insists that nobody was."

// rebutsBeside: the next voice of the paragraph says something else of the same.
func rebutsBeside(p *pair) []graph.Reason {
	a := p.counter
	if !a.any(graph.Assertion, graph.Criticism, graph.Attribution, graph.Refusal) || !p.besides() {
		return nil
	}
	if !p.swapped() && !p.pointsBack() && !(a.opposes() && p.quarrelsWith()) && !(a.opposes() && (a.joined || p.sharesWords())) {
		return nil
	}
	return p.setBeside("answer")
}

// refusesBeside: the next voice of the paragraph refuses what is asked.
func refusesBeside(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Refusal) || !p.claim.Has(graph.Demand) || !p.besides() {
		return nil
	}
	return append(p.setBeside("refusal"), reason("refusal", kindsWeight, "a refusal answers a demand"))
}

// besides reports whether the counter is of the next voice in the claim's
// paragraph.
func (p *pair) besides() bool {
	return p.nextTurn() && p.distance() <= nearby-1 && p.counter.paragraph == p.claim.paragraph && (p.counter.opposes() && p.claim.Speaker.Actor != "" && !p.claim.Has(graph.Commitment) || p.answerable()) && !p.otherActs() && !p.aimsElsewhere()
}

// setBeside returns the signals of an answer in the same paragraph.
func (p *pair) setBeside(kind string) []graph.Reason {
	out := append(p.signals(), p.follows(), reason("same paragraph", paragraphWeight, "one paragraph sets it beside the claim"))
	if p.counter.against != "" && !p.counter.withdraws {
		out = append(out, reason("set against", againstWeight, "%q sets it against the claim", p.counter.against))
	}
	return out
}

// silent reports whether the statement only says that somebody said nothing.
func (e *entry) silent() bool {
	words := e.words()
	return len(words) <= 3 && slices.Contains(words, "comment") || len(words) > 1 && words[0] == "to" && slices.Contains(keptBack, words[1])
}

// keptBack are the verbs for what somebody declines to do who says nothing.
var keptBack = []string{"answer", "be", "comment", "discuss", "elaborate", "respond", "say", "speak", "talk"}
