package text

import "slices"

// A Lexicon looks words up in several lists at once.
type Lexicon struct {
	entries *Table[[]named] // by first token
}

type named struct {
	list string
	*entry
}

// A Hit is an entry of one list of a lexicon, found in a text.
type Hit struct {
	List  string
	Range        // its tokens
	Value string // what stands after the tab
}

// NewLexicon makes a lexicon of lists by name.
func NewLexicon(lists map[string]*List) *Lexicon {
	byFirst := map[string][]named{}
	for name, l := range lists {
		for first, e := range l.entries.All() {
			byFirst[first] = append(byFirst[first], named{name, e})
		}
	}
	for _, es := range byFirst {
		slices.SortFunc(es, func(a, b named) int {
			if a.list < b.list {
				return -1
			}
			return 1
		})
	}
	return &Lexicon{NewTable(byFirst)}
}

// Find appends the longest entry of each list at each token of the range to
// hits, in the order of the tokens and then of the lists' names.
func (x *Lexicon) Find(hits []Hit, t *Text, r Range) []Hit {
	for i := r.First; i < r.Last; i++ {
		for _, e := range x.entries.Of(t.Tokens[i].Lower) {
			if n, value := e.at(t, i, r.Last); n > 0 {
				hits = append(hits, Hit{e.list, Range{i, i + n}, value})
			}
		}
	}
	return hits
}

// at returns the length and the value of the longest match at token i.
func (e *entry) at(t *Text, i, last int) (n int, value string) {
	for _, p := range e.phrases {
		if i+len(p.tokens) <= last && p.matches(t, i) {
			return len(p.tokens), p.value
		}
	}
	if e.word {
		return 1, e.value
	}
	return 0, ""
}
