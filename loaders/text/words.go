package text

import (
	"strings"
	"sync"

	"counterclaim/seeds"
)

// A List is a list of words and phrases, in lower case.
type List struct {
	words   map[string]string   // one token -> what stands after the tab
	phrases map[string][]phrase // first token -> longer entries, longest first
}

type phrase struct {
	tokens []string
	value  string
}

// NewList makes a list of the entries of a word list: each is a word or a phrase
// and, after a tab, what it stands for.
func NewList(entries []string) *List {
	l := &List{map[string]string{}, map[string][]phrase{}}
	for _, e := range entries {
		words, value, _ := strings.Cut(e, "\t")
		var tokens []string
		for _, t := range tokenizePlain(words) {
			tokens = append(tokens, t.Lower)
		}
		switch len(tokens) {
		case 0:
		case 1:
			l.words[tokens[0]] = value
		default:
			l.addPhrase(phrase{tokens, value})
		}
	}
	return l
}

func (l *List) addPhrase(p phrase) {
	others := l.phrases[p.tokens[0]]
	at := 0
	for at < len(others) && len(others[at].tokens) >= len(p.tokens) {
		at++
	}
	others = append(others, phrase{})
	copy(others[at+1:], others[at:])
	others[at] = p
	l.phrases[p.tokens[0]] = others
}

// tokenizePlain cuts a list's entry, without looking at abbreviations (which are
// a list themselves).
func tokenizePlain(s string) []Token {
	low := lowerer{}
	var out []Token
	for _, field := range strings.Fields(s) {
		out = append(out, tokenize(nil, low, field, 0, len(field))...)
	}
	return out
}

// Has reports whether the word is in the list.
func (l *List) Has(word string) bool {
	_, ok := l.words[word]
	return ok
}

// Value returns what stands behind the word after a tab.
func (l *List) Value(word string) string { return l.words[word] }

// At returns how many tokens the longest entry takes that begins at token i and
// ends before last, with its value; 0 where there is none. An entry's "*" stands
// for any one word.
func (l *List) At(t *Text, i, last int) (n int, value string) {
	low := t.Tokens[i].Lower
	for _, p := range l.phrases[low] {
		if i+len(p.tokens) <= last && p.matches(t, i) {
			return len(p.tokens), p.value
		}
	}
	if v, ok := l.words[low]; ok {
		return 1, v
	}
	return 0, ""
}

func (p *phrase) matches(t *Text, i int) bool {
	for k, w := range p.tokens {
		tok := &t.Tokens[i+k]
		if w != tok.Lower && !(w == "*" && tok.Is(Word)) {
			return false
		}
	}
	return true
}

// Find returns the first entry in the range: where it begins, how long it is and
// its value.
func (l *List) Find(t *Text, r Range) (at, n int, value string) {
	for i := r.First; i < r.Last; i++ {
		if n, v := l.At(t, i, r.Last); n > 0 {
			return i, n, v
		}
	}
	return -1, 0, ""
}

// abbreviations are words that keep their period. They are read apart from the
// lists, which are themselves cut into tokens.
var abbreviations = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, e := range entries("abbreviations") {
		out[e] = true
	}
	return out
})

// Words reads seeds/words/<name>.txt. It panics where that is absent, which the
// tests of any package that names one would show.
func Words(name string) *List { return NewList(entries(name)) }

func entries(name string) []string {
	out, err := seeds.Words(name)
	if err != nil {
		panic(err)
	}
	return out
}
