package article

import (
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// findOneWordNames finds the actors that no list has and that the article names
// in one word: "Norrline". It has to name them twice, once as who does something
// or has something, and never only as where something is.
func (p *page) findOneWordNames(ids map[string]int) {
	seen := map[string]int{}
	var words []oneWord
	for i := range p.Tokens {
		if p.nameAt[i] >= 0 || !p.Tokens[i].Is(text.Capital) || !p.canBeOneWord(i) {
			continue
		}
		k, ok := seen[p.Word(i)]
		if !ok {
			k = len(words)
			seen[p.Word(i)] = k
			words = append(words, oneWord{})
		}
		w := &words[k]
		w.at = append(w.at, i)
		w.acts = w.acts || p.actsAt(i)
		if i > 0 && p.Tokens[i-1].In("in", "at", "near", "around", "across", "outside") {
			w.place++
		}
		w.inside = w.inside || !p.starts(i)
	}
	for k := range words {
		w := &words[k]
		if len(w.at) < 2 || !w.acts || !w.inside || 2*w.place > len(w.at) {
			continue
		}
		for _, i := range w.at {
			p.add(ids, text.Range{First: i, Last: i + 1}, actors.Name{Text: p.Word(i), Form: actors.Proper})
		}
		if e := &p.entities[p.names[len(p.names)-1].entity]; !e.known && e.first == w.at[0] {
			e.company = true
		}
	}
}

// A oneWord is where a capitalised word stands that no name has.
type oneWord struct {
	at     []int
	acts   bool // it does or has something somewhere
	inside bool // it is capitalised inside a sentence too
	place  int  // how often it is where something is
}

// canBeOneWord reports whether token i can be a name by itself: it is no common
// word, and none of several capitalised words.
func (p *page) canBeOneWord(i int) bool {
	low := p.Tokens[i].Lower
	if len(low) < 3 || low[1] == '-' || nameTails.Has(low) || low[0] == 'i' && contracted(low) || stopwords().Has(low) || dateWords.Has(low) || places().Has(low) || roles().Has(low) || honorifics.Has(low) || governments().Has(low) || organisations().Has(low) || collectives().Has(low) || preposition.Has(low) || subordinators().Has(low) || adverbs.Has(low) || papers().Has(low) || pronouns.Has(low) || determiners.Has(low) || auxiliaries.Has(low) {
		return false
	}
	return !(i > 0 && p.Tokens[i-1].Is(text.Capital) && !p.starts(i) && !p.common(i-1)) && !(i+1 < len(p.Tokens) && p.Tokens[i+1].Is(text.Capital) && !p.starts(i+1) && !places().Has(p.Tokens[i+1].Lower))
}

// actsAt reports whether what token i names does or has something.
func (p *page) actsAt(i int) bool {
	return i+1 < len(p.Tokens) && (p.is(i+1, "'s") || p.finite(i+1) && !p.starts(i+1))
}
