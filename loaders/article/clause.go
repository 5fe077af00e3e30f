package article

import "counterclaim/loaders/text"

// clauseAfter finds the clause or quotation behind a verb of saying that begins
// its search at token i: behind "that", at an opening mark, or right here.
func (p *page) clauseAfter(q *predication, i, end int) text.Range {
	if p.is(i, ":") || p.is(i, ",") && i+1 < end && p.Tokens[i+1].Is(text.Open) {
		i++
	}
	if i >= end {
		return text.Range{}
	}
	i = p.pastAside(i, end)
	t := &p.Tokens[i]
	switch {
	case q.class == say && t.In("whether", "if", "how", "why"):
		return text.Range{First: i, Last: end}
	case t.Lower == "that" && (i+1 < end && !(p.finite(i+1) && !p.quoted(i+1))):
		if p.is(i+1, "that") {
			i++
		}
		return text.Range{First: i + 1, Last: end}
	case t.Is(text.Open):
		return p.quotationAfter(q, i, end)
	case q.class == tell && (pronouns.Has(t.Lower) || contracted(t.Lower) || determiners.Has(t.Lower)) && p.hasVerb(text.Range{First: i, Last: end}):
		return text.Range{First: i, Last: end} // "told his audience they would not"
	case q.class == warn && p.opensSubject(i, end):
		return text.Range{First: i, Last: end} // "warned it would close"
	case adjuncts.Has(t.Lower) || dateWords.Has(t.Lower) || p.adverb(i) || q.class == tell || q.class == warn:
		return p.clauseBehindAdjunct(q, i, end)
	case q.class == say || verbParticles.Has(t.Lower) || t.In(",", ".", ";", "?", "!", "-", "–", "—", "("):
		return text.Range{}
	case q.class == mention:
		return text.Range{First: i, Last: end}
	case q.lemma == "say" && end-i > 2, p.hasVerbOutside(text.Range{First: i, Last: end}) || p.opensWithin(text.Range{First: i, Last: end}):
		return text.Range{First: i, Last: end}
	}
	return text.Range{}
}

// opensSubject reports whether the subject of a clause begins at token i.
func (p *page) opensSubject(i, end int) bool {
	np := p.nounPhraseAfter(i, text.Range{First: i, Last: end})
	return np.Len() > 0 && np.Last < end && p.finite(np.Last) && !p.quoted(np.Last)
}

// pastAside looks past words between commas before "that": "said, without
// evidence, that".
func (p *page) pastAside(i, end int) int {
	if !p.is(i, ",") {
		return i
	}
	for k := i + 1; k+1 < end && k < i+14 && !p.quoted(k); k++ {
		if p.Tokens[k].Lower == "," && (p.is(k+1, "that") || k < i+5 && p.Tokens[k+1].Is(text.Open)) {
			return k + 1
		}
	}
	return i
}

// quotationAfter returns the quotation that begins at token i, with what goes on
// behind it in the same breath: said it was "a mistake" that others made.
func (p *page) quotationAfter(q *predication, i, end int) text.Range {
	quotation := p.Quotations[p.Tokens[i].Quote]
	last := max(quotation.Last, i+1)
	if last < end && !p.Tokens[last].In("when", "after", "while", "moments", "minutes", ",", ".", ";", "and", "but", "-", "–", "—") && !p.Tokens[last-2].In(".", "?", "!", ",") {
		return text.Range{First: i, Last: end}
	}
	return text.Range{First: i, Last: last}
}

// clauseBehindAdjunct looks past "on Tuesday", "in a speech in New York" for
// "that", a quotation or, after words of time alone, a clause.
func (p *page) clauseBehindAdjunct(q *predication, i, end int) text.Range {
	for k := i; k < end && k < i+30; k++ {
		t := &p.Tokens[k]
		if t.Is(text.Open) {
			if k == i || p.Tokens[k-1].In(",", ":") || dateWords.Has(p.Tokens[k-1].Lower) || p.Tokens[k-1].Is(text.Number) || q.class == tell || k == q.at.Last {
				return p.quotationAfter(q, k, end)
			}
			break
		}
		if t.Lower == "that" && k+1 < end && !(p.finite(k+1) && !p.quoted(k+1)) {
			if p.is(k+1, "that") {
				k++
			}
			return text.Range{First: k + 1, Last: end}
		}
		if !p.quoted(k) && p.finite(k) && p.nameAt[k] < 0 || t.Lower == ";" {
			break
		}
	}
	if q.class != state && q.class != mention {
		return text.Range{}
	}
	k := i
	for k < end && (p.Tokens[k].In("on", "late", "early", "last", "this", "earlier") || dateWords.Has(p.Tokens[k].Lower) || p.adverb(k) || k > i && p.Tokens[k].Is(text.Number) && dateWords.Has(p.Tokens[k-1].Lower)) {
		k++
	}
	if k > i && k < end && !adjuncts.Has(p.Tokens[k].Lower) && !p.Tokens[k].In(",", ".", ";", "and") && (q.class == mention && dateWords.Has(p.Tokens[k-1].Lower) || q.class == state && p.hasVerb(text.Range{First: k, Last: end})) {
		return text.Range{First: k, Last: end}
	}
	return text.Range{}
}

