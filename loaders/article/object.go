package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// objectAfter returns the object that begins at token i, behind adverbs, words of
// time and "that": "denied again on Monday that".
func (p *page) objectAfter(i, end int) text.Range {
	for k := i; k < end && k < i+5; k++ {
		t := &p.Tokens[k]
		if t.Lower == "that" && !(k+1 < end && allegations().Has(p.Tokens[k+1].Lower)) { // not "rejected that claim"
			i = k + 1
			break
		}
		if t.Lower == "to" { // "promised on Monday to"
			i = k
			break
		}
		if !p.adverb(k) && !dateWords.Has(t.Lower) && !t.In("on", "late", "early", "last") {
			break
		}
	}
	if i >= end || p.Tokens[i].In(".", "?", "!", ";", ",") || reflexives.Has(p.Tokens[i].Lower) {
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
	return commonVerbs.Has(low) && !strings.HasSuffix(low, "s") || strings.HasSuffix(low, "ed") && len(low) > 4 && i+1 < len(p.Tokens) && (determiners.Has(p.Tokens[i+1].Lower) || preposition.Has(p.Tokens[i+1].Lower))
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
		if p.Tokens[i].In("in", "at", "during") && determiners.Has(p.Tokens[i+1].Lower) && p.occasionIn(text.Range{First: i + 2, Last: min(i+5, r.Last)}) {
			return text.Range{First: r.First, Last: i}
		}
	}
	return r
}

// occasionAt reports whether "in a statement", with no "that" behind it that leads
// into what is said, stands at token i.
func (p *page) occasionAt(i, end int) bool {
	if i+2 >= end || !p.Tokens[i].In("in", "at", "during", "on", "through", "via") || !determiners.Has(p.Tokens[i+1].Lower) || !p.occasionIn(text.Range{First: i + 2, Last: min(i+5, end)}) {
		return false
	}
	for k := i + 2; k+1 < end; k++ {
		if p.Tokens[k].Is(text.Open) || p.is(k, "that") && !p.finite(k+1) || p.is(k, ":") {
			return false
		}
	}
	return true
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
