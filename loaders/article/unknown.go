package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// unknownVerb finds an attribution whose verb no list has: a quotation, then a
// name and a verb in the past, or the other way round, and nothing more but
// circumstances: "It sank," reacted Holm. "It sank," the sign read.
func (p *page) unknownVerb(s int) {
	sentence := p.Sentences[s]
	q := p.Tokens[sentence.First].Quote
	if q < 0 || !p.Quotations[q].Closed || p.Quotations[q].Len() < 5 {
		return
	}
	i := p.Quotations[q].Last
	if i+1 >= sentence.Last || p.quoted(i) || !p.breaksOff(i) && !p.speechLike(i) {
		return
	}
	verb, subject := i, text.Range{}
	if p.speechLike(i) {
		subject = p.nounPhraseAfter(i+1, sentence)
	} else {
		for verb < sentence.Last && verb < i+8 && !p.speechLike(verb) && p.Tokens[verb].Is(text.Word) {
			verb++
		}
		subject = text.Range{First: i, Last: verb}
	}
	if verb >= sentence.Last || !p.speechLike(verb) || subject.Len() == 0 || !p.plausible(subject) || !p.namesSomebody(subject) {
		return
	}
	f := found{rule: "quotation, then any verb", class: state, lemma: p.Tokens[verb].Lower, cue: text.Range{First: verb, Last: verb + 1}, subject: subject, answers: -1}
	f.content = p.trimAll([]text.Range{p.Quotations[q].Range})
	if len(f.content) > 0 {
		p.found = append(p.found, f)
	}
}

// speechLike reports whether token i can be a verb of saying that no list has.
func (p *page) speechLike(i int) bool {
	t := &p.Tokens[i]
	if !t.Is(text.Word) || t.Is(text.Capital) || p.quoted(i) || auxiliaries.Has(t.Lower) {
		return false
	}
	return strings.HasSuffix(t.Lower, "ed") && len(t.Lower) > 4 || irregularPast().Has(t.Lower) || t.Lower == "read" || p.begins(i, cueWord) && p.finite(i)
}

// namesSomebody reports whether a noun phrase is a person, a pronoun, a role or a
// paper: somebody or something that speaks.
func (p *page) namesSomebody(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		low := p.Tokens[i].Lower
		if p.nameAt[i] >= 0 || low == "he" || low == "she" || low == "they" || roles().Has(low) || collectives().Has(low) || papers().Has(low) || organisations().Has(low) || p.Tokens[i].Is(text.Capital) && !p.starts(i) {
			return true
		}
	}
	return false
}
