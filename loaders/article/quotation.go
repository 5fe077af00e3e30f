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
