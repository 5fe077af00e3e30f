package article

import "counterclaim/loaders/text"

// afterQuotation finds the subject that stands between a quotation and the verb:
// "...," Mayor Ida Holm (Coast Party), 52, of Stavik, said. All from the closing
// mark on belongs to it, the part before the first comma is who, the rest says
// something of who.
func (p *page) afterQuotation(q *predication, s text.Range) bool {
	if q.class == wish || q.class == describe || q.form&(past|third) == 0 {
		return false
	}
	first := q.verb
	for first > s.First && first > q.verb-40 && !p.quoted(first-1) {
		first--
	}
	if first == s.First || first == q.verb || !p.Tokens[first-1].Is(text.Close) || !p.breaksOff(first) {
		return false
	}
	if p.Tokens[first].In(",", "-", "–", "—") {
		first++
	}
	t := &p.Tokens[first]
	if first >= q.verb || t.In("and", "but", "or", "who", "that", "which") || preposition.Has(t.Lower) || subordinators().Has(t.Lower) || p.adverb(first) {
		return false
	}
	subject := text.Range{First: first, Last: p.firstComma(first, q.verb)}
	rest := text.Range{First: subject.Last, Last: q.verb}
	if p.hasVerb(text.Range{First: first + 1, Last: subject.Last}) || rest.Len() > 0 && !p.isAside(rest) || !p.plausible(subject) {
		return false
	}
	q.subject, q.how, q.after = subject, "subject before cue", true
	if rest.Len() > 2 {
		q.apposition, q.how = text.Range{First: rest.First + 1, Last: rest.Last - 1}, "subject with apposition"
	}
	return true
}

// voices reports whether the cue can follow a quotation.
func (p *page) voices(q *predication) bool {
	return q.class == state || q.class == say || q.class == tell || q.class == warn || q.class == mention || q.lemma == "ask"
}

// breaksOff reports whether the quotation that closes before token i ends as one
// does that an attribution follows: with a comma, a question, an outcry, a dash.
func (p *page) breaksOff(i int) bool {
	k := i - 2
	for k > 0 && p.Tokens[k].In("'", "’") {
		k--
	}
	return p.is(i, ",") || k >= 0 && p.Tokens[k].In(",", "?", "!", "…", "...", "-", "–", "—", "―")
}

// firstComma returns the first comma in the range that is not in parentheses, its
// end where there is none.
func (p *page) firstComma(first, last int) int {
	depth := 0
	for i := first; i < last; i++ {
		switch t := &p.Tokens[i]; {
		case t.Lower == "(":
			depth++
		case t.Lower == ")":
			depth--
		case t.Lower == "," && depth == 0:
			return i
		}
	}
	return last
}

// isAside reports whether the words stand between commas.
func (p *page) isAside(r text.Range) bool {
	return p.is(r.First, ",") && p.is(r.Last-1, ",") && r.Len() > 2 && p.describes(text.Range{First: r.First + 1, Last: r.Last - 1})
}

// startsAnew reports whether the quotation that opens at token i begins a sentence.
func (p *page) startsAnew(i int) bool {
	return i+1 < len(p.Tokens) && p.Tokens[i+1].Is(text.Capital)
}

// pausesBefore reports whether what a verb of promising, asking or the like brings
// is a quotation behind a comma or a colon: vowed, "We shall".
func (p *page) pausesBefore(q *predication, i, end int) bool {
	return q.class != wish && q.class != describe && i+1 < end && p.Tokens[i].In(",", ":") && p.Tokens[i+1].Is(text.Open) && p.Quotations[p.Tokens[i+1].Quote].Len() > 4
}

// saidAnew reports whether the quotation at token i has a verb of saying of its own
// behind token first: "...," she said, adding, "...".
func (p *page) saidAnew(first, i int) bool {
	for k := i - 1; k >= first && !p.quoted(k) && !p.is(k, "."); k-- {
		c, n := p.cueAt(k, i)
		if n == 0 || c.class != tell && !c.class.speaks() {
			continue
		}
		if c.form&ing != 0 && k > first && p.Tokens[k-1].In(",", "before", "then", "and") {
			return true
		}
		if after := k + n; after == i || after == i-1 && p.Tokens[after].In(",", ":", "that") {
			return true
		}
	}
	return false
}

