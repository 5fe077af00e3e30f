package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// passives collects what is said of a subject: "Norreland was accused by Veldany of
// theft", "the offer was rejected by the firm", "he has been charged with fraud".
func (p *page) passives(s int) {
	sentence := p.Sentences[s]
	for i := sentence.First + 1; i+1 < sentence.Last; i++ {
		if !p.begins(i, passiveCue) || p.quoted(i) || p.Tokens[i].Is(text.Capital) {
			continue
		}
		c, n := p.cueAt(i, sentence.Last)
		if n == 0 || c.form&participle == 0 || !suffers[c.class] {
			continue
		}
		if f, ok := p.passive(*c, text.Range{First: i, Last: i + n}, sentence); ok && !p.overlapsFound(f, s) {
			p.emit(f)
		}
	}
}

// suffers are the classes of cues whose object can become the subject.
var suffers = map[class]bool{accuse: true, criticise: true, reject: true, deny: true, demand: true, praise: true, threaten: true}

// passive reads one passive, whose cue is at the given tokens.
func (p *page) passive(c cue, at, s text.Range) (found, bool) {
	verb, be := at.First, false
	for verb > s.First && !p.quoted(verb-1) && (beForms.Has(p.Tokens[verb-1].Lower) || haveForms.Has(p.Tokens[verb-1].Lower) || p.adverb(verb-1) && p.nameAt[verb-1] < 0) {
		verb--
		be = be || beForms.Has(p.Tokens[verb].Lower)
		if p.Tokens[verb].In("not", "never", "being", "be") {
			return found{}, false
		}
	}
	if !be {
		return found{}, false
	}
	subject := p.nounPhrase(verb, s)
	if !p.plausible(subject) {
		return found{}, false
	}
	q := predication{cue: c, verb: verb, at: at}
	if c.lemma == "ask" && !p.asksFor(at.Last, s.Last) {
		return found{}, false
	}
	end := p.clauseEnd(&q, s, nil)
	by := p.agent(at.Last, end)
	if by.Len() == 0 && !(c.class == accuse && p.Tokens[at.Last].In("of", "for", "with", "over", "on")) {
		return found{}, false
	}
	f := found{rule: "passive with agent", class: c.class, lemma: c.lemma, cue: text.Range{First: verb, Last: at.Last}, subject: by, content: []text.Range{subject}, answers: -1}
	rest := text.Range{First: at.Last, Last: end}
	switch {
	case by.Len() == 0:
		f.rule = "passive"
	case by.First-1 == at.Last:
		rest.First = by.Last
	default:
		rest.Last = by.First - 1
	}
	if rest.Len() > 1 && preposition.Has(p.Tokens[rest.First].Lower) {
		f.content = append(f.content, rest)
	}
	return f, len(f.content) > 1 || c.class == reject || c.class == deny
}

// agent finds who does what a passive tells: the noun phrase behind "by", if it
// names somebody.
func (p *page) agent(i, end int) text.Range {
	for ; i+1 < end; i++ {
		if p.quoted(i) || p.Tokens[i].Lower != "by" {
			continue
		}
		np := p.beforeReason(p.nounPhraseAfter(i+1, text.Range{First: i + 1, Last: end}))
		if p.plausible(np) && p.speaks(np) {
			return np
		}
	}
	return text.Range{}
}

// beforeReason cuts a noun phrase before what is said about: "his father for",
// "Veldany of sinking".
func (p *page) beforeReason(r text.Range) text.Range {
	for i := r.First + 1; i < r.Last; i++ {
		t := &p.Tokens[i]
		if t.In("for", "whether", "if", "with", "over", "about") && p.nameAt[i] < 0 {
			r.Last = i
		}
		if t.Lower == "of" && p.nameAt[i] < 0 && (p.nameAt[i-1] >= 0 || i+1 < r.Last && strings.HasSuffix(p.Tokens[i+1].Lower, "ing")) {
			r.Last = i
		}
	}
	return r
}

// speaks reports whether the words name somebody who can say something: an actor,
// a role, a body.
func (p *page) speaks(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		low := p.Tokens[i].Lower
		if p.nameAt[i] >= 0 || pronouns.Has(low) || roles().Has(low) || governments().Has(low) || organisations().Has(low) || collectives().Has(low) {
			return true
		}
	}
	return false
}

// overlapsFound reports whether a statement of the sentence has the same cue.
func (p *page) overlapsFound(f found, s int) bool {
	for k := len(p.found) - 1; k >= 0 && k >= len(p.found)-6; k-- {
		if g := &p.found[k]; g.cue.Holds(f.cue.Last - 1) {
			return true
		}
	}
	return false
}
