package contrast

import "counterclaim/graph"

// Most news tells of no dispute: many voices speak side by side, each of something
// else. That the next voice, or the side that a claim is about, says plain words
// tells that it answers only where the article tells of a dispute, or where the two
// speak of each other and one of them is against the other.

// disputeShare is the share of an article's statements that must accuse,
// criticise, threaten, deny or refuse for it to tell of a dispute.
const disputeShare = .15

// tellsOfDispute reports whether so many of a document's statements are against
// somebody.
func tellsOfDispute(document []*entry) bool {
	n := 0
	for _, e := range document {
		if e.attacks() || e.any(graph.Denial, graph.Refusal) {
			n++
		}
	}
	return float64(n) >= disputeShare*float64(len(document))
}

// canAnswer reports whether who speaks where can tell that the one answers the other.
func (p *pair) canAnswer() bool { return p.across() || p.clashes() || p.disputed }

// clashes reports whether the two can answer each other anywhere: the text sets the
// counter against what was said, or they speak of each other and one of them is
// against the other.
func (p *pair) clashes() bool {
	return p.counter.opposes() || p.counter.takesUp() != "" || p.eachOther() && (p.claim.attacks() || p.claim.Has(graph.Concern) && p.shared() != "" || p.counter.protests())
}

// eachOther reports whether one of the two is directed at the side that makes the
// other.
func (p *pair) eachOther() bool { return p.swapped() || p.pointsBack() }

// protests reports whether the statement says no, in its kind or its words, or the
// text says that it is set against something.
func (e *entry) protests() bool {
	return e.any(graph.Denial, graph.Criticism, graph.Attribution, graph.Refusal) || e.opposes() || e.contradicts() != "" || e.takesUp() != ""
}
