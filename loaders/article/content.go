package article

import "counterclaim/loaders/text"

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
		f.content = []text.Range{{First: s.First, Last: q.subject.First}, {First: p.parenthesisEnd(q, s), Last: end}}
		if p.is(f.content[1].First, "that") || p.Tokens[f.content[1].First].Is(text.Open) && !p.quoted(q.subject.First-2) && (!p.hasVerb(f.content[0]) || subordinators().Has(p.Tokens[s.First].Lower) || p.startsAnew(f.content[1].First)) {
			f.content = f.content[1:] // where or when it was said
			if p.is(f.content[0].First, "that") {
				f.content[0].First++
			}
		}
		f.rule = "attribution in the middle"
		return true
	}
	if left && p.is(q.subject.First-1, ",") && p.occasionAt(q.at.Last, end) && p.hasVerb(text.Range{First: s.First, Last: q.subject.First - 1}) {
		right = text.Range{} // "The pump was safe, the firm said in a statement sent to the town"
	}
	if left && p.leftBelongs(q, s, right) {
		return p.contentBefore(f, q, s, q.at.Last, q.subject.First)
	}
	right = p.withoutOccasion(right)
	if right.Len() == 0 {
		return false
	}
	f.content = []text.Range{right}
	if k := q.subject.First - 1; left && (q.class.speaks() || q.class == describe) && p.Tokens[k].In("which", "whom", "what") && !preposition.Has(p.Tokens[max(k-1, 0)].Lower) && !p.quoted(k) && right.First >= q.at.Last {
		f.content = []text.Range{{First: k, Last: k + 1}, right} // "the boat, which he called a wreck"
	}
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
	before := q.subject.First - 1
	prev := &p.Tokens[before]
	if prev.Is(text.Close) && (q.lemma == "ask" || q.after && p.Quotations[prev.Quote].Len() > 3 && (p.Quotations[prev.Quote].First == s.First || !p.opensWithin(right))) {
		return true
	}
	if !q.class.speaks() && q.class != tell && q.class != warn {
		return prev.Lower == "," && before > s.First && p.onlyWhen(right) && p.hasVerb(text.Range{First: s.First, Last: before})
	}
	if prev.Is(text.Close) {
		return p.Quotations[prev.Quote].Len() > 3 && (right.Len() == 0 || p.quoted(right.First) || before > s.First && p.Tokens[before-1].Lower == ",")
	}
	if prev.Lower != "," || right.Len() > 0 || before == s.First || p.Tokens[s.First].Lower == "asked" || p.is(s.First+1, "asked") {
		return false
	}
	return p.hasVerb(text.Range{First: s.First, Last: before}) || p.Tokens[before-1].Is(text.Close)
}

// onlyWhen reports whether the words tell no more than when or where: "on Saturday",
// "here Wednesday". An empty range is none.
func (p *page) onlyWhen(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if !dateWords.Has(p.Tokens[i].Lower) && !p.adverb(i) && !p.Tokens[i].In("on", "here", "late", "early", "last", "in", "this", ".") {
			return false
		}
	}
	return true
}

// parenthetical reports whether the attribution stands between commas inside what
// is said: "In April, he said, intruders came". What stands before it is no
// sentence by itself.
func (p *page) parenthetical(q *predication, s text.Range, end int) bool {
	before := q.subject.First - 1
	last := q.at.Last
	if q.class == tell { // "Instead, X told reporters, the policy would"
		last = p.nounPhraseAfter(min(last, s.Last-1), s).Last
	} else if !q.class.speaks() {
		return false
	}
	if before <= s.First || !p.is(before, ",") || !p.is(last, ",") || last+2 >= end || p.quoted(before) || before-s.First > 25 {
		return false
	}
	right := text.Range{First: last + 1, Last: end}
	if p.Tokens[right.First].Is(text.Open) {
		return !p.Tokens[before-1].Is(text.Close)
	}
	return p.hasVerb(right) && (!p.hasVerb(text.Range{First: s.First, Last: before}) || p.Tokens[right.First].In("and", "but") || subordinators().Has(p.Tokens[s.First].Lower))
}

// parenthesisEnd returns the token behind the comma that ends an attribution in
// the middle.
func (p *page) parenthesisEnd(q *predication, s text.Range) int {
	if q.class == tell {
		return p.nounPhraseAfter(q.at.Last, s).Last + 1
	}
	return q.at.Last + 1
}

