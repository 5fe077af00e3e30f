package article

import (
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// works are nouns for what somebody said, did or made, which others can criticise.
var works = sync.OnceValue(func() *text.List { return text.Words("works") })

var concepts = sync.OnceValue(func() *text.List { return text.Words("concepts") })

// unspecified is the concept of what somebody is blamed for, where no list has
// words for it.
const unspecified = "wrongdoing"

// harmless are concepts that are no act somebody could be blamed for.
var harmless = map[string]bool{"cyber-security": true, "evidence": true, "trade": true, "border": true}

// generic stands, in the list of concepts, for the one that the article is most
// about.
const generic = "*"

// mainHarm returns the concept that the article names most often of those that
// one can be blamed for, unspecified where it has words for none.
func (p *page) mainHarm() string {
	count := map[string]int{}
	for i := range p.Tokens {
		if !p.begins(i, conceptWord) {
			continue
		}
		n, c := concepts().At(p.Text, i, len(p.Tokens))
		if n > 0 && c != generic && !harmless[c] {
			count[c]++
		}
	}
	best := unspecified
	for c, n := range count {
		if n > count[best] || n == count[best] && c < best && best != unspecified {
			best = c
		}
	}
	return best
}

// about returns the concepts of the content, as nodes; harm are those of
// them that one can be blamed for.
func (r *reading) about(main string) (about, harm []string) {
	last := 0
	for _, h := range r.marks {
		if h.List != "concepts" || h.First < last {
			continue
		}
		last = h.Last
		concept := h.Value
		if concept == generic {
			concept = main
		}
		if concept != "" {
			about = append(about, "concept:"+concept)
			if !harmless[concept] {
				harm = append(harm, concept)
			}
		}
	}
	return about, harm
}

// takesTopic reports whether a statement without a topic of its own is about what
// the article is about: a denial or an accusation always is about something.
func takesTopic(kinds []graph.Kind) bool {
	for _, k := range kinds {
		switch k {
		case graph.Attribution, graph.Denial, graph.Victimhood, graph.Admission, graph.Refusal:
			return true
		}
	}
	return false
}
