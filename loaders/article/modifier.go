package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// withRelative returns the whole of "diplomats who had seen the letter", of which r
// is only the end of the relative clause: "the letter". Without such a clause it
// returns r.
func (p *page) withRelative(r, s text.Range) text.Range {
	i := r.First - 1
	if i > s.First+1 && p.Tokens[i].In("that", "who", "which") && p.presentAt(r) && p.canBeSubject(i-1) && !p.finite(i-1) && !p.quoted(i-1) { // "the union that represents the crew"
		return text.Range{First: p.nounPhrase(i, s).First, Last: r.Last}
	}
	if i > s.First+1 && preposition.Has(p.Tokens[i].Lower) && p.reducedAt(i-1) { // "a panel led by Ida Holm"
		if np := p.nounPhrase(i-1, s); np.Len() > 0 && p.plausible(np) && !pronouns.Has(p.Tokens[i-2].Lower) {
			return text.Range{First: np.First, Last: r.Last}
		}
		return r
	}
	for i > s.First && !p.quoted(i) && (p.finite(i) || p.participleAt(i) || strings.HasSuffix(p.Tokens[i].Lower, "s") && p.Tokens[i-1].In("who", "that", "which") || auxiliaries.Has(p.Tokens[i].Lower) || p.adverb(i)) {
		i--
	}
	if i <= s.First || p.quoted(i) {
		return r
	}
	relative := i < r.First-1 && p.Tokens[i].In("who", "which", "that")
	if !relative && p.is(i, "to") && i > s.First+1 {
		i--
	}
	reduced := i < r.First && strings.HasSuffix(p.Tokens[i].Lower, "ing") && !p.Tokens[i].Is(text.Capital) && !p.Tokens[i].In("according", "during", "including", "following")
	if !relative && !reduced || !p.canBeSubject(i-1) || p.finite(i-1) || p.quoted(i-1) {
		return r
	}
	if np := p.nounPhrase(i, s); np.Len() > 0 && p.plausible(np) {
		return text.Range{First: np.First, Last: r.Last}
	}
	return r
}

// presentAt reports whether the words begin with a verb in the present and its
// object rather than with a noun.
func (p *page) presentAt(r text.Range) bool {
	low := p.Tokens[r.First].Lower
	if r.Len() < 2 || p.Tokens[r.First].Is(text.Capital) || !strings.HasSuffix(low, "s") || collectives().Has(low) {
		return false
	}
	next := &p.Tokens[r.First+1]
	return determiners.Has(next.Lower) || next.Is(text.Number) || next.Is(text.Capital)
}

// reducedAt reports whether token i can be a participle that says something of the
// noun before it.
func (p *page) reducedAt(i int) bool {
	low := p.Tokens[i].Lower
	return !p.quoted(i) && !p.Tokens[i].Is(text.Capital) && (strings.HasSuffix(low, "ed") && len(low) > 4 || irregularParticiple().Has(low) && !p.participleAt(i)) && !p.begins(i, cueWord) && p.canBeSubject(i-1)
}

// outermost moves the subject to the person of whom it only says something:
// "Ida Holm, head of Harbour Watch, a charity, said". Token m is the comma behind the
// subject that was found.
func (p *page) outermost(q *predication, m int, s text.Range) {
	for c := m - 1; c > s.First; c-- {
		if p.quoted(c) || p.Tokens[c].In(";", ":") {
			return
		}
		k := p.nameAt[c-1]
		if !p.is(c, ",") || k < 0 || !p.entities[p.names[k].entity].person() && !p.Tokens[c+1].In("a", "an", "the", "based", "owned", "headquartered", "led", "founded") {
			continue
		}
		np := p.nounPhrase(c, s)
		between := text.Range{First: c + 1, Last: q.apposition.Last}
		if np.Len() > 0 && p.plausible(np) && p.nameAt[np.Last-1] == k && p.opensDescription(between.First) && !(np.First > s.First && preposition.Has(p.Tokens[np.First-1].Lower)) {
			q.subject, q.apposition = np, between
			return
		}
	}
}

// opensDescription reports whether the words from token i on can say something of
// the person named before the comma.
func (p *page) opensDescription(i int) bool {
	t := &p.Tokens[i]
	return t.In("a", "an", "the", "who", "his", "her", "based", "owned", "headquartered", "led", "founded") || roles().Has(t.Lower) || t.Is(text.Number) || p.hasRole(text.Range{First: i, Last: min(i+4, len(p.Tokens))}) && !t.Is(text.Capital)
}

// modifierBefore reports whether the words from the last comma before token i on
// only say something of what stands before that comma.
func (p *page) modifierBefore(i int, s text.Range) bool {
	for ; i > s.First && !p.quoted(i); i-- {
		if p.is(i-1, ",") {
			low := p.Tokens[i].Lower
			return strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing") || low == "who" || low == "which"
		}
	}
	return false
}

// hasMainVerb is hasVerb without participles: "an economist hired by the bank".
func (p *page) hasMainVerb(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if subordinators().Has(p.Tokens[i].Lower) {
			return false
		}
		if p.finite(i) && !(i+1 < r.Last && preposition.Has(p.Tokens[i+1].Lower) && strings.HasSuffix(p.Tokens[i].Lower, "ed")) {
			return true
		}
	}
	return false
}
