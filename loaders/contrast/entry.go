package contrast

import (
	"strings"
	"sync"
	"unicode"

	"counterclaim/graph"
	"counterclaim/loaders/text"
	"counterclaim/seeds"
)

// An entry is a statement with what the rules compare.
type entry struct {
	graph.Statement
	Publisher string
	Published graph.Date
	Complete  bool
	place     int             // its place in its document, counted in statements; -1 where that is not known
	families  []string        // of its concepts
	terms     map[string]bool // stems of its words, without the commonest; made when first asked for
}

func newEntry(s graph.Statement, d *graph.Document, place int) *entry {
	return &entry{Statement: s, Publisher: d.Publisher, Published: d.Published, Complete: d.Complete, place: place, families: families(s.About)}
}

func entries(c *graph.Coding) []*entry {
	out := make([]*entry, len(c.Statements))
	for i := range c.Statements {
		out[i] = newEntry(c.Statements[i], &c.Document, i)
	}
	return out
}

var familyOf = sync.OnceValue(func() map[string]string {
	entries, err := seeds.Words("concept-families")
	if err != nil {
		panic(err)
	}
	out := map[string]string{}
	for _, e := range entries {
		concept, family, _ := strings.Cut(e, "\t")
		out[concept] = family
	}
	return out
})

// families returns the families of concepts, or the concept itself where it has
// none: one act is told as an attack by one and as spying by another.
func families(about []string) []string {
	var out []string
	for _, a := range about {
		concept := strings.TrimPrefix(a, "concept:")
		if f := familyOf()[concept]; f != "" {
			concept = f
		}
		out = append(out, concept)
	}
	return out
}

var stopwords = sync.OnceValue(func() *text.List { return text.Words("stopwords") })

// stems returns the stems of the statement's words that tell something.
func (e *entry) stems() map[string]bool {
	if e.terms == nil {
		e.terms = map[string]bool{}
		for _, w := range strings.FieldsFunc(strings.ToLower(e.Text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
			if len(w) > 2 && !stopwords().Has(w) {
				e.terms[text.Stem(w)] = true
			}
		}
	}
	return e.terms
}

// when returns the date of the statement: when it was said or, where that is
// unknown, the latest it can have been.
func (e *entry) when() graph.Date {
	if e.Said != "" {
		return e.Said
	}
	return e.Published
}

func (e *entry) any(kinds ...graph.Kind) bool {
	for _, k := range kinds {
		if e.Has(k) {
			return true
		}
	}
	return false
}
