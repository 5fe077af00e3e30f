// Package actors knows who is who: the people, organisations and countries that
// texts name, under which names, and on whose behalf they act at what time.
//
//	book, err := actors.Seeded()
//	id, _, ok := book.Find("the Kremlin")        // "actor:russia", Capital, true
//	side := book.Side("actor:hua-chunying", "2013-03-12") // "actor:china"
//
// The entries are in seeds/actors.yaml and seeds/countries.txt; a new name is a
// line there. Nothing here guesses: a name that means two actors is not found.
package actors

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"counterclaim/graph"
	"counterclaim/seeds"
)

// A Form says in which way a text names an actor.
type Form string

const (
	Proper    Form = "name"      // "China", "Hua Chunying", "PLA"
	Adjective Form = "adjective" // "Chinese"; also the people: "Russians"
	Capital   Form = "capital"   // "Beijing", "the Kremlin", as words for a government
)

// A Name is one text that can mean an actor.
type Name struct {
	Text  string
	Actor string // ID
	Form  Form
}

// A Book is a set of actors with their names. It never changes after it is made,
// so any number of goroutines can use it.
type Book struct {
	entries map[string]*entry // by ID
	names   []Name
	exact   map[string][]Name // by text without a leading "The"
	folded  map[string][]Name // the same in lower case
	digest  [sha256.Size]byte // of the files that it is made of
}

// entry is an actor with what only a reader of text needs to know.
type entry struct {
	graph.Actor
	family, gender       string
	adjectives, capitals []string
	at                   position   // of the entry in its file
	actsForAt            []position // of each ActsFor
}

var seeded = sync.OnceValues(func() (*Book, error) {
	countries, err := seeds.Files.ReadFile("countries.txt")
	if err != nil {
		return nil, err
	}
	people, err := seeds.Files.ReadFile("actors.yaml")
	if err != nil {
		return nil, err
	}
	base := &Book{}
	base.entries, err = parseCountries("seeds/countries.txt", countries)
	if err != nil {
		return nil, err
	}
	return base.Extended("seeds/actors.yaml", people)
})

// Seeded returns the book of the actors that ship with the program. It is read
// once; every call returns the same book.
func Seeded() (*Book, error) { return seeded() }

// Extended returns a book with the actors of a user's file on top: an entry whose
// ID the book has already replaces that one. The error has a line for everything
// that is wrong, as path:line:col: what is wrong; what is allowed.
func (b *Book) Extended(path string, data []byte) (*Book, error) {
	added, err := parse(path, data)
	if err != nil {
		return nil, err
	}
	entries := make(map[string]*entry, len(b.entries)+len(added))
	maps.Copy(entries, b.entries)
	for _, e := range added {
		entries[e.ID] = e
	}
	if err := check(path, added, entries); err != nil {
		return nil, err
	}
	out := newBook(entries)
	out.digest = sha256.Sum256(append(b.digest[:], data...))
	return out, nil
}

// Digest returns what tells the book from one with other actors.
func (b *Book) Digest() string { return hex.EncodeToString(b.digest[:]) }

func newBook(entries map[string]*entry) *Book {
	b := &Book{entries: entries, exact: map[string][]Name{}, folded: map[string][]Name{}}
	for _, e := range entries {
		b.add(e, Proper, e.Names)
		b.add(e, Adjective, e.adjectives)
		b.add(e, Capital, e.capitals)
	}
	slices.SortFunc(b.names, func(x, y Name) int {
		return cmp.Or(cmp.Compare(x.Text, y.Text), cmp.Compare(x.Actor, y.Actor), -cmp.Compare(x.Form, y.Form))
	})
	for _, n := range b.names {
		text := strings.TrimPrefix(n.Text, "The ") // but "the States" without it is no country
		b.exact[text] = append(b.exact[text], n)
		if strings.ContainsFunc(text, unicode.IsLower) { // "US" is not "us"
			key := strings.ToLower(text)
			b.folded[key] = append(b.folded[key], n)
		}
	}
	return b
}

func (b *Book) add(e *entry, form Form, texts []string) {
	for _, t := range texts {
		b.names = append(b.names, Name{t, e.ID, form})
	}
}

// Names returns all names of all actors, sorted by text, then by actor; one text
// can mean several actors. The slice is shared: do not change it.
func (b *Book) Names() []Name { return b.names }

// Find returns the actor that a whole name means: as it is written or, where
// nothing is, ignoring case (but never that of a name in capitals: "US" is not
// "us"). A leading "the" does not count. ok is false where no actor or more than
// one has the name.
func (b *Book) Find(name string) (id string, form Form, ok bool) {
	found := b.named(strings.ReplaceAll(strings.TrimSpace(name), "’", "'"))
	for _, n := range found {
		if n.Actor != found[0].Actor {
			return "", "", false
		}
	}
	if len(found) == 0 {
		return "", "", false
	}
	return found[0].Actor, found[0].Form, true
}

// named returns the names that a text can be, from the first way of reading it
// that gives any.
func (b *Book) named(text string) []Name {
	for _, t := range []string{text, withoutThe(text)} {
		if found := b.exact[t]; len(found) > 0 {
			return found
		}
	}
	lower := strings.ToLower(text)
	if found := b.folded[lower]; len(found) > 0 {
		return found
	}
	return b.folded[withoutThe(lower)]
}

func withoutThe(name string) string {
	if len(name) > 4 && strings.EqualFold(name[:4], "the ") {
		return name[4:]
	}
	return name
}

// Actor returns the actor of that ID. Its slices are shared: do not change them.
func (b *Book) Actor(id string) (graph.Actor, bool) {
	e, ok := b.entries[id]
	if !ok {
		return graph.Actor{}, false
	}
	return e.Actor, true
}

// Person returns the parts of a person's name, and the gender, "f", "m" or ""
// where the book does not say. ok is false for what is not a person of the book.
func (b *Book) Person(id string) (family, given, gender string, ok bool) {
	e, ok := b.entries[id]
	if !ok || e.Class != graph.Person {
		return "", "", "", false
	}
	given = strings.Join(strings.Fields(strings.Replace(e.Name(), e.family, "", 1)), " ")
	return e.family, given, e.gender, true
}
