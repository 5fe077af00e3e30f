package article

import (
	"slices"
	"strings"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// A gazetteer finds the names of a book in tokens.
type gazetteer struct {
	names      *text.Table[[]gazetteerName] // by their first word
	adjectives map[string]string            // country -> its first adjective
}

type gazetteerName struct {
	words []string
	name  actors.Name
}

func newGazetteer(book *actors.Book) gazetteer {
	byFirst, g := map[string][]gazetteerName{}, gazetteer{adjectives: map[string]string{}}
	for _, n := range book.Names() {
		t := text.Read(n.Text, []text.Range{{First: 0, Last: len(n.Text)}})
		var words []string
		for i := range t.Tokens {
			words = append(words, surface(t, i))
		}
		if len(words) > 0 {
			byFirst[words[0]] = append(byFirst[words[0]], gazetteerName{words, n})
		}
		if n.Form == actors.Adjective && (g.adjectives[n.Actor] == "" || len(n.Text) < len(g.adjectives[n.Actor])) {
			g.adjectives[n.Actor] = n.Text
		}
	}
	for _, names := range byFirst {
		slices.SortStableFunc(names, func(a, b gazetteerName) int { return len(b.words) - len(a.words) })
	}
	g.names = text.NewTable(byFirst)
	return g
}

// surface is the token as it must match a name: with its case, and straight
// apostrophes.
func surface(t *text.Text, i int) string {
	if strings.HasPrefix(t.Tokens[i].Lower, "'") {
		return t.Tokens[i].Lower
	}
	return t.Word(i)
}

// at returns the longest name that begins at token i. A text that names two
// actors is taken for the country among them, else for none.
func (g gazetteer) at(t *text.Text, i int) (actors.Name, int) {
	names := g.names.Of(surface(t, i))
	for k, n := range names {
		if !n.standsAt(t, i) {
			continue
		}
		if k+1 < len(names) && names[k+1].name.Text == n.name.Text && names[k+1].name.Actor != n.name.Actor {
			return actors.Name{}, 0
		}
		return n.name, len(n.words)
	}
	return actors.Name{}, 0
}

func (n *gazetteerName) standsAt(t *text.Text, i int) bool {
	if i+len(n.words) > len(t.Tokens) {
		return false
	}
	for k := 1; k < len(n.words); k++ {
		if surface(t, i+k) != n.words[k] {
			return false
		}
	}
	return true
}
