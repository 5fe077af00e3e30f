package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// plausible reports whether the words can name a speaker.
func (p *page) plausible(r text.Range) bool {
	if r.Len() <= 0 {
		return false
	}
	head := &p.Tokens[r.Last-1]
	if r.Len() == 1 && head.In("day", "may", "march", "june", "april") && head.Is(text.Capital) {
		return true // a name like any other
	}
	if r.Len() == 1 && head.In("it", "this", "that", "there", "what", "you", "which", "i", "nothing", "something") {
		return head.Lower == "it" || head.Lower == "i"
	}
	if p.counts(r) {
		return true
	}
	return p.canBeSubject(r.Last-1) && !(dateWords.Has(head.Lower) && p.nameAt[r.Last-1] < 0) && !stopNoun(head.Lower)
}

// counts reports whether the words say how many: "some", "nine in 10", "49%".
func (p *page) counts(r text.Range) bool {
	head := &p.Tokens[r.Last-1]
	if head.In("some", "many", "others", "another", "few", "several", "most", "both", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten") {
		return true
	}
	year := len(head.Lower) == 4 && (head.Lower[0] == '1' || head.Lower[0] == '2')
	return head.Is(text.Number) && !year && !(r.Len() > 1 && dateWords.Has(p.Tokens[r.Last-2].Lower)) || head.Lower == "%"
}

func stopNoun(low string) bool {
	return low == "time" || low == "case" || low == "way" || low == "move" || low == "there" || subordinators().Has(low) && low != "once"
}

// nounPhraseAfter returns the noun phrase that begins at token i.
func (p *page) nounPhraseAfter(i int, s text.Range) text.Range {
	if t := &p.Tokens[i]; !(t.Is(text.Capital) || determiners.Has(t.Lower) || t.In("he", "she", "they", "it") || roles().Has(t.Lower) || collectives().Has(t.Lower) || t.Is(text.Word) && !preposition.Has(t.Lower) && !auxiliaries.Has(t.Lower) && !adverbs.Has(t.Lower)) {
		return text.Range{}
	}
	last := i
	for last < s.Last && !p.quoted(last) {
		t := &p.Tokens[last]
		if past := p.pastParenthesis(last, s); past > last && last > i { // "Sen. Ida Holm (Coast)"
			last = past
			continue
		}
		if t.Lower == "to" && last > i && last+1 < s.Last && (roles().Has(p.Tokens[last-1].Lower) || p.is(last-1, "close")) && (p.nameAt[last+1] >= 0 || determiners.Has(p.Tokens[last+1].Lower)) {
			last++ // "an adviser to the mayor"
			continue
		}
		if last > i && p.finite(last) && p.nameAt[last] < 0 || t.In(",", ".", ";", ":", "(", "?", "!", "who", "which", "that", "when", "while", "as", "to", "before", "after", "during") {
			break
		}
		if last > i && (pronouns.Has(t.Lower) || contracted(t.Lower)) {
			break
		}
		if t.In("at", "in", "on", "by", "via") && last > i && p.nameAt[last] < 0 {
			break
		}
		if dateWords.Has(t.Lower) && p.nameAt[last] < 0 && t.Is(text.Capital) || last > i && p.adverb(last) && p.nameAt[last] < 0 && !determiners.Has(p.Tokens[last-1].Lower) {
			break
		}
		last++
	}
	return text.Range{First: i, Last: last}
}

// pastParenthesis returns the token behind the parenthesis that opens at token i, i
// where none does or it is long.
func (p *page) pastParenthesis(i int, s text.Range) int {
	if !p.is(i, "(") {
		return i
	}
	for k := i + 1; k < s.Last && k < i+8; k++ {
		if p.is(k, ")") {
			return k + 1
		}
	}
	return i
}

// relative returns where a relative clause begins in the range, its end for none.
func (p *page) relative(r text.Range) int {
	for i := r.First; i < r.Last; i++ {
		if p.Tokens[i].In("that", "who", "which", "whose", "where", "whether", "if", "about") {
			return i
		}
	}
	return r.Last
}

