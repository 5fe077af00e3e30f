package actors

import (
	"encoding/hex"
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/seeds"
)

// organisationWords are the words that make a name that of an organisation.
var organisationWords = sync.OnceValue(func() map[string]bool {
	words, _ := seeds.Words("organisations") // a test reads it: it is embedded
	set := make(map[string]bool, len(words))
	for _, w := range words {
		set[w] = true
	}
	return set
})

// Derive returns an actor for a name that the book does not have. Its ID and class
// are functions of the name alone, so that the same name means the same actor in
// every document: with a word such as Inc, Ministry or University in it an
// organisation, else a person.
func (b *Book) Derive(name string) graph.Actor {
	name = withoutThe(strings.Join(strings.Fields(name), " "))
	id := graph.ActorID(name)
	if id == "actor:" { // no letter and no digit in it
		id += "x" + hex.EncodeToString([]byte(name))
	}
	class := graph.Person
	for _, w := range strings.Fields(name) {
		if organisationWords()[strings.ToLower(strings.Trim(w, ",()"))] {
			class = graph.Organisation
		}
	}
	return graph.Actor{ID: id, Names: []string{name}, Class: class}
}
