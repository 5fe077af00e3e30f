package score

import (
	"cmp"
	"slices"

	"counterclaim/graph"
)

// leastAlike is the Dice coefficient from which two contents match.
const leastAlike = .5

// An item is an attribution of either side, its spans as words.
type item struct {
	content, core set
	mode          graph.Mode
	source, cue   part
	head          set  // of an annotated one's source
	before        part // its antecedent, where the source is a relative pronoun
}

// A part is a source or a cue; whole is its span, empty for none.
type part struct {
	whole graph.Span
	words set
}

func (p *page) part(spans ...graph.Span) part {
	if len(spans) == 0 || spans[0].Empty() {
		return part{}
	}
	return part{graph.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}, p.set(spans...)}
}

func (p *page) item(content []graph.Span, source, cue part) item {
	words := p.set(content...)
	return item{content: words, core: p.core(content), mode: p.mode(words), source: source, cue: cue}
}

// touches reports whether the parts share a word; one without words, as a colon
// is, has to share a place.
func (a part) touches(b part) bool {
	switch {
	case a.whole.Empty() || b.whole.Empty():
		return false
	case len(a.words) > 0 && len(b.words) > 0:
		return a.words.shared(b.words) > 0
	}
	return max(a.whole.Start, b.whole.Start) < min(a.whole.End, b.whole.End)
}

// mostBeyond is how many words a source that was found can have beyond the
// annotated one.
const mostBeyond = 4

// hasHead reports whether the source found has the head of the annotated one, and
// little else.
func hasHead(gold *item, found part) bool {
	if len(gold.source.words) == 0 || len(found.words) == 0 {
		return gold.source.touches(found)
	}
	return gold.head.shared(found.words) > 0 && len(found.words)-found.words.shared(gold.source.words) <= mostBeyond
}

// A pair is an annotated item and a found one, by their numbers.
type pair struct {
	gold, found int
	alike       float64
	cue, source int // shared words, to choose among equals
}

// align pairs items that match, each with one other at most, the most alike first.
func align(gold, found []item) []pair {
	var all []pair
	for g := range gold {
		for f := range found {
			if alike := gold[g].content.dice(found[f].content); alike >= leastAlike {
				all = append(all, pair{g, f, alike, gold[g].cue.words.shared(found[f].cue.words), gold[g].source.words.shared(found[f].source.words)})
			}
		}
	}
	slices.SortFunc(all, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.alike, a.alike), cmp.Compare(b.cue, a.cue), cmp.Compare(b.source, a.source), cmp.Compare(a.gold, b.gold), cmp.Compare(a.found, b.found))
	})
	goldUsed, foundUsed := map[int]bool{}, map[int]bool{}
	return slices.DeleteFunc(all, func(p pair) bool {
		if goldUsed[p.gold] || foundUsed[p.found] {
			return true
		}
		goldUsed[p.gold], foundUsed[p.found] = true, true
		return false
	})
}
