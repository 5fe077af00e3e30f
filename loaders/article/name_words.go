package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// Capitals do not only mark names: a sentence begins with one, though its start
// cannot always be told ("... in the U.S. While Holm waited"), and headlines in title
// case have one in every word.

// opensClause reports whether token i is a capitalised word that a clause begins
// with and no name: "When", "But".
func (p *page) opensClause(i int) bool {
	t := &p.Tokens[i]
	return t.Is(text.Capital) && (subordinators().Has(t.Lower) || clauseWords.Has(t.Lower)) && !p.shouted(i)
}

// noPartOfName reports whether token i, capitalised behind other capitals, ends what
// can be a name: "Holm I", "Sees Holm The", "Here's Why Holm".
func (p *page) noPartOfName(i int) bool {
	t := &p.Tokens[i]
	return t.Is(text.Capital) && (t.In("the", "i", "he", "she", "we", "they", "his", "her", "their", "is", "was", "has") || p.opensClause(i)) && !p.shouted(i)
}

// shouted reports whether token i of more than one letter is in capitals
// throughout: "WHO".
func (p *page) shouted(i int) bool {
	w := p.Word(i)
	return len(w) > 1 && strings.ToUpper(w) == w
}

// clauseWords open a clause, besides those that subordinate it.
var clauseWords = set("and but or nor yet so plus neither either following how why what who whose when where whether don't does did do should would")

// nameTails stand behind a name and are none by themselves.
var nameTails = set("jr jr. sr sr. esq esq. phd")
