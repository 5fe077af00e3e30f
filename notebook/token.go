package notebook

import (
	"slices"
	"unicode"
)

// A token is a part of a script between start and end, in code points. Of a script that is
// being written the last one may lack its end.
type token struct {
	kind       tokenKind
	start, end int
	open       bool // the script ends inside it
}

type tokenKind int

const (
	aWord     tokenKind = iota // name, keyword or number
	aText                      // "..." or '...'
	aTemplate                  // `...`, or such a part of one as ends in ${ or begins with }
	aRegex
	aComment
	aMark // one character of anything else, or ...
)

// tokens cuts a script. It takes any text: what is no script gives marks.
func tokens(src []rune) []token {
	t := tokenizer{src: src}
	for t.at < len(src) {
		t.next()
	}
	return t.found
}

type tokenizer struct {
	src       []rune
	at        int
	found     []token
	braces    int   // how many { are open
	templates []int // for each ${ that is open, how many { were open before
}

func (t *tokenizer) next() {
	switch c := t.src[t.at]; {
	case unicode.IsSpace(c):
		t.at++
	case t.has("//"):
		t.until(aComment, 2, "\n")
	case t.has("/*"):
		t.until(aComment, 2, "*/")
	case c == '"' || c == '\'':
		t.quoted(aText, c)
	case c == '/' && t.regexHere():
		t.quoted(aRegex, c)
	case c == '`':
		t.template()
	case c == '}' && len(t.templates) > 0 && t.templates[len(t.templates)-1] == t.braces:
		t.templates = t.templates[:len(t.templates)-1]
		t.template()
	case isWord(c):
		end := t.at
		for end < len(t.src) && isWord(t.src[end]) {
			end++
		}
		t.add(aWord, end, false)
	case t.has("..."):
		t.add(aMark, t.at+3, false)
	default:
		switch c {
		case '{':
			t.braces++
		case '}':
			t.braces = max(0, t.braces-1)
		}
		t.add(aMark, t.at+1, false)
	}
}

func (t *tokenizer) has(words string) bool { return has(t.src[t.at:], words) }

func has(src []rune, words string) bool {
	w := []rune(words)
	return len(src) >= len(w) && slices.Equal(src[:len(w)], w)
}

func (t *tokenizer) add(kind tokenKind, end int, open bool) {
	t.found = append(t.found, token{kind, t.at, end, open})
	t.at = end
}

// until adds what ends with the words.
func (t *tokenizer) until(kind tokenKind, from int, words string) {
	for end := t.at + from; end < len(t.src); end++ {
		if has(t.src[end:], words) {
			t.add(kind, end+len(words), false)
			return
		}
	}
	t.add(kind, len(t.src), true)
}

// quoted adds what ends with the same character, on the same line.
func (t *tokenizer) quoted(kind tokenKind, quote rune) {
	class := false // inside [...] of a regular expression a / is no end
	for end := t.at + 1; end < len(t.src); end++ {
		switch c := t.src[end]; {
		case c == '\\':
			end++
		case c == '\n':
			t.add(kind, end, false)
			return
		case kind == aRegex && (c == '[' || c == ']'):
			class = c == '['
		case c == quote && !class:
			t.add(kind, end+1, false)
			return
		}
	}
	t.add(kind, len(t.src), true)
}

func (t *tokenizer) template() {
	for end := t.at + 1; end < len(t.src); end++ {
		switch {
		case t.src[end] == '\\':
			end++
		case t.src[end] == '`':
			t.add(aTemplate, end+1, false)
			return
		case has(t.src[end:], "${"):
			t.templates = append(t.templates, t.braces)
			t.add(aTemplate, end+2, false)
			return
		}
	}
	t.add(aTemplate, len(t.src), true)
}

// regexHere reports whether a slash begins a regular expression, and does not divide.
func (t *tokenizer) regexHere() bool {
	for _, last := range slices.Backward(t.found) {
		switch last.kind {
		case aComment:
			continue
		case aWord:
			return slices.Contains([]string{"return", "typeof", "case", "in", "of", "void", "delete"}, string(t.src[last.start:last.end]))
		case aMark:
			return !slices.Contains([]rune{')', ']', '}'}, t.src[last.start])
		case aTemplate:
			return t.src[last.end-1] == '{'
		}
		return false
	}
	return true
}

func isWord(c rune) bool { return c == '_' || c == '$' || unicode.IsLetter(c) || unicode.IsDigit(c) }
