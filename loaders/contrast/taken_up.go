package contrast

import (
	"slices"
	"strings"

	"counterclaim/graph"
)

// takesUpWords: a denial takes up what the voice before it said: "the allegations",
// "her account", "That is".
func takesUpWords(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Denial) {
		return nil
	}
	return p.wordsTakenUp("denial", "it rejects what it takes up")
}

// criticisesWords: a criticism takes it up.
func criticisesWords(p *pair) []graph.Reason {
	if !p.counter.Has(graph.Criticism) || p.counter.Has(graph.Denial) {
		return nil
	}
	return p.wordsTakenUp("criticism", "it disapproves of what it takes up")
}

// wordsTakenUp returns the signals of an answer that takes up what the voice before
// it said.
func (p *pair) wordsTakenUp(kind, says string) []graph.Reason {
	if !p.nextTurn() || !p.answerable() || p.aimsElsewhere() {
		return nil
	}
	word := p.counter.takesUp()
	if word == "" || p.counter.Has(graph.Denial) && p.claim.any(graph.Denial, graph.Demand) && !p.concerned() || p.answersNamed() || strings.EqualFold(word, "such") && !p.sharesWord() || !p.meant() {
		return nil
	}
	return append(p.signals(), p.follows(),
		reason("takes it up", takesUpWeight, "%q can only mean what was said before", word),
		reason(kind, kindsWeight, "%s", says))
}

// answersNamed reports whether the counter's own words say whose claim it answers.
func (p *pair) answersNamed() bool {
	return slices.ContainsFunc(p.counter.Answers, func(a graph.Answer) bool {
		return slices.ContainsFunc(p.document, func(e *entry) bool { return e.ID == a.Claim && e.Speaker.Actor != "" })
	})
}

// namesSpeaker: the next voice speaks of who made the claim.
func namesSpeaker(p *pair) []graph.Reason {
	who := p.claim.Speaker.Actor
	if !p.nextTurn() || !p.answerable() || p.aimsElsewhere() || countryWords()[who] != nil || !slices.Contains(p.counter.names, who) || p.counter.any(graph.Praise, graph.Cooperation, graph.Commitment, graph.Admission, graph.Concern) || p.otherActs() || p.claim.any(graph.Denial, graph.Victimhood) || !p.meant() || !p.counter.Has(graph.Criticism) && !p.counter.retorts && !(p.counter.opposes() && p.counter.contradicts() != "") {
		return nil
	}
	return append(p.signals(), p.follows(), reason("names the speaker", backWeight, "it speaks of %s, who spoke before", label(who)), reason("answer", answerWeight, "the next voice gives its own account"))
}

// meansTheTurnBefore reports whether the counter takes up what was said in the turn
// before it, and the claim is not of that turn.
func (p *pair) meansTheTurnBefore() bool {
	return p.counter.turn > p.claim.turn+1 && p.counter.takesUp() != ""
}

// answerable reports whether the claim says something of its own that can be
// rejected.
func (p *pair) answerable() bool {
	if p.claim.takesUp() != "" && len(p.claim.words()) < firstWords {
		return false
	}
	return !p.claim.any(graph.Commitment, graph.Cooperation, graph.Praise, graph.Admission, graph.Refusal) && p.claim.Speaker.Actor != ""
}

func (p *pair) follows() graph.Reason {
	return reason("next voice", nextWeight, "the answer's turn follows the claim's, with no third side between")
}