// pastConnective returns where a content begins behind what only joins it to the
// sentence before: "But", "Still,".
func (p *page) pastConnective(r text.Range) int {
	if r.Len() < 4 || p.quoted(r.First) || !connectives.Has(p.Tokens[r.First].Lower) {
		return r.First
	}
	if p.is(r.First+1, ",") {
		return r.First + 2
	}
	if p.Tokens[r.First].In("but", "and", "so", "yet") {
		return r.First + 1
	}
	return r.First
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
	left.First = p.pastConnective(left)
	if left = p.trim(left); left.Len() == 0 {
		return false
	}
	f.content = []text.Range{left}
	if q.lemma == "ask" { // a question, not a demand
		f.class = state
	}
	if p.is(last, ",") && p.is(last+1, "that") && last+3 < s.Last { // "a pity," he said, that both were there
		f.content = append(f.content, text.Range{First: last + 1, Last: s.Last})
		last = s.Last
	}
	for i := last; i < s.Last; i++ {
		if p.Tokens[i].Is(text.Open) && p.Tokens[i-1].In(",", ".", ":", ";", "-", "–", "—", "and", "but", "that") {
			if p.saidAnew(last, i) {
				break
			}
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

// withQuotation returns where a description ends that closes with a quotation:
// called the plan "a joke" on Monday.
func (p *page) withQuotation(i, end int) int {
	for k := i; k+1 < end; k++ {
		if p.Tokens[k].Is(text.Close) && !p.quoted(k+1) && (adjuncts.Has(p.Tokens[k+1].Lower) || dateWords.Has(p.Tokens[k+1].Lower)) {
			return k + 1
		}
	}
	return end
}

// firstPhrase cuts a noun phrase off where another begins: "told Reuters | the
// meeting was short".
func (p *page) firstPhrase(np text.Range) text.Range {
	for i := np.First + 1; i < np.Last; i++ {
		before := &p.Tokens[i-1]
		if determiners.Has(p.Tokens[i].Lower) && !preposition.Has(before.Lower) && !determiners.Has(before.Lower) && !before.In("and", "or", ",", "both", "all", "half", "'s") {
			return text.Range{First: np.First, Last: i}
		}
	}
	return np
}

// questionAfter returns what is asked, with or without whom: "asked the mayor
// whether the boat was safe". It asks for nothing to be done.
func (p *page) questionAfter(f *found, i, end int) text.Range {
	for k := i; k < end && k < i+12 && p.Tokens[k].Lower != ","; k++ {
		if p.Tokens[k].Is(text.Open) && k > i && p.Quotations[p.Tokens[k].Quote].Len() > 4 {
			f.class = state
			return text.Range{First: k, Last: min(end, p.Quotations[p.Tokens[k].Quote].Last)}
		}
		if p.quoted(k) {
			break
		}
		if questions.Has(p.Tokens[k].Lower) && k+2 < end {
			f.class = state
			return text.Range{First: k, Last: end}
		}
	}
	return text.Range{}
}

// nounAfter returns what is said in a noun: "announced a plan", "spoke of the
// need".
func (p *page) nounAfter(q *predication, i, end int) text.Range {
	t := &p.Tokens[i]
	if t.In("about", "of", "on", "for", "against") && q.how != "cue before subject" {
		i++
		if i >= end {
			return text.Range{}
		}
		t = &p.Tokens[i]
	}
	if preposition.Has(t.Lower) || dateWords.Has(t.Lower) || adjuncts.Has(t.Lower) || !t.Is(text.Word) && !t.Is(text.Number) && !t.Is(text.Open) && !t.In("$") || auxiliaries.Has(t.Lower) || p.adverb(i) || t.In("and", "or", "but", "to", "so", "yes", "no") {
		return text.Range{}
	}
	return text.Range{First: i, Last: end}
}

// contentAfter returns what follows the cue up to end, empty where that is not a
// content.
func (p *page) contentAfter(f *found, q *predication, end int) text.Range {
	i := q.at.Last
	if i >= end {
		return text.Range{}
	}
	if p.pausesBefore(q, i, end) {
		return p.quotationAfter(q, i+1, end)
	}
	switch q.class {
	case state, say, mention, warn:
		if q.form&ing != 0 && papers().Has(p.Tokens[q.at.First-1].Lower) && !p.is(i, "that") {
			return text.Range{First: i, Last: end} // "a report documenting"
		}
		if q.lemma == "hope" && p.is(i, "to") {
			f.class = wish
			return p.objectAfter(i, end)
		}
		if r := p.clauseAfter(q, i, end); r.Len() > 0 {
			return r
		}
		if q.class != mention && q.lemma != "say" {
			return text.Range{}
		}
		return p.nounAfter(q, i, end)
	case tell:
		f.addressee = p.firstPhrase(p.nounPhraseAfter(i, text.Range{First: i, Last: end}))
		return p.clauseAfter(q, max(i, f.addressee.Last), end)
	case describe:
		if p.is(i, "for") || p.is(i, "on") || !p.describesAs(text.Range{First: i, Last: end}) {
			return text.Range{}
		}
		end = p.withQuotation(i, end)
	case wish:
		if !p.Tokens[i].In("to", "that") && q.lemma != "want" && q.at.Len() == 1 {
			return text.Range{}
		}
	case demand:
		if q.lemma == "ask" && !p.asksFor(i, end) {
			return p.questionAfter(f, i, end)
		}
	}
	return p.objectAfter(i, end)
}
