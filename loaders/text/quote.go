package text

import (
	"unicode"
	"unicode/utf8"
)

// A Quotation is a run of tokens between quotation marks.
type Quotation struct {
	Range          // its tokens, the marks included
	Closed    bool // false where the paragraph ends first
	Continues bool // goes on from the unclosed quotation of the paragraph before
}

// A mark is what a quotation mark token can be.
type mark int

const (
	noMark mark = iota
	opening
	closing
	either // a straight mark
)

func markOf(token string) mark {
	switch token {
	case "“", "„", "«", "``":
		return opening
	case "”", "»":
		return closing
	case `"`, "＂", "''":
		return either
	}
	return noMark
}

// quotations finds the quotations of the paragraphs and tells each token which
// one it is in. Curly marks have a direction; a straight mark takes it from the
// white space around it and, where that does not tell, alternates within the
// paragraph. A quotation that is open at the end of a paragraph ends there, and
// one that opens the next paragraph continues it.
func (t *Text) quotations() {
	left := false // the paragraph before ended inside a quotation
	for _, p := range t.Paragraphs {
		open := -1
		for i := p.First; i < p.Last; i++ {
			switch t.direction(i, p, open >= 0) {
			case opening:
				if open >= 0 { // the mark that should have closed is missing
					t.quote(open, i, false, left && open == p.First)
				}
				open = i
				t.Tokens[i].Shape |= Open
			case closing:
				if open >= 0 {
					t.Tokens[i].Shape |= Close
					t.quote(open, i+1, true, left && open == p.First)
					open = -1
				}
			}
		}
		if open >= 0 {
			t.quote(open, p.Last, false, left && open == p.First)
		}
		left = open >= 0
	}
}

func (t *Text) quote(first, last int, closed, continues bool) {
	for i := first; i < last; i++ {
		t.Tokens[i].Quote = len(t.Quotations)
	}
	t.Quotations = append(t.Quotations, Quotation{Range{first, last}, closed, continues})
}

// direction tells what the token opens or closes, if it is a quotation mark.
func (t *Text) direction(i int, p Range, open bool) mark {
	tok := &t.Tokens[i]
	if tok.Is(Word) {
		return noMark
	}
	m := markOf(tok.Lower)
	before := tok.Is(Spaced)
	after := i+1 >= p.Last || t.Tokens[i+1].Is(Spaced)
	switch {
	case m == opening && open && !before && after: // a typist's slip: “It is,“ she said
		return closing
	case m == closing && !open && before && !after:
		return opening
	case m != either:
		return m
	}
	if !before && i > p.First { // "(" and dashes stand before an opening mark without a space
		r, _ := utf8.DecodeLastRuneInString(t.Source[:tok.Start])
		before = unicode.In(r, unicode.Ps, unicode.Pd)
	}
	switch {
	case before && !after:
		return opening
	case after && !before:
		return closing
	case open:
		return closing
	}
	return opening
}
