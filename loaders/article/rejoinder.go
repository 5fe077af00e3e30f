package article

import "counterclaim/loaders/text"

// A reporter can end a sentence with what another makes of it: "Norrline said the
// pump had failed, a claim Brackwater denies", ", an accusation rejected by the
// board", ", which Veldany disputes".

// rejoinder finds such an end of the sentence, and the comma before it.
func (p *page) rejoinder(s text.Range) (f found, comma int, ok bool) {
	commas := 0
	for i := s.Last - 2; i > s.First+2 && commas < mostCommas; i-- {
		if p.Tokens[i].Lower != "," || p.quoted(i) {
			continue
		}
		commas++
		noun := p.claimNoun(i+1, s.Last)
		if noun < 0 {
			continue
		}
		if f, ok := p.rejects(text.Range{First: noun + 1, Last: s.Last}); ok {
			f.rule, f.class, f.answers = rejoinderRule, deny, -1
			if requests().Has(p.Tokens[noun].Lower) {
				f.class = refuse // "an appeal Norrline dismissed"
			}
			f.content = []text.Range{{First: i + 1, Last: max(f.cue.Last, f.subject.Last)}}
			return f, i, true
		}
	}
	return found{}, 0, false
}

// rejoinderRule is the rule of such an end of a sentence.
const rejoinderRule = "claim and rejoinder"

// mostCommas is how many commas from a sentence's end are looked behind.
const mostCommas = 3

// claimNoun returns the noun for a claim that the words from token i on begin with,
// or the "which" that stands for one; -1 for none.
func (p *page) claimNoun(i, end int) int {
	if p.is(i, "which") || p.is(i, "something") {
		return i
	}
	if t := &p.Tokens[i]; t.In("and", "but", "he", "she", "it", "they", "who", "said") {
		return -1
	}
	for k := i; k < min(end-1, i+4); k++ {
		if low := p.Tokens[k].Lower; allegations().Has(low) || utterances().Has(low) || requests().Has(low) {
			return k
		}
		if !p.Tokens[k].Is(text.Word) || preposition.Has(p.Tokens[k].Lower) || p.Tokens[k].Is(text.Capital) {
			break
		}
	}
	return -1
}

// rejects reads "denied by the board", "that the board has denied".
func (p *page) rejects(r text.Range) (found, bool) {
	if r.Len() < 2 {
		return found{}, false
	}
	if c, n := p.cueAt(r.First, r.Last); n > 0 && rejecting(c.class) && c.form&participle != 0 && p.is(r.First+n, "by") {
		by := p.nounPhraseAfter(min(r.First+n+1, r.Last-1), r)
		return found{class: c.class, lemma: c.lemma, cue: text.Range{First: r.First, Last: r.First + n}, subject: by}, p.plausible(by)
	}
	if p.Tokens[r.First].In("that", "which") {
		r.First++
	}
	for i := r.First + 1; i < min(r.Last, r.First+farVerb); i++ {
		c, n := p.cueAt(i, r.Last)
		if n == 0 || !rejecting(c.class) || c.form&(past|third|base|participle) == 0 {
			continue
		}
		verb := i
		for verb > r.First+1 && (auxiliaries.Has(p.Tokens[verb-1].Lower) || p.adverb(verb-1)) {
			verb--
		}
		who := p.nounPhrase(verb, r)
		if who.First != r.First || who.Len() == 1 && pronouns.Has(p.Tokens[who.First].Lower) || !p.plausible(who) || p.hasObject(i+n, r.Last) {
			return found{}, false
		}
		return found{class: c.class, lemma: c.lemma, cue: text.Range{First: i, Last: i + n}, subject: who}, true
	}
	return found{}, false
}

// rejecting reports whether a cue of the class says that something is not so.
func rejecting(c class) bool { return c == deny || c == reject || c == dispute }

// hasObject reports whether something that can be denied stands at token i.
func (p *page) hasObject(i, end int) bool {
	if i >= end {
		return false
	}
	t := &p.Tokens[i]
	return t.Is(text.Open) || determiners.Has(t.Lower) || t.In("that", "any", "it", "them", "having", "being") || t.Is(text.Word) && !preposition.Has(t.Lower) && !p.adverb(i) && !dateWords.Has(t.Lower) && !adjuncts.Has(t.Lower) && !t.In("and", "but", "as", "while", "within")
}

// takeRejoinder reads the sentence without a rejoinder at its end, and then that.
func (p *page) takeRejoinder(s int, read func()) {
	f, comma, ok := p.rejoinder(p.Sentences[s])
	if !ok {
		read()
		return
	}
	whole, before := p.Sentences[s], len(p.found)
	p.Sentences[s].Last = comma
	read()
	p.Sentences[s] = whole
	if n := len(p.found) - 1; n >= before {
		f.answers = n
	}
	p.found = append(p.found, f)
}
