package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Shape is what a token looks like, as a set of bits.
type Shape uint8

const (
	Word    Shape = 1 << iota // has a letter
	Number                    // starts with a digit
	Capital                   // starts with an upper-case letter
	Open                      // a quotation mark that opens
	Close                     // a quotation mark that closes
	Leads                     // begins a paragraph
	Spaced                    // white space, or the paragraph's start, stands before it
)

// A Token is a word, a number, one punctuation mark or the possessive 's.
type Token struct {
	Start, End int    // bytes of the source
	Lower      string // the token in lower case, with straight apostrophes
	Quote      int    // index of the quotation that it lies in, marks included; -1 outside
	Shape      Shape
}

// Is reports whether the token has all bits of the shape.
func (t *Token) Is(s Shape) bool { return t.Shape&s == s }

// In reports whether the token is one of the words, given in lower case.
func (t *Token) In(words ...string) bool {
	for _, w := range words {
		if t.Lower == w {
			return true
		}
	}
	return false
}

// Lower returns the source with its ASCII letters in lower case, at the same
// offsets, so that a token's lower case is cut out of it and not made.
func Lower(source string) string {
	var out strings.Builder
	out.Grow(len(source))
	done := 0
	for i := range len(source) {
		if c := source[i]; 'A' <= c && c <= 'Z' {
			out.WriteString(source[done:i])
			out.WriteByte(c + 'a' - 'A')
			done = i + 1
		}
	}
	out.WriteString(source[done:])
	return out.String()
}

// lowest returns a word of a lowered source in lower case, ASCII or not, with
// straight apostrophes.
func lowest(s string) string {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return strings.ReplaceAll(strings.ToLower(s), "’", "'")
		}
	}
	return s
}

// tokenize appends the tokens of source[start:end] to tokens.
func tokenize(tokens []Token, cut *cutter, low, source string, start, end int) []Token {
	spaced := true
	cut.rest = source[start:end]
	for len(cut.rest) > 0 {
		w, plain := cut.next()
		from := end - len(cut.rest) - len(w)
		first, _ := utf8.DecodeRuneInString(w)
		if unicode.IsSpace(first) {
			spaced = true
			continue
		}
		if w == "." && !spaced && joinsPeriod(tokens, source[from+1:end]) {
			last := &tokens[len(tokens)-1]
			last.End, last.Lower = from+1, lowest(low[last.Start:from+1])
			continue
		}
		if w == "'" && !spaced && joinsMark(tokens, from) {
			last := &tokens[len(tokens)-1]
			last.End, last.Lower = from+1, "''"
			continue
		}
		stem, suffix := splitPossessive(w)
		t := Token{Start: from, End: from + len(stem), Lower: low[from : from+len(stem)], Shape: shapeOf(first), Quote: -1}
		if !plain {
			t.Lower = lowest(t.Lower)
		}
		if spaced {
			t.Shape |= Spaced
		}
		tokens = append(tokens, t)
		if suffix != "" {
			tokens = append(tokens, Token{Start: t.End, End: t.End + len(suffix), Lower: "'s", Quote: -1})
		}
		spaced = false
	}
	return tokens
}

// joinsMark reports whether an apostrophe at offset from follows another one: the
// two are a quotation mark.
func joinsMark(tokens []Token, from int) bool {
	return len(tokens) > 0 && tokens[len(tokens)-1].Lower == "'" && tokens[len(tokens)-1].End == from
}

func shapeOf(first rune) Shape {
	switch {
	case unicode.IsUpper(first):
		return Word | Capital
	case unicode.IsLetter(first):
		return Word
	case unicode.IsDigit(first):
		return Number
	}
	return 0
}

// splitPossessive cuts 's off a word, so that "China's" is found as "China". A
// bare 's and words like "it's" keep their place as two tokens too.
func splitPossessive(w string) (stem, suffix string) {
	if last := w[len(w)-1]; last != 's' && last != 'S' {
		return w, ""
	}
	for _, mark := range []string{"'", "’"} {
		if stem, ok := strings.CutSuffix(w[:len(w)-1], mark); ok && stem != "" {
			return stem, w[len(stem):]
		}
	}
	return w, ""
}

// joinsPeriod reports whether a period belongs to the token before it, as in
// "Mr.", "U.S." or "J.": then it ends no sentence by itself.
func joinsPeriod(tokens []Token, rest string) bool {
	if len(tokens) == 0 {
		return false
	}
	last := &tokens[len(tokens)-1]
	if !last.Is(Word) {
		return false
	}
	if strings.Contains(last.Lower, ".") || len(last.Lower) == 1 && last.Is(Capital) {
		return true
	}
	return abbreviations().Has(last.Lower) && rest != "" && strings.IndexByte(" ),;:", rest[0]) >= 0
}
