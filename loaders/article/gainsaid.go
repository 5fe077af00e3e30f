package article

import (
	"slices"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// gainsaid is who, of another side, used a word right before that a sentence has which
// says that something was not so: "There was a mix-up." "There was no mix-up."
func (r *reading) gainsaid(not text.Range) (graph.Mention, string) {
	if not.First != r.f.content[0].First {
		return graph.Mention{}, "" // what comes later goes on with something else
	}
	stems := r.stemsOf(not)
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-gainsaidBack) && len(stems) > 0; i-- {
		if !r.canGainsay(i) {
			continue
		}
		for _, c := range r.found[i].content {
			for k := c.First; k < c.Last; k++ {
				if w := r.telling(k); w != "" && slices.Contains(stems, w) {
					return graph.Mention{Actor: r.earlier[i].Speaker.Actor, Why: "who used the word " + r.Tokens[k].Lower + " before"}, r.earlier[i].Side
				}
			}
		}
	}
	return graph.Mention{}, ""
}

// canGainsay reports whether statement i says something of another side that the speaker
// can contradict.
func (r *reading) canGainsay(i int) bool {
	s := &r.earlier[i]
	if s.Speaker.Actor == "" || r.spokeBefore(i) || !r.isVoice(i) {
		return false
	}
	return !s.Has(graph.Denial) && !s.Has(graph.Praise) && !s.Has(graph.Cooperation) && !s.Has(graph.Commitment) && !s.Has(graph.Refusal)
}

// followsAnother reports whether there is such a statement right before.
func (r *reading) followsAnother() bool {
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-gainsaidBack); i-- {
		if r.canGainsay(i) {
			return true
		}
	}
	return false
}

// isVoice reports whether statement i is of somebody who can be answered: not of a
// list, a photograph or a share of those asked.
func (r *reading) isVoice(i int) bool {
	x := &r.cast.parties[i]
	return x.actor.Class != graph.Unnamed || x.person() || x.firm && !r.isPaper(i)
}

// gainsaidBack is how many statements back such a word can stand.
const gainsaidBack = 2

// stemsOf returns the stems of the words of a sentence that tell something.
func (r *reading) stemsOf(s text.Range) []string {
	var out []string
	for k := s.First; k < s.Last; k++ {
		if w := r.telling(k); w != "" {
			out = append(out, w)
		}
	}
	return out
}

// telling returns the stem of token i where it is a word that tells something and is
// no name, "" else.
func (r *reading) telling(i int) string {
	t := &r.Tokens[i]
	if len(t.Lower) < 4 || !t.Is(text.Word) || r.nameAt[i] >= 0 || t.Is(text.Capital) && !r.starts(i) || stopwords().Has(t.Lower) || auxiliaries.Has(t.Lower) || dateWords.Has(t.Lower) || commonWords.Has(t.Lower) {
		return ""
	}
	return text.Stem(t.Lower)
}

// commonWords are in too many sentences to tie two of them.
var commonWords = set("people many time times year years good think know want going make made said says country anything nothing something anyone need really thing things right")
