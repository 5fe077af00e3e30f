package text

import "iter"

// A Table says what is known of words: of most words nothing, and their hint nearly
// always tells so without a look at the entries.
type Table[V any] struct {
	entries []tableEntry[V] // by hint, or behind where that is taken; half of them are free
	hints   []uint64        // bits
}

type tableEntry[V any] struct {
	word  string
	taken bool
	value V
}

// hintsPerEntry leaves most hints unset.
const hintsPerEntry = 8

// NewTable makes a table of the entries.
func NewTable[V any](of map[string]V) *Table[V] {
	n := 64 // a power of two, as all lengths here
	for n < 2*len(of) {
		n *= 2
	}
	t := &Table[V]{make([]tableEntry[V], n), make([]uint64, n*hintsPerEntry/64)}
	for word, v := range of {
		h := hint(word)
		t.hints[h/64&uint(len(t.hints)-1)] |= 1 << (h % 64)
		*t.at(word, h) = tableEntry[V]{word, true, v}
	}
	return t
}

// Of returns what is known of the word, the zero value where nothing is.
func (t *Table[V]) Of(word string) (v V) {
	if h := hint(word); t.hints[h/64&uint(len(t.hints)-1)]&(1<<(h%64)) != 0 {
		v = t.at(word, h).value
	}
	return v
}

// at returns the entry of the word, or the free one where it belongs.
func (t *Table[V]) at(word string, hint uint) *tableEntry[V] {
	for {
		e := &t.entries[hint&uint(len(t.entries)-1)]
		if !e.taken || e.word == word {
			return e
		}
		hint++
	}
}

// All yields the words with what is known of them, in no order.
func (t *Table[V]) All() iter.Seq2[string, V] {
	return func(yield func(string, V) bool) {
		for i := range t.entries {
			if e := &t.entries[i]; e.taken && !yield(e.word, e.value) {
				return
			}
		}
	}
}

// hint is a number that few words share: of their length, ends and middle.
func hint(word string) uint {
	n := len(word)
	if n == 0 {
		return 0
	}
	return (uint(word[0]) + uint(word[n-1])<<5 + uint(word[n/2])<<10 + uint(n)<<15) * 0x9E3779B1 >> 14 & (1<<24 - 1)
}

// A Set is words that are looked up only.
type Set struct{ words *Table[bool] }

// NewSet makes a set of the words.
func NewSet(words ...string) *Set {
	entries := make(map[string]bool, len(words))
	for _, w := range words {
		entries[w] = true
	}
	return &Set{NewTable(entries)}
}

// Has reports whether the word is in the set.
func (s *Set) Has(word string) bool { return s.words.Of(word) }