// verbBehind takes the first verb of saying behind a quotation that breaks off, and
// what stands between them for who says it: "...," a voice in the film states.
func (p *page) verbBehind(f *found, quotation text.Range, s text.Range) bool {
	first := quotation.Last
	if quotation.Len() < 6 || !p.Tokens[first-1].Is(text.Close) || !p.breaksOff(first) {
		return false
	}
	for i := first + 1; i < s.Last && i < first+14 && !p.quoted(i); i++ {
		c, n := p.cueAt(i, s.Last)
		if n == 0 || silent.Has(c.lemma) {
			continue
		}
		q := predication{cue: *c, verb: i, at: text.Range{First: i, Last: i + n}}
		if !p.voices(&q) || c.form&(past|third) == 0 && !p.pluralBefore(i) || nouns().Has(c.lemma) && p.nounBefore(i) {
			continue
		}
		q.subject = text.Range{First: first, Last: p.firstComma(first, i)}
		if preposition.Has(p.Tokens[first].Lower) || p.hasVerb(q.subject) || !p.plausible(q.subject) || !p.namesSomebody(q.subject) && !determiners.Has(p.Tokens[first].Lower) {
			return false
		}
		f.cue, f.lemma, f.subject = q.at, c.lemma, q.subject
		if !p.contentBefore(f, &q, s, q.at.Last, first) {
			return false
		}
		f.content[0].First = max(f.content[0].First, quotation.First)
		f.content = p.trimAll(f.content)
		return true
	}
	return false
}

// signsOff takes the quotation that ends right before a sentence that tells no more
// than who said it: "It sank." Holm said.
func (p *page) signsOff(f *found, q *predication, s int) bool {
	sentence := p.Sentences[s]
	before := sentence.First - 1
	if q.subject.First != sentence.First || !q.class.speaks() || sentence.Last-q.at.Last > 5 || before < 0 || p.paragraphStarts(sentence.First) || !p.Tokens[before].Is(text.Close) || p.opensWithin(sentence) {
		return false
	}
	quotation := p.Quotations[p.Tokens[before].Quote].Range
	if quotation.Len() < 5 || !p.release(quotation) {
		return false
	}
	f.rule, f.content = "quotation, then attribution", []text.Range{quotation}
	return true
}

// release takes the quotation from the last statement where that has it only because
// it seemed to go on. It reports whether the quotation is nobody's then.
func (p *page) release(quotation text.Range) bool {
	k := len(p.found) - 1
	if k < 0 {
		return true
	}
	last := &p.found[k]
	end := len(last.content) - 1
	switch {
	case !quotation.Holds(last.content[end].First):
	case end > 0:
		last.content = last.content[:end]
	case last.rule == goesOn:
		p.found = p.found[:k]
	default:
		return false
	}
	return true
}

// fillsParagraph reports whether the quotation is a paragraph of its own: what X says
// goes on with it after "...," X said.
func (p *page) fillsParagraph(q int) bool {
	r := p.Quotations[q].Range
	return p.paragraphStarts(r.First) && (r.Last >= len(p.Tokens) || p.paragraphStarts(r.Last) || p.paragraphStarts(r.Last+1))
}

// leadsIn reports whether the colon at token i ends what is paraphrased, and a
// quotation of whole sentences is behind it.
func (p *page) leadsIn(i, end int) bool {
	return p.is(i, ":") && i+1 < end && p.Tokens[i+1].Is(text.Open) && p.startsAnew(i+1) && p.Quotations[p.Tokens[i+1].Quote].Len() > 6
}

// takesUp reports whether the word at token i takes up what was said before it: "And
// then", "They", "That".
func (p *page) takesUp(i int) bool {
	low := p.Tokens[i].Lower
	return pronouns.Has(low) || connectives.Has(low) || contracted(low) || p.Tokens[i].In("this", "that", "these", "those", "there", "or", "because", "if", "not", "what", "his", "her", "their", "its", "our", "my")
}

// printedBefore reports whether the words begin like something said before, as those
// of a pull quote do.
func (p *page) printedBefore(r text.Range) bool {
	const enough = 6 // words
	for i := range p.found {
		for _, c := range p.found[i].content {
			for k := c.First; k < c.Last; k++ {
				n := 0
				for n < min(enough, r.Len()) && k+n < c.Last && p.Tokens[k+n].Lower == p.Tokens[r.First+n].Lower {
					n++
				}
				if n == min(enough, r.Len()) {
					return true
				}
			}
		}
	}
	return false
}
