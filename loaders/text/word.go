package text

import (
	"unicode/utf8"

	"github.com/clipperhouse/uax29/v2/words"
)

// A cutter cuts a source at the word boundaries of Unicode.
type cutter struct {
	rest string
	full *words.Iterator[string]
}

func newCutter() *cutter { return &cutter{full: words.FromString("")} }

// next cuts off the word, the mark or the run of white space that the rest begins
// with, and tells whether it is plain. Where its characters are plain ASCII they tell how long it is; what they
// leave open is asked of the full rules.
func (c *cutter) next() (word string, plain bool) {
	n := plainLength(c.rest)
	plain = n > 0
	if !plain {
		c.full.SetText(c.rest)
		c.full.Next()
		n = c.full.End()
	}
	word, c.rest = c.rest[:n], c.rest[n:]
	return word, plain
}

// plainLength is the length of the first word of s, 0 where that is not plain.
func plainLength(s string) int {
	n := 1
	switch c := s[0]; {
	case alphanumeric(c):
		for n < len(s) && alphanumeric(s[n]) {
			n++
		}
		if n+1 < len(s) && joins(s[n]) && (alphanumeric(s[n+1]) || s[n+1] >= utf8.RuneSelf) {
			return 0 // "don't", "11,000"
		}
	case c == ' ':
		for n < len(s) && s[n] == ' ' {
			n++
		}
	case c < ' ', c >= utf8.RuneSelf:
		return 0
	}
	if s[0] == '_' || n < len(s) && (s[n] == '_' || s[n] >= utf8.RuneSelf) {
		return 0 // an accent may follow, which is part of it
	}
	return n
}

func alphanumeric(c byte) bool { return alphanumerics[c] }

var alphanumerics = func() (is [256]bool) {
	for c := range is {
		is[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return is
}()

// joins reports whether the mark between two letters, or two digits, makes one
// word of them.
func joins(c byte) bool { return c == '\'' || c == '.' || c == ',' || c == ':' || c == ';' }
