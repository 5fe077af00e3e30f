package contrast

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// An entry is a statement with what the rules compare.
type entry struct {
	*graph.Statement
	Publisher string
	Published graph.Date
	Complete  bool
	side      string   // from which it comes: the speaker's side or, where that is unknown, the speaker
	target    string   // whom it is directed at, likewise
	names     []string // the sides of others whom it names, where its document tells them
	place     int      // its place in its document, counted in statements; -1 where that is not known
	turn      int      // the turn that it belongs to, counted in its document
	families  []string // of its concepts
	said      days     // when it was said
	known     days     // when it was said or, where that is unknown, published: the latest it can have been
	reply     string   // the word by which the text says that it answers somebody
	retorts   bool     // whether that word says that it answers in anger
	against   string   // the word by which the text sets it against what was said before
	joined    bool     // whether it does so inside a sentence: ", but", "insisted"
	linked    bool     // whether it goes on in the sentence of the statement before
	withdraws bool     // whether that is what its own side said
	paragraph int      // counted in its document; negative where that is not known
	settled   bool     // whether it shares words of its own with a claim that it answers or follows
	plain     []string // the words of its text; made when first asked for, as the next three are
	takes     *string  // see takesUp
	negates   *string  // see contradicts
	terms     []term   // its words by their stems, without the commonest
	met       *entry   // the counter that it meets just now
	shared    int      // how many signs it shares with that one
}

// A term is the words of a statement that have one stem.
type term struct {
	stem string
	word string // the first of them
	name bool   // whether one of them has a capital inside the text
	own  bool   // whether neither the statement's sides nor its topic explain it
}

// days is a date as numbers of days: the first and the last that it can mean; 0
// and 0 where it is not known.
type days struct{ first, last int }

func daysOf(d graph.Date) days {
	first, last := d.Days()
	if first.IsZero() {
		return days{}
	}
	const day = 24 * 60 * 60
	return days{int(first.Unix() / day), int(last.Unix() / day)}
}

// unknown reports whether there is no date. (Day 0 is in 1970; nothing was said
// then that matters here.)
func (d days) unknown() bool { return d == days{} }

// after reports whether all of d lies after all of e.
func (d days) after(e days) bool { return !d.unknown() && !e.unknown() && d.first > e.last }

// since returns how many days lie between e and d, as a range.
func (d days) since(e days) (least, most int, ok bool) {
	return d.first - e.last, d.last - e.first, !d.unknown() && !e.unknown()
}

func newEntry(s *graph.Statement, d *graph.Document, place int) *entry {
	e := &entry{Statement: s, Publisher: d.Publisher, Published: d.Published, Complete: d.Complete, place: place, families: families(s.About)}
	e.side, e.target = cmp.Or(s.Side, s.Speaker.Actor), cmp.Or(s.TargetSide, s.Target.Actor)
	e.said = daysOf(s.Said)
	if e.known = e.said; e.known.unknown() {
		e.known = daysOf(d.Published)
	}
	return e
}

// lone returns the statements of a document as the store gives them back, each for
// itself. Statements of two documents are compared as such, so that it does not
// matter which of them comes first.
func lone(c *graph.Coding) []*entry {
	out := make([]*entry, len(c.Statements))
	for i := range c.Statements {
		out[i] = newEntry(&c.Statements[i], &c.Document, -1)
	}
	return out
}

// entries returns the statements of a document with what the document tells of each.
func entries(c *graph.Coding) []*entry {
	out := make([]*entry, len(c.Statements))
	for i := range c.Statements {
		out[i] = newEntry(&c.Statements[i], &c.Document, i)
	}
	nameSides(out)
	markTurns(out)
	markReplies(out, c.Document.Text)
	return out
}

var familyOf = sync.OnceValue(func() map[string]string {
	entries := text.Listed("concept-families")
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
		if isIncident(a) {
			continue
		}
		concept := strings.TrimPrefix(a, "concept:")
		if f := familyOf()[concept]; f != "" {
			concept = f
		}
		out = append(out, concept)
	}
	return out
}

// topicStems are the stems of the words that make a topic: "hack", "attack".
var topicStems = sync.OnceValue(func() map[string]bool {
	entries := text.Listed("concepts")
	out := map[string]bool{}
	for _, e := range entries {
		words, _, _ := strings.Cut(e, "\t")
		for _, w := range strings.Fields(words) {
			out[text.Stem(w)] = true
		}
	}
	return out
})

var stopwords = sync.OnceValue(func() *text.List { return text.Words("stopwords") })

// words returns the words of the statement's text.
func (e *entry) words() []string {
	if e.plain == nil {
		e.plain = plainWords(e.Text)
	}
	return e.plain
}

// stems returns the statement's words that tell something, sorted by their stems.
func (e *entry) stems() []term {
	if e.terms != nil {
		return e.terms
	}
	e.terms = []term{}
	for i, w := range strings.FieldsFunc(e.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		low := strings.ToLower(w)
		if len(w) > 2 && !stopwords().Has(low) {
			e.terms = append(e.terms, term{stem: text.Stem(low), word: w, name: i > 0 && low != w})
		}
	}
	slices.SortStableFunc(e.terms, func(a, b term) int { return strings.Compare(a.stem, b.stem) })
	merged := e.terms[:0]
	for _, t := range e.terms {
		if last := len(merged) - 1; last >= 0 && merged[last].stem == t.stem {
			merged[last].name = merged[last].name || t.name
		} else {
			merged = append(merged, t)
		}
	}
	e.terms = merged
	sides := e.sideStems()
	for i := range e.terms {
		e.terms[i].own = !topicStems()[e.terms[i].stem] && !slices.Contains(sides, e.terms[i].stem)
	}
	return e.terms
}

// sideStems returns the stems of the names of the statement's sides.
func (e *entry) sideStems() []string {
	var out []string
	for _, id := range []string{e.side, e.target} {
		if id == "" {
			continue
		}
		for _, w := range strings.Split(strings.TrimPrefix(id, "actor:"), "-") {
			out = append(out, text.Stem(w))
		}
	}
	return out
}

// date returns when it was said or, where that is unknown, published.
func (e *entry) date() graph.Date {
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
