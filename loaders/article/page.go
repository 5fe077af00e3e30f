package article

import (
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// A page is one article cut up, with what is known about it so far. Every step
// reads it; only the step that a field belongs to writes it.
type page struct {
	*text.Text
	doc        *graph.Document
	book       *actors.Book
	gazetteer  gazetteer
	entities   []entity  // actors named in the article, in the order of their first full name
	names      []name    // where they are named, in order
	nameAt     []int     // token -> index in names, -1 where none
	triggers   []trigger // by token
	found      []found
	predicated []predication // those of the sentence in view
	place      string        // the country that the dateline names, "" for none
}

// begin cuts up another article, in the memory of the one before.
func (p *page) begin(a *Loader, doc *graph.Document, prose []text.Range) {
	p.Read(doc.Text, prose)
	*p = page{
		Text: p.Text, doc: doc, book: a.book, gazetteer: a.gazetteer,
		entities: p.entities[:0], names: p.names[:0], nameAt: p.nameAt[:0], triggers: p.triggers[:0],
		found: p.found[:0], predicated: p.predicated[:0],
	}
	p.findTriggers()
}

// adverb reports whether token i is an adverb that can stand between a subject
// and its verb.
func (p *page) adverb(i int) bool {
	low := p.Tokens[i].Lower
	return adverbs.Has(low) || strings.HasSuffix(low, "ly") && len(low) > 4 && !p.Tokens[i].Is(text.Capital)
}

// quoted reports whether token i lies inside a quotation, marks included.
func (p *page) quoted(i int) bool { return p.Tokens[i].Quote >= 0 }

// finite reports whether token i is, as far as can be told without a parser, a
// verb that makes a clause.
func (p *page) finite(i int) bool {
	t := &p.Tokens[i]
	if t.Is(text.Capital) && i > 0 && !p.starts(i) {
		return false
	}
	low := t.Lower
	if contracted(low) || auxiliaries.Has(low) || strings.HasSuffix(low, "n't") {
		return low != "being" && low != "having" && low != "been" && low != "be" && low != "'s"
	}
	if i > 0 && (determiners.Has(p.Tokens[i-1].Lower) || modals.Has(p.Tokens[i-1].Lower) && p.Tokens[i-1].Lower != "to") {
		return false
	}
	if i > 1 && p.adverb(i-1) && determiners.Has(p.Tokens[i-2].Lower) {
		return false // "a newly found letter"
	}
	for _, c := range p.formsAt(i, cues, cueWord) {
		if len(c.rest) > 0 && c.form&past == 0 && p.follows(i+1, len(p.Tokens), c.rest) < 0 {
			continue // "talks" is a verb in "talks about"
		}
		if c.form&past != 0 {
			return true
		}
		if c.form&third != 0 && i > 0 && !p.nounBefore(i) && (low != "states" || p.opensSpeech(i+1, text.Range{First: i, Last: len(p.Tokens)})) {
			return true
		}
	}
	return strings.HasSuffix(low, "ed") && len(low) > 4 && i > 0 && p.canBeSubject(i-1) || commonVerbs.Has(low) || irregularPast().Has(low)
}

// contracted reports whether a word is a pronoun with its verb: "they're".
func contracted(low string) bool {
	pronoun, verb, ok := strings.Cut(low, "'")
	return ok && pronouns.Has(pronoun) && (verb == "re" || verb == "ve" || verb == "ll" || verb == "d" || verb == "m")
}

// commonVerbs are frequent finite forms that no cue has.
var commonVerbs = set("went came took gave got made became began left met ran kept led won lost held stood sent spent fell rose grew broke brought bought built seems seemed appears appeared remains needs wants makes takes goes comes gives works helps shows means cracks calls faces plays uses has")

// irregularPast are the past forms that rules do not give, without those that are
// something else as well.
var irregularPast = sync.OnceValue(func() *text.Set {
	var out []string
	for base, forms := range irregular() {
		if len(forms) == 4 && forms[1] != base && forms[1] != "found" && forms[1] != "felt" && forms[1] != "saw" {
			out = append(out, forms[1])
		}
	}
	return text.NewSet(out...)
})

// irregularParticiple are the participles that rules do not give.
var irregularParticiple = sync.OnceValue(func() *text.Set {
	var out []string
	for _, forms := range irregular() {
		if len(forms) == 4 {
			out = append(out, forms[2])
		}
	}
	return text.NewSet(out...)
})

// nounBefore reports whether the token before i makes the ambiguous token i a
// noun: "the claims", "its reports", "China's demands", "five calls".
func (p *page) nounBefore(i int) bool {
	prev := &p.Tokens[i-1]
	return determiners.Has(prev.Lower) || prev.In("'s", "'", "of", "for", "such", "other", "more") || prev.Is(text.Number) || preposition.Has(prev.Lower)
}

// canBeSubject reports whether token i can end a subject.
func (p *page) canBeSubject(i int) bool {
	t := &p.Tokens[i]
	return t.Is(text.Word) && !determiners.Has(t.Lower) && !quantifiers.Has(t.Lower) && !preposition.Has(t.Lower) && !auxiliaries.Has(t.Lower) || t.Lower == ")" || p.nameAt[i] >= 0
}

// starts reports whether token i is the first of its sentence or quotation.
func (p *page) starts(i int) bool {
	if i == 0 || p.Tokens[i-1].Is(text.Open) {
		return true
	}
	switch p.Tokens[i-1].Lower {
	case ".", "!", "?", ":", "…", "...":
		return true
	}
	return p.paragraphStarts(i)
}

func (p *page) paragraphStarts(i int) bool {
	return i < len(p.Tokens) && p.Tokens[i].Is(text.Leads)
}

// hasVerb reports whether the range holds a finite verb.
func (p *page) hasVerb(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if p.finite(i) {
			return true
		}
	}
	return false
}

// hasVerbOutside is hasVerb for what stands outside quotation marks.
func (p *page) hasVerbOutside(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if !p.quoted(i) && p.finite(i) {
			return true
		}
	}
	return false
}

func (p *page) is(i int, word string) bool {
	return i >= 0 && i < len(p.Tokens) && p.Tokens[i].Lower == word
}

// span returns the bytes of the range.
func (p *page) span(r text.Range) graph.Span {
	if r.Len() <= 0 {
		return graph.Span{}
	}
	start, end := p.Span(r)
	return graph.Span{Start: start, End: end}
}
