package article

import (
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

var concepts = sync.OnceValue(func() *text.List { return text.Words("concepts") })

// harmless are concepts that are no act somebody could be blamed for.
var harmless = map[string]bool{"cyber-security": true, "evidence": true, "trade": true, "border": true}

// generic stands, in the list of concepts, for the one that the article is most
// about.
const generic = "*"

// topics returns the concepts of each token range of the page, and the harmful
// one that the article names most often.
func (p *page) mainHarm() string {
	count := map[string]int{}
	for i := range p.Tokens {
		if n, c := concepts().At(p.Text, i, len(p.Tokens)); n > 0 && c != generic && !harmless[c] {
			count[c]++
		}
	}
	best := ""
	for c, n := range count {
		if n > count[best] || n == count[best] && c < best {
			best = c
		}
	}
	return best
}

// about returns the concepts of the content, as nodes; harm are those of
// them that one can be blamed for.
func (r *reading) about(main string) (about, harm []string) {
	for _, c := range r.f.content {
		for i := c.First; i < c.Last; {
			n, concept := concepts().At(r.Text, i, c.Last)
			if concept == generic {
				concept = main
			}
			if concept != "" {
				about = append(about, "concept:"+concept)
				if !harmless[concept] {
					harm = append(harm, concept)
				}
			}
			i += max(n, 1)
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