// nounPhrase returns the noun phrase that ends before token end, without adverbs
// of time in front.
func (p *page) nounPhrase(end int, s text.Range) text.Range {
	if end > s.First+1 && reflexives.Has(p.Tokens[end-1].Lower) {
		end--
	}
	for end > s.First+1 && p.adverb(end-1) && p.nameAt[end-1] < 0 && p.canBeSubject(end-2) {
		end-- // "she later", "Holm quickly"
	}
	if end > s.First+2 && nameTails.Has(p.Tokens[end-1].Lower) && p.is(end-2, ",") && p.nameAt[end-3] >= 0 {
		end -= 2 // "Ida Holm, Jr."
	}
	if end > s.First && subjectPronoun(p.Tokens[end-1].Lower) && !(end > s.First+1 && p.is(end-2, "and")) {
		return text.Range{First: end - 1, Last: end}
	}
	first, and := end, -1
	inside := p.insideQuotation(end)
	for first > s.First && (inside || !p.quoted(first-1)) {
		t := &p.Tokens[first-1]
		if t.Lower == "-" && t.Is(text.Spaced) && p.Tokens[first].Is(text.Spaced) {
			break
		}
		if first < end && determiners.Has(p.Tokens[first].Lower) && p.endsPhrase(first-1) {
			break // "an allegation | the carmaker rejected"
		}
		if t.Is(text.Number) || t.In("'s", "'", "-", "&", ".") || p.nameAt[first-1] >= 0 {
			first--
			continue
		}
		if open := p.parenthesis(first-1, s); open >= 0 { // "the Harbour Programme (HP)"
			first = open
			continue
		}
		if !t.Is(text.Word) || p.finite(first-1) || p.participleAt(first-1) || t.In("that", "which", "who", "if", "whether", "to") || subordinators().Has(t.Lower) || t.Lower == "as" {
			break
		}
		if t.In("and", "or", "but") {
			if t.Lower == "but" {
				break
			}
			and = first - 1
		}
		first--
	}
	if and >= 0 && first > s.First && p.finite(first-1) {
		first = and + 1 // "rejected the request and X said": what is before "and" is another clause
	}
	return p.withoutAdverbial(text.Range{First: first, Last: end})
}

// insideQuotation reports whether token i and the one before stand in the same
// quotation.
func (p *page) insideQuotation(i int) bool {
	return i > 0 && i < len(p.Tokens) && p.quoted(i) && p.Tokens[i-1].Quote == p.Tokens[i].Quote
}

// subjectPronoun reports whether a word is all of its noun phrase.
func subjectPronoun(low string) bool {
	return low == "he" || low == "she" || low == "they" || low == "it" || low == "we" || low == "i"
}

// endsPhrase reports whether the noun at token i belongs to another phrase than the
// determiner behind it.
func (p *page) endsPhrase(i int) bool {
	t := &p.Tokens[i]
	return p.nameAt[i] >= 0 || t.Is(text.Word) && !preposition.Has(t.Lower) && !determiners.Has(t.Lower) && !quantifiers.Has(t.Lower) && !t.In("and", "or", "but", "half", "even", "only", "not", "'s", "than", "including")
}

// parenthesis returns where the parenthesis opens that closes at token i, -1 where
// none does.
func (p *page) parenthesis(i int, s text.Range) int {
	if !p.is(i, ")") {
		return -1
	}
	for k := i - 1; k > s.First && k > i-8; k-- {
		if p.is(k, "(") {
			return k
		}
	}
	return -1
}

// participleAt reports whether token i is the participle of a verb group: "had
// been shown".
func (p *page) participleAt(i int) bool {
	t := &p.Tokens[i]
	if t.In("been", "be", "being", "having") {
		return true
	}
	if i == 0 || t.Is(text.Capital) {
		return false
	}
	prev := &p.Tokens[i-1]
	return (prev.In("been", "be", "being") || haveForms.Has(prev.Lower) || beForms.Has(prev.Lower) && prev.Lower != "being") && (strings.HasSuffix(t.Lower, "ed") || irregularParticiple().Has(t.Lower))
}

// withoutAdverbial takes "On Tuesday", "Last month", "In a statement" off the
// front of a noun phrase.
func (p *page) withoutAdverbial(r text.Range) text.Range {
	for r.Len() > 1 {
		t := &p.Tokens[r.First]
		if p.nameAt[r.First] >= 0 || !fronted.Has(t.Lower) && !dateWords.Has(t.Lower) && !p.adverb(r.First) && !t.In("and", "but", "or", "for", "to", "by", "with", "from", "according") {
			return r
		}
		if t.Lower == "this" && p.nounForActor(r.First+1) {
			return r
		}
		next := r.First + 1
		if preposition.Has(t.Lower) || t.In("last", "this", "next", "earlier", "late", "early") {
			next = p.afterAdverbial(r)
		}
		if p.is(next, "'s") || p.is(r.First+1, "'s") {
			return r // "this year's poll"
		}
		if next >= r.Last {
			return text.Range{First: r.First + 1, Last: r.Last}
		}
		r.First = next
	}
	return r
}

// afterAdverbial returns where the noun phrase begins behind "In a statement",
// "At a meeting in Paris on Friday".
func (p *page) afterAdverbial(r text.Range) int {
	for i := r.First + 2; i < r.Last; i++ {
		t, prev := &p.Tokens[i], &p.Tokens[i-1]
		if preposition.Has(prev.Lower) || determiners.Has(prev.Lower) || preposition.Has(t.Lower) {
			continue
		}
		begins := determiners.Has(t.Lower) || pronouns.Has(t.Lower) || p.nameAt[i] >= 0 && p.names[p.nameAt[i]].First == i
		if begins && (prev.Is(text.Word) || prev.Is(text.Number)) && prev.Lower != "'s" {
			return i
		}
	}
	if r.Len() > 2 && dateWords.Has(p.Tokens[r.First+1].Lower) {
		return r.First + 2
	}
	return r.Last
}
