package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// contentOf finds what is said and puts it into f. rest are the predications
// that follow in the sentence.
func (p *page) contentOf(f *found, q *predication, s text.Range, rest []predication) bool {
	if q.how == "cue before subject" {
		return p.contentBefore(f, q, s, p.afterApposition(q), q.at.First)
	}
	end := p.clauseEnd(q, s, rest)
	right := p.contentAfter(f, q, end)
	left := q.subject.First > s.First && q.subject.First <= q.at.First && q.how != "same subject" && q.how != "participle" && q.how != "who said"
	if left && p.parenthetical(q, s, end) {
		f.content = []text.Range{{First: s.First, Last: q.subject.First}, {First: q.at.Last + 1, Last: end}}
		f.rule = "attribution in the middle"
		return true
	}
	if left && p.leftBelongs(q, s, right) {
		return p.contentBefore(f, q, s, q.at.Last, q.subject.First)
	}
	right = p.withoutOccasion(right)
	if right.Len() == 0 {
		return false
	}
	f.content = []text.Range{right}
	return true
}

// afterApposition returns the token behind the subject and its apposition.
func (p *page) afterApposition(q *predication) int {
	if q.apposition.Len() > 0 {
		return q.apposition.Last
	}
	return q.subject.Last
}

// leftBelongs decides whether the words before the subject are what is said:
// "..., Koo said." They are where a quotation ends there, or where a clause does
// and nothing like a content follows the cue.
func (p *page) leftBelongs(q *predication, s text.Range, right text.Range) bool {
	if q.class != state && q.class != say && q.class != tell && q.class != warn {
		return false
	}
	before := q.subject.First - 1
	prev := &p.Tokens[before]
	if prev.Is(text.Close) {
		return p.Quotations[prev.Quote].Len() > 3 && (right.Len() == 0 || p.quoted(right.First) || before > s.First && p.Tokens[before-1].Lower == ",")
	}
	if prev.Lower != "," || right.Len() > 0 || before == s.First {
		return false
	}
	return p.hasVerb(text.Range{First: s.First, Last: before}) || p.Tokens[before-1].Is(text.Close)
}

// parenthetical reports whether the attribution stands between commas inside what
// is said: "In April, he said, intruders came". What stands before it is no
// sentence by itself.
func (p *page) parenthetical(q *predication, s text.Range, end int) bool {
	before := q.subject.First - 1
	if q.class != state && q.class != say || before <= s.First || !p.is(before, ",") || !p.is(q.at.Last, ",") || q.at.Last+2 >= end || p.quoted(before) || before-s.First > 25 {
		return false
	}
	right := text.Range{First: q.at.Last + 1, Last: end}
	if p.Tokens[right.First].Is(text.Open) {
		return !p.Tokens[before-1].Is(text.Close)
	}
	return p.hasVerb(right) && (!p.hasVerb(text.Range{First: s.First, Last: before}) || p.Tokens[right.First].In("and", "but"))
}

// contentBefore takes what stands before the attribution and, where a quotation
// goes on behind it, that too. last is where the attribution ends, first where
// it begins.
func (p *page) contentBefore(f *found, q *predication, s text.Range, last, first int) bool {
	left := text.Range{First: s.First, Last: first}
	if t := &p.Tokens[first-1]; t.Is(text.Close) {
		quotation := p.Quotations[t.Quote]
		// words before the quotation belong to the content only if they lead into it
		if quotation.First > s.First && p.Tokens[quotation.First-1].In(".", ":", ";") {
			left.First = quotation.First
		}
	}
	if left = p.trim(left); left.Len() == 0 {
		return false
	}
	f.content = []text.Range{left}
	for i := last; i < s.Last; i++ {
		if p.Tokens[i].Is(text.Open) {
			f.content = append(f.content, text.Range{First: i, Last: max(p.Quotations[p.Tokens[i].Quote].Last, i+1)})
			break
		}
		if !p.quoted(i) && p.finite(i) && !(p.quoted(left.Last-1) && i > last) {
			break
		}
	}
	f.rule = map[bool]string{true: "quotation, then attribution", false: "content, then attribution"}[p.quoted(left.Last-1) || p.Tokens[first-1].Is(text.Close)]
	if q.how == "cue before subject" {
		f.rule = "content, then " + q.how
	}
	return true
}

