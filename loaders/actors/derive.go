package actors

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"counterclaim/graph"
	"counterclaim/seeds"
)

// organisationWords are the words that make a name that of an organisation.
var organisationWords = sync.OnceValue(func() map[string]bool {
	set := map[string]bool{}
	for _, list := range []string{"organisations", "company-words"} {
		words, _ := seeds.Words(list) // a test reads it: it is embedded
		for _, w := range words {
			set[w] = true
		}
	}
	return set
})

// derivedID returns the ID of a name that the book does not have. One ID has one
// spelling: a name that is not written as its ID tells ("X corp." beside "X
// Corp", "McAdam") has a short hash of its spelling in the ID.
func derivedID(name string) string {
	id := graph.ActorID(name)
	switch {
	case id == "actor:": // no letter and no digit in it
		return id + "x" + hex.EncodeToString([]byte(name))
	case spells(id, name):
		return id
	}
	sum := sha256.Sum256([]byte(name))
	return id + "-" + hex.EncodeToString(sum[:2])
}

// spells reports whether the name is written as an ID tells: words with capitals,
// but for the small ones that join names.
func spells(id, name string) bool {
	id = strings.TrimPrefix(id, "actor:")
	out := make([]byte, 0, 64)
	for w := range strings.SplitSeq(id, "-") {
		if len(out) > 0 {
			out = append(out, ' ')
		}
		if len(out) == 0 || !joiners[w] {
			first, size := utf8.DecodeRuneInString(w)
			out, w = utf8.AppendRune(out, unicode.ToUpper(first)), w[size:]
		}
		out = append(out, w...)
	}
	return string(out) == name
}

var joiners = map[string]bool{"of": true, "for": true, "and": true, "the": true, "on": true, "in": true, "to": true, "de": true, "van": true, "von": true, "der": true, "bin": true}

// Derive returns an actor for a name that the book does not have. Its ID and class
// are functions of the name alone, so that the same name means the same actor in
// every document: with a word such as Inc, Ministry or University in it an
// organisation, of two names joined by "and" or of common nouns a group, else a
// person.
func (b *Book) Derive(name string) graph.Actor {
	name = withoutThe(oneLine(name))
	if short := strings.TrimRight(name, "., "); short != "" {
		name = short
	}
	id := derivedID(name)
	class := graph.Person
	if first, _ := utf8.DecodeRuneInString(name); strings.Contains(name, " and ") || unicode.IsLower(first) {
		class = graph.Group
	}
	for w := range strings.FieldsSeq(strings.ToLower(name)) {
		if organisationWords()[strings.Trim(w, ",()")] {
			class = graph.Organisation
		}
	}
	return graph.Actor{ID: id, Names: []string{name}, Class: class}
}

// oneLine folds white space.
func oneLine(name string) string {
	words, length := 0, 0
	for w := range strings.FieldsSeq(name) {
		words, length = words+1, length+len(w)
	}
	if length+words-1 == len(name) && strings.Count(name, " ") == words-1 {
		return name
	}
	return strings.Join(strings.Fields(name), " ")
}
