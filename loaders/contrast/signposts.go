package contrast

import (
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
	"counterclaim/seeds"
)

// Signposts tell which side a word with a capital names.
type signposts map[string]string // word in lower case -> side; "" where it could be two

func (s signposts) put(word, side string) {
	if old, ok := s[word]; ok && old != side {
		side = ""
	}
	s[word] = side
}

// newSignposts returns the words that name the sides and people of a document.
func newSignposts(document []*entry, sides map[string]string) signposts {
	s := signposts{}
	seen := map[string]bool{}
	for _, e := range document {
		for _, a := range []string{e.side, e.target, e.Speaker.Actor, e.Target.Actor} {
			if a == "" || seen[a] || unnamed(a) {
				continue
			}
			seen[a] = true
			side := a
			if sides[a] != "" {
				side = sides[a]
			}
			for _, w := range actorWords(a) {
				if len(w) > 2 && !stopwords().Has(w) && !offices().Has(w) && !governments().Has(w) && !nationalities()[w] && !companyWords().Has(w) && !organisations().Has(w) {
					s.put(w, side)
				}
			}
			for _, w := range countryWords()[a] {
				s.put(w, side)
			}
		}
	}
	return s
}

var (
	companyWords  = sync.OnceValue(func() *text.List { return text.Words("company-words") })
	organisations = sync.OnceValue(func() *text.List { return text.Words("organisations") })
)

// countryWords are the words of countries, their people and their capitals by the
// countries' IDs.
var countryWords = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	data, err := seeds.Files.ReadFile("countries.txt")
	if err != nil {
		panic(err)
	}
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		name, _, _ := strings.Cut(line, "|")
		id := graph.ActorID(strings.TrimSpace(name))
		for _, form := range strings.FieldsFunc(line, func(r rune) bool { return r == '|' || r == ';' }) {
			if w := plainWords(form); len(w) == 1 {
				out[id] = append(out[id], strings.ToLower(w[0]))
			}
		}
	}
	return out
})

// read puts down the sides that the statement's words name.
func (s signposts) read(e *entry) {
	for _, w := range e.words() {
		if w[0] >= 'A' && w[0] <= 'Z' {
			e.name(s[strings.ToLower(w)])
		}
	}
}
