package jsonl

import (
	"slices"
	"unicode/utf8"
)

// A ruler turns places in a text from bytes, in which the graph counts, into code
// points, in which most languages do, and back.
type ruler struct {
	text  string
	marks []int // where in bytes each code point begins whose number divides by markEvery; none where all are one byte
	size  int   // in code points
}

const markEvery = 64

func newRuler(text string) *ruler {
	r := &ruler{text: text, size: utf8.RuneCountInString(text)}
	if r.size == len(text) {
		return r
	}
	r.marks = make([]int, 0, r.size/markEvery+1)
	n := 0
	for at := range text {
		if n%markEvery == 0 {
			r.marks = append(r.marks, at)
		}
		n++
	}
	return r
}

// point returns how many code points lie before a byte. ok is false where that is
// outside the text or inside a character.
func (r *ruler) point(at int) (n int, ok bool) {
	if at < 0 || at > len(r.text) || at < len(r.text) && !utf8.RuneStart(r.text[at]) {
		return 0, false
	}
	if r.marks == nil {
		return at, true
	}
	after, _ := slices.BinarySearch(r.marks, at+1)
	mark := after - 1
	return mark*markEvery + utf8.RuneCountInString(r.text[r.marks[mark]:at]), true
}

// byte returns how many bytes lie before a code point. ok is false where that is
// outside the text.
func (r *ruler) byte(point int) (at int, ok bool) {
	if point < 0 || point > r.size {
		return 0, false
	}
	if r.marks == nil {
		return point, true
	}
	if point == r.size {
		return len(r.text), true
	}
	at = r.marks[point/markEvery]
	for range point % markEvery {
		_, size := utf8.DecodeRuneInString(r.text[at:])
		at += size
	}
	return at, true
}
