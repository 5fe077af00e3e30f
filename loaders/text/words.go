package text

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"counterclaim/seeds"
)

// A List is a list of words and phrases, in lower case.
type List struct {
	entries *Table[*entry] // by first token
}

// entry is what a list has that begins with one token.
type entry struct {
	word    bool     // the token alone is in the list
	value   string   // what stands after the tab
	phrases []phrase // longer ones, longest first
}

type phrase struct {
	tokens []string
	value  string
}

// NewList makes a list of the entries of a word list: each is a word or a phrase
// and, after a tab, what it stands for.
func NewList(entries []string) *List {
	byFirst := make(map[string]*entry, len(entries))
	for _, e := range entries {
		words, value, _ := strings.Cut(e, "\t")
		var tokens []string
		for _, t := range tokenizePlain(words) {
			tokens = append(tokens, t.Lower)
		}
		if len(tokens) == 0 {
			continue
		}
		e := byFirst[tokens[0]]
		if e == nil {
			e = &entry{}
			byFirst[tokens[0]] = e
		}
		if len(tokens) == 1 {
			e.word, e.value = true, value
		} else {
			e.phrases = insert(e.phrases, phrase{tokens, value})
		}
	}
	return &List{NewTable(byFirst)}
}

// insert keeps the phrases longest first.
func insert(phrases []phrase, p phrase) []phrase {
	at := 0
	for at < len(phrases) && len(phrases[at].tokens) >= len(p.tokens) {
		at++
	}
	return slices.Insert(phrases, at, p)
}

// tokenizePlain cuts a list's entry, without looking at abbreviations (which are
// a list themselves).
func tokenizePlain(s string) []Token {
	var out []Token
	cut := newCutter()
	for _, field := range strings.Fields(s) {
		out = append(out, tokenize(nil, cut, Lower(field), field, 0, len(field))...)
	}
	return out
}

// Firsts yields the words that entries begin with.
func (l *List) Firsts() iter.Seq[string] {
	return func(yield func(string) bool) {
		for word := range l.entries.All() {
			if !yield(word) {
				return
			}
		}
	}
}

// Has reports whether the word is in the list.
func (l *List) Has(word string) bool {
	e := l.entries.Of(word)
	return e != nil && e.word
}

// At returns how many tokens the longest entry takes that begins at token i and
// ends before last, with its value; 0 where there is none. An entry's "*" stands
// for any one word.
func (l *List) At(t *Text, i, last int) (n int, value string) {
	e := l.entries.Of(t.Tokens[i].Lower)
	if e == nil {
		return 0, ""
	}
	return e.at(t, i, last)
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
var abbreviations = sync.OnceValue(func() *Set { return NewSet(Listed("abbreviations")...) })

// Words reads seeds/words/<name>.txt. It panics where that is absent, which the
// tests of any package that names one would show.
func Words(name string) *List { return NewList(Listed(name)) }

// Listed returns the entries of seeds/words/<name>.txt. It panics as Words does.
func Listed(name string) []string {
	out, err := seeds.Words(name)
	if err != nil {
		panic(err)
	}
	return out
}