// contentAfter returns what follows the cue up to end, empty where that is not a
// content.
func (p *page) contentAfter(f *found, q *predication, end int) text.Range {
	i := q.at.Last
	if i >= end {
		return text.Range{}
	}
	switch q.class {
	case state, say, stress, warn:
		if q.form&ing != 0 && papers().Has(p.Tokens[q.at.First-1].Lower) && !p.is(i, "that") {
			return text.Range{First: i, Last: end} // "a report documenting"
		}
		return p.clauseAfter(q, i, end)
	case tell:
		f.addressee = p.nounPhraseAfter(i, text.Range{First: i, Last: end})
		return p.clauseAfter(q, max(i, f.addressee.Last), end)
	case describe:
		if p.is(i, "for") || p.is(i, "on") || !p.describesAs(text.Range{First: i, Last: end}) {
			return text.Range{}
		}
	case wish:
		if !p.Tokens[i].In("to", "that") && q.lemma != "want" && q.at.Len() == 1 {
			return text.Range{}
		}
	case demand:
		if q.lemma == "ask" && !p.asksFor(i, end) {
			return text.Range{}
		}
	}
	return p.objectAfter(i, end)
}

// objectAfter returns the object that begins at token i, behind adverbs, words of
// time and "that": "denied again on Monday that".
func (p *page) objectAfter(i, end int) text.Range {
	for k := i; k < end && k < i+5; k++ {
		t := &p.Tokens[k]
		if t.Lower == "that" {
			i = k + 1
			break
		}
		if !p.adverb(k) && !dateWords[t.Lower] && !t.In("on", "late", "early", "last") {
			break
		}
	}
	if i >= end || p.Tokens[i].In(".", "?", "!", ";", ",") {
		return text.Range{}
	}
	for k := i + 2; k+1 < end; k++ { // "rejected the request and closed the bridge"
		if p.Tokens[k].Lower == "and" && !p.quoted(k) && p.pastVerb(k+1) && !p.hasVerb(text.Range{First: i, Last: k}) {
			end = k
		}
	}
	return text.Range{First: i, Last: end}
}

// pastVerb reports whether token i is a verb in the past, by its form alone.
func (p *page) pastVerb(i int) bool {
	low := p.Tokens[i].Lower
	return commonVerbs[low] && !strings.HasSuffix(low, "s") || strings.HasSuffix(low, "ed") && len(low) > 4 && i+1 < len(p.Tokens) && (determiners[p.Tokens[i+1].Lower] || preposition[p.Tokens[i+1].Lower])
}

// describesAs reports whether the object of "describe", "call" is said to be
// something: "as" or a quotation follows, or two things stand side by side.
func (p *page) describesAs(r text.Range) bool {
	for i := r.First; i < r.Last && i < r.First+12; i++ {
		if p.Tokens[i].Lower == "as" || p.Tokens[i].Is(text.Open) {
			return true
		}
	}
	return r.Len() > 1 && r.Len() < 12 && p.Tokens[r.First-1].In("called", "calling", "calls", "branded", "labelled", "labeled", "dubbed", "deemed", "termed", "call")
}

// withoutOccasion takes "in a speech on Monday" off the end of a content.
func (p *page) withoutOccasion(r text.Range) text.Range {
	for i := r.Last - 2; i > r.First+2 && i > r.Last-9; i-- {
		if p.quoted(i) || p.Tokens[i].Lower == "," {
			return r
		}
		if p.Tokens[i].In("in", "at", "during") && determiners[p.Tokens[i+1].Lower] && p.occasionIn(text.Range{First: i + 2, Last: min(i+5, r.Last)}) {
			return text.Range{First: r.First, Last: i}
		}
	}
	return r
}

