package contrast

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"counterclaim/loaders/text"
)

// Reporters let the two sides of a quarrel speak by turns. A turn is statements in
// a row of one side; nested ones without a speaker belong to the turn that they
// stand in.

// markTurns numbers the turns of a document.
func markTurns(document []*entry) {
	turn, side := 0, ""
	for _, e := range document {
		if e.side != "" && e.side != side {
			turn++
			side = e.side
		}
		e.turn = turn
	}
}

// mostBack is how many statements behind the claim an answer may stand that
// rests on the turns alone.
const mostBack = 6

// nextTurn reports whether the counter's turn follows the claim's.
func (p *pair) nextTurn() bool {
	a, b := p.counter, p.claim
	return !p.across() && a.turn == b.turn+1 && a.side != "" && b.side != "" && a.side != b.side && p.distance() <= mostBack
}

// quarrels are pairs of sides of a document of which the first attacks the second
// or, as a rule found, is answered by it, and what to say of them.
type quarrels map[[2]string]string

func (q quarrels) attack(e *entry) {
	if e.side != "" && e.target != "" && e.side != e.target && e.attacks() {
		q[[2]string{e.side, e.target}] = label(e.side) + " attacks " + label(e.target) + " in the document"
	}
}

func (q quarrels) answer(counter, claim *entry) {
	if sides := [2]string{claim.side, counter.side}; q[sides] == "" {
		q[sides] = label(counter.side) + " answers " + label(claim.side) + " elsewhere in the document"
	}
}

// between says what the two sides have against each other, "" for nothing.
func (q quarrels) between(a, b string) string {
	return cmp.Or(q[[2]string{a, b}], q[[2]string{b, a}])
}

// takesUp returns the word with which a statement takes up what somebody said:
// "the allegations", "her account", "That"; "" for none.
func (e *entry) takesUp() string {
	if e.takes == nil {
		word := takenUp(e.words())
		e.takes = &word
	}
	return *e.takes
}

func takenUp(words []string) string {
	for i, w := range words[:min(len(words), firstWords)] {
		low := strings.ToLower(w)
		if i == 0 && (low == "that" || low == "this") && (len(words) < 3 || isVerb(words[1])) || utterances().Has(low) || low == "such" && i > 0 && !(i+1 < len(words) && words[i+1] == "as") {
			return w
		}
	}
	return ""
}

// contradicts returns the word with which a statement says no, "" for none.
func (e *entry) contradicts() string {
	if e.negates == nil {
		word := negation(e.words())
		e.negates = &word
	}
	return *e.negates
}

func negation(words []string) string {
	for _, w := range words {
		switch low := strings.ToLower(w); low {
		case "no", "not", "never", "nor", "neither", "nobody", "nothing", "none", "cannot", "without", "t":
			return w
		}
	}
	return ""
}

// isVerb reports whether the word can be the verb of "That is a lie".
func isVerb(w string) bool {
	return slices.Contains([]string{"is", "was", "s", "isn", "wasn", "would"}, strings.ToLower(w))
}

// firstWords is how many words of a statement are looked at for what it takes up.
const firstWords = 6

var utterances = sync.OnceValue(func() *text.List { return text.Words("utterances") })