// clauseEnd returns where the clause of a predication ends: at the sentence's
// end, at a source ("according to"), or where another predication begins beside
// it.
func (p *page) clauseEnd(q *predication, s text.Range, rest []predication) int {
	end := s.Last
	for end > q.at.Last && p.Tokens[end-1].In(".", "!", "?", "…") {
		end--
	}
	if end < s.Last && end > q.at.Last && p.Tokens[end].Lower == "." && p.quoted(end) {
		end = s.Last
	}
	for i := q.at.Last; i < end; i++ {
		if p.quoted(i) {
			continue
		}
		if p.Tokens[i].Lower == ";" && !p.opensList(i) || i > q.at.Last && (p.sourceAt(i, s) || p.leadsIn(i, end) && p.hasVerb(text.Range{First: q.at.Last, Last: i})) {
			end = i
			break
		}
	}
	if q.how == "which said" || q.how == "who said" {
		end = p.relativeEnd(q, end)
	}
	end = p.frontedEnd(q, s, end)
	for k := range rest {
		r := &rest[k]
		start := r.start()
		if start <= q.at.Last {
			start = r.verb
		}
		if start <= q.at.Last || start >= end {
			continue
		}
		if cut := p.boundary(q, r, start); cut > 0 {
			return cut
		}
	}
	return end
}

// relativeEnd returns where a relative clause ends and the verb of the main clause
// stands: at a comma in "X, which accused Y of theft, closed the port", at the verb
// in "those who back X are young". It is end where there is none.
func (p *page) relativeEnd(q *predication, end int) int {
	object := !q.class.speaks() && q.class != tell || len(q.rest) > 0
	for i := p.pastAccused(q, end); i+1 < end; i++ {
		t := &p.Tokens[i]
		if t.Lower == "," && !p.quoted(i) && !p.quoted(i+1) && (p.finite(i+1) || p.pastVerb(i+1)) {
			return i
		}
		if t.Is(text.Close) && p.is(i-1, ",") && !p.quoted(i+1) && p.finite(i+1) {
			return i + 1
		}
		if object && i > q.at.Last && !p.quoted(i) && p.finite(i) && p.nameAt[i] < 0 {
			return i
		}
		object = object && t.Lower != "," && !p.quoted(i) && !pronouns.Has(t.Lower) && !t.In("that", "which", "who", "whose", "what", "how", "whether", "to") && !subordinators().Has(t.Lower)
	}
	return end
}

// pastAccused returns the token behind "of" in "accused a navy signals unit of", in
// which no word before it is a verb, else the one behind the cue.
func (p *page) pastAccused(q *predication, end int) int {
	if q.class == accuse {
		for i := q.at.Last; i < min(end, q.at.Last+8); i++ {
			if p.is(i, "of") {
				return i + 1
			}
		}
	}
	return q.at.Last
}

// frontedEnd returns the comma where the main clause begins after a predication in
// a clause before it: "When X said so, the hall fell silent". It is end where there
// is none.
func (p *page) frontedEnd(q *predication, s text.Range, end int) int {
	first := s.First
	if connectives.Has(p.Tokens[first].Lower) || p.adverb(first) {
		first++
	}
	if first >= q.start() || q.start() > first+12 || p.quoted(first) || !(subordinators().Has(p.Tokens[first].Lower) || p.is(first, "as")) {
		return end
	}
	for i := first; i < q.start(); i++ {
		if p.Tokens[i].Lower == "," {
			return end
		}
	}
	for i := q.at.Last + 1; i+2 < end; i++ {
		t := &p.Tokens[i+1]
		if p.Tokens[i].Lower == "," && !p.quoted(i) && !p.quoted(i+1) && (p.nameAt[i+1] >= 0 || pronouns.Has(t.Lower) || determiners.Has(t.Lower) && t.Lower != "that") && p.hasVerb(text.Range{First: i + 2, Last: min(end, i+9)}) {
			return i
		}
	}
	return end
}

// opensList reports whether the semicolon at token i stands between the parts of
// a list: "three areas: one; two; and three".
func (p *page) opensList(i int) bool {
	for k := i; k > 0 && k > i-40; k-- {
		if p.Tokens[k].Lower == ":" {
			return true
		}
		if p.Tokens[k].Lower == "." {
			return false
		}
	}
	return false
}

// boundary returns where the clause before a predication ends, 0 where the
// predication is inside that clause ("said that officials agreed").
func (p *page) boundary(q, r *predication, i int) int {
	after := q.at.Last
	clause := q.class.speaks() || q.class == tell
	if r.how == "participle" && p.Tokens[i-1].Lower == "and" && q.form&ing != 0 {
		return i - 1 // "calling it a lie and asking for proof"
	}
	if r.how == "participle" && p.Tokens[i-1].Lower != "," {
		return 0
	}
	if r.how == "who said" {
		return 0
	}
	cut := 0
	for k := i - 1; k > after && k > i-8; k-- {
		t := &p.Tokens[k]
		switch {
		case t.In(",", ":"):
			return k
		case t.In("and", "but") && p.is(k-1, ",") && clause && r.lemma == "say" && r.how != "same subject":
			return k - 1 // "two said so, and nearly all said that"
		case t.In("and", "but") && !p.quoted(k) && clause && r.how != "same subject":
			return 0 // "said states like A and B will": both are in what is said
		case t.In("and", "but") && !p.quoted(k), subordinators().Has(t.Lower):
			cut = k
			continue
		case cut > 0:
			return cut
		case p.fillsBoundary(k, i):
			continue
		}
		break
	}
	return cut
}

// fillsBoundary reports whether token k can stand between a boundary and the
// predication at i: an adverb, or words of time.
func (p *page) fillsBoundary(k, i int) bool {
	t := &p.Tokens[k]
	return p.adverb(k) || dateWords.Has(t.Lower) || t.In("on", "last", "in")
}