func (p *page) occasionIn(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if papers().Has(p.Tokens[i].Lower) || p.Tokens[i].In("meeting", "conference", "address", "lecture", "broadcast", "call") {
			return true
		}
	}
	return false
}

// asksFor tells "asked China to stop" from "asked whether".
func (p *page) asksFor(i, end int) bool {
	for k := i; k < end && k < i+10; k++ {
		if p.Tokens[k].In("to", "for") {
			return true
		}
		if p.Tokens[k].In("whether", "if", "about", "why", "how", "what", "when") {
			return false
		}
	}
	return false
}

// clauseAfter finds the clause or quotation behind a verb of saying that begins
// its search at token i: behind "that", at an opening mark, or right here.
func (p *page) clauseAfter(q *predication, i, end int) text.Range {
	if p.is(i, ":") || p.is(i, ",") && i+1 < end && p.Tokens[i+1].Is(text.Open) {
		i++
	}
	if i >= end {
		return text.Range{}
	}
	t := &p.Tokens[i]
	switch {
	case t.Lower == "that" && (i+1 < end && !(p.finite(i+1) && !p.quoted(i+1))):
		if p.is(i+1, "that") {
			i++
		}
		return text.Range{First: i + 1, Last: end}
	case t.Is(text.Open):
		return p.quotationAfter(q, i, end)
	case adjuncts[t.Lower] || dateWords[t.Lower] || p.adverb(i) || q.class == say || q.class == tell || q.class == warn:
		return p.clauseBehindAdjunct(q, i, end)
	case t.In(",", ".", ";", "?", "!", "-", "–", "—", "("):
		return text.Range{}
	case q.class == stress:
		return text.Range{First: i, Last: end}
	case p.hasVerbOutside(text.Range{First: i, Last: end}) || p.opensWithin(text.Range{First: i, Last: end}):
		return text.Range{First: i, Last: end}
	}
	return text.Range{}
}

// quotationAfter returns the quotation that begins at token i, with what goes on
// behind it in the same breath: said it was "a mistake" that others made.
func (p *page) quotationAfter(q *predication, i, end int) text.Range {
	quotation := p.Quotations[p.Tokens[i].Quote]
	last := max(quotation.Last, i+1)
	if last < end && !p.Tokens[last].In(",", ".", ";", "and", "but", "-", "–", "—") && !p.Tokens[last-2].In(".", "?", "!") {
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
			if k == i || p.Tokens[k-1].In(",", ":") || dateWords[p.Tokens[k-1].Lower] || p.Tokens[k-1].Is(text.Number) || q.class == tell || k == q.at.Last {
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
	if q.class != state {
		return text.Range{}
	}
	k := i
	for k < end && (p.Tokens[k].In("on", "late", "early", "last", "this", "earlier") || dateWords[p.Tokens[k].Lower] || p.adverb(k) || k > i && p.Tokens[k].Is(text.Number) && dateWords[p.Tokens[k-1].Lower]) {
		k++
	}
	if k > i && k < end && !adjuncts[p.Tokens[k].Lower] && !p.Tokens[k].In(",", ".", ";", "and") && p.hasVerb(text.Range{First: k, Last: end}) {
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
		if p.Tokens[i].Lower == ";" && !p.opensList(i, end) || p.sourceAt(i, s) && i > q.at.Last {
			end = i
			break
		}
	}
	for k := range rest {
		r := &rest[k]
		start := r.start()
		if start <= q.at.Last {
			start = r.verb
		}
		if start <= q.at.Last || start >= end {
			continue
		}
		if cut := p.boundary(r, start, q.at.Last); cut > 0 {
			return cut
		}
	}
	return end
}

// opensList reports whether the semicolon at token i stands between the parts of
// a list: "three areas: one; two; and three".
func (p *page) opensList(i, end int) bool {
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
func (p *page) boundary(r *predication, i, after int) int {
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
	return p.adverb(k) || dateWords[t.Lower] || t.In("on", "last", "in")
}
