package article

import "counterclaim/loaders/text"

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
	return p.canBeSubject(r.Last-1) && !(dateWords[head.Lower] && p.nameAt[r.Last-1] < 0) && !stopNoun(head.Lower)
}

func stopNoun(low string) bool {
	return low == "time" || low == "case" || low == "way" || low == "move" || low == "there" || subordinators().Has(low) && low != "once"
}

// nounPhraseAfter returns the noun phrase that begins at token i.
func (p *page) nounPhraseAfter(i int, s text.Range) text.Range {
	if t := &p.Tokens[i]; !(t.Is(text.Capital) || determiners[t.Lower] || t.In("he", "she", "they", "it") || roles().Has(t.Lower) || collectives().Has(t.Lower) || t.Is(text.Word) && !preposition[t.Lower] && !auxiliaries[t.Lower] && !adverbs[t.Lower]) {
		return text.Range{}
	}
	last := i
	for last < s.Last && !p.quoted(last) {
		t := &p.Tokens[last]
		if last > i && p.finite(last) && p.nameAt[last] < 0 || t.In(",", ".", ";", ":", "(", "?", "!", "who", "which", "that", "when", "while", "as", "to", "before", "after", "during") {
			break
		}
		if last > i && (pronouns[t.Lower] || contracted(t.Lower)) {
			break
		}
		if t.In("at", "in", "on", "by", "via") && last > i && p.nameAt[last] < 0 {
			break
		}
		if dateWords[t.Lower] && p.nameAt[last] < 0 && t.Is(text.Capital) || last > i && p.adverb(last) && p.nameAt[last] < 0 {
			break
		}
		last++
	}
	return text.Range{First: i, Last: last}
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
	if end > s.First+1 && reflexives[p.Tokens[end-1].Lower] {
		end--
	}
	first, and := end, -1
	for first > s.First && !p.quoted(first-1) {
		t := &p.Tokens[first-1]
		if t.Is(text.Number) || t.In("'s", "'", "-", "&", ".") || p.nameAt[first-1] >= 0 {
			first--
			continue
		}
		if t.Lower == ")" && first > s.First+3 && p.is(first-3, "(") { // "the Harbour Programme (HP)"
			first -= 3
			continue
		}
		if !t.Is(text.Word) || p.finite(first-1) || t.In("that", "which", "who", "if", "whether", "to") || subordinators().Has(t.Lower) || t.Lower == "as" {
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

// withoutAdverbial takes "On Tuesday", "Last month", "In a statement" off the
// front of a noun phrase.
func (p *page) withoutAdverbial(r text.Range) text.Range {
	for r.Len() > 1 {
		t := &p.Tokens[r.First]
		if p.nameAt[r.First] >= 0 || !fronted[t.Lower] && !dateWords[t.Lower] && !p.adverb(r.First) && !t.In("and", "but", "or", "for", "to", "by", "with", "from", "according") {
			return r
		}
		next := r.First + 1
		if preposition[t.Lower] || t.In("last", "this", "next", "earlier", "late", "early") {
			next = p.afterAdverbial(r)
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
		if preposition[prev.Lower] || determiners[prev.Lower] || preposition[t.Lower] {
			continue
		}
		begins := determiners[t.Lower] || pronouns[t.Lower] || p.nameAt[i] >= 0 && p.names[p.nameAt[i]].First == i
		if begins && (prev.Is(text.Word) || prev.Is(text.Number)) && prev.Lower != "'s" {
			return i
		}
	}
	if r.Len() > 2 && dateWords[p.Tokens[r.First+1].Lower] {
		return r.First + 2
	}
	return r.Last
}
