package text

import (
	"slices"
	"strings"
)

// A Range is a half-open range of tokens [First, Last).
type Range struct{ First, Last int }

// Len returns the number of tokens.
func (r Range) Len() int { return r.Last - r.First }

// Holds reports whether token i is in the range.
func (r Range) Holds(i int) bool { return r.First <= i && i < r.Last }

// A Text is a source cut up. Offsets of tokens count in Source.
type Text struct {
	Source     string
	Tokens     []Token
	Paragraphs []Range
	Sentences  []Range // never end inside a quotation, except where that ends with the sentence
	Quotations []Quotation
}

// Read cuts the given paragraphs of source, byte ranges in order, into tokens,
// quotations and sentences. What lies between paragraphs is not looked at.
func Read(source string, paragraphs []Range) *Text {
	t := &Text{}
	t.Read(source, paragraphs)
	return t
}

// Read is the function Read, in the memory of a text that is needed no more.
func (t *Text) Read(source string, paragraphs []Range) {
	*t = Text{source, slices.Grow(t.Tokens[:0], len(source)/5), t.Paragraphs[:0], t.Sentences[:0], t.Quotations[:0]}
	low, cut := Lower(source), newCutter()
	for _, p := range paragraphs {
		first := len(t.Tokens)
		t.Tokens = tokenize(t.Tokens, cut, low, source, p.First, p.Last)
		if len(t.Tokens) > first {
			t.Tokens[first].Shape |= Leads
			t.Paragraphs = append(t.Paragraphs, Range{first, len(t.Tokens)})
		}
	}
	t.quotations()
	for _, p := range t.Paragraphs {
		t.sentences(p)
	}
}

// Lines returns the byte ranges of the lines of source that are not blank.
func Lines(source string) []Range {
	out := make([]Range, 0, 1+strings.Count(source, "\n"))
	start := 0
	for start < len(source) {
		end := strings.IndexByte(source[start:], '\n')
		if end < 0 {
			end = len(source)
		} else {
			end += start
		}
		if strings.TrimSpace(source[start:end]) != "" {
			out = append(out, Range{start, end})
		}
		start = end + 1
	}
	return out
}

// Span returns the bytes that the range covers.
func (t *Text) Span(r Range) (start, end int) {
	return t.Tokens[r.First].Start, t.Tokens[r.Last-1].End
}

// Words returns the source of the range.
func (t *Text) Words(r Range) string {
	if r.Len() <= 0 {
		return ""
	}
	start, end := t.Span(r)
	return t.Source[start:end]
}

// Word returns the source of one token.
func (t *Text) Word(i int) string { return t.Source[t.Tokens[i].Start:t.Tokens[i].End] }

// sentences cuts a paragraph. A mark inside an open quotation ends no sentence;
// one that stands right before the closing mark does, unless the attribution
// follows in lower case or by name ("?" Reyes asked).
func (t *Text) sentences(p Range) {
	first := p.First
	for i := p.First; i < p.Last; i++ {
		tok := &t.Tokens[i]
		if (tok.Is(Word) || !endsSentence(tok.Lower)) && !t.abbreviationEnds(i, p.Last) {
			continue
		}
		last := i + 1
		for last < p.Last && (t.Tokens[last].Is(Close) || t.Tokens[last].In(")", "]")) {
			last++
		}
		if tok.Quote >= 0 && t.Quotations[tok.Quote].Last > last {
			continue
		}
		if last < p.Last && !t.startsSentence(last, p.Last, tok.Lower) {
			continue
		}
		t.Sentences = append(t.Sentences, Range{first, last})
		first = last
	}
	if first < p.Last {
		t.Sentences = append(t.Sentences, Range{first, p.Last})
	}
}

func endsSentence(token string) bool {
	switch token {
	case ".", "!", "?", "...", "…", "?!", "!?":
		return true
	}
	return false
}

// abbreviationEnds reports whether the abbreviation at i is also the end of a
// sentence: the next word is one that begins sentences.
func (t *Text) abbreviationEnds(i, last int) bool {
	tok := &t.Tokens[i]
	if !tok.Is(Word) || len(tok.Lower) < 4 || !strings.HasSuffix(tok.Lower, ".") || i+1 >= last || !t.Tokens[i+1].Is(Capital) {
		return false
	}
	return t.Tokens[i+1].In("the", "a", "an", "he", "she", "it", "they", "in", "on", "but", "this", "that", "we", "his", "her", "their", "at", "for", "as", "if", "when", "while", "after", "however")
}

// startsSentence reports whether token i, after a sentence mark in a paragraph that
// ends before last, can begin one.
func (t *Text) startsSentence(i, last int, mark string) bool {
	next := &t.Tokens[i]
	if i+1 == last { // a mark that closes the article
		return next.Is(Spaced)
	}
	if !next.Is(Spaced) && !next.Is(Open) && mark != "." {
		return false
	}
	if !(next.Is(Capital) || next.Is(Open) || next.Is(Number) || next.In("(", "[", "-", "–", "—", "•", "‘")) {
		return false
	}
	if t.Tokens[i-1].Is(Close) && next.Is(Capital) {
		return mark == "." || !t.attributionFollows(i)
	}
	return true
}

// saidAfter are verbs that follow a question or an outcry.
var saidAfter = NewSet(strings.Fields("said says asked asks wrote writes added adds replied replies told exclaimed tweeted shouted yelled declared responded responds continued quipped joked went recalled cried explained demanded thundered answered remarked insisted warned reads read")...)

// attributionFollows reports whether a name and a verb of saying stand at i, as
// after a quotation that ends in a question mark: "Sen. Ida Holm (Coast) asked".
func (t *Text) attributionFollows(i int) bool {
	for j := i; j < len(t.Tokens) && j < i+10; j++ {
		tok := &t.Tokens[j]
		if saidAfter.Has(tok.Lower) {
			return j > i || j+1 < len(t.Tokens) && t.Tokens[j+1].Is(Word)
		}
		if tok.Lower == "(" {
			for j < len(t.Tokens)-1 && j < i+9 && t.Tokens[j].Lower != ")" {
				j++
			}
			continue
		}
		if !tok.Is(Capital) && !tok.In("he", "she", "they", "it", "-", "of") {
			return false
		}
	}
	return false
}

// Inner cuts a range at the sentence marks inside it, quotations or not: what a
// long quotation says, sentence by sentence.
func (t *Text) Inner(r Range) []Range {
	var out []Range
	first := r.First
	for i := r.First; i < r.Last; i++ {
		if endsSentence(t.Tokens[i].Lower) && (i+1 == r.Last || t.Tokens[i+1].Is(Capital) || t.Tokens[i+1].Is(Close) || t.Tokens[i+1].Is(Open)) {
			out = append(out, Range{first, i + 1})
			first = i + 1
		}
	}
	if first < r.Last {
		out = append(out, Range{first, r.Last})
	}
	return out
}
