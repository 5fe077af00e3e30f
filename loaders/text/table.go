package text

// A Table says what is known of words: of most words nothing, and their hint nearly
// always tells so without a look at the entries.
type Table[V any] struct {
	entries map[string]V
	hints   []uint64 // bits, as many as a power of two
}

// hintsPerEntry leaves most hints unset.
const hintsPerEntry = 16

// NewTable makes a table of the entries, which may not change afterwards.
func NewTable[V any](entries map[string]V) *Table[V] {
	n := 1
	for 64*n < hintsPerEntry*len(entries) {
		n *= 2
	}
	t := &Table[V]{entries, make([]uint64, n)}
	for word := range entries {
		h := hint(word)
		t.hints[h/64%uint(n)] |= 1 << (h % 64)
	}
	return t
}

// Of returns what is known of the word, the zero value where nothing is.
func (t *Table[V]) Of(word string) (v V) {
	if h := hint(word); t.hints[h/64&uint(len(t.hints)-1)]&(1<<(h%64)) != 0 {
		v = t.entries[word]
	}
	return v
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
