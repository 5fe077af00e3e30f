package article

import (
	"strings"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// findAcronyms marks the acronyms of organisations that the article has named in
// full: "HSA" where it has named the Harbour Safety Authority, "RWU" where the
// name says "(RWU)" behind it.
func (p *page) findAcronyms() {
	of := map[string]int{}
	for _, n := range p.names {
		if e := &p.entities[n.entity]; n.full && e.organisation() {
			for _, short := range initials(e.actor.Name()) {
				if len(short) > 2 || p.is(n.Last, "(") && n.Last+1 < len(p.Tokens) && p.Word(n.Last+1) == short {
					if _, taken := of[short]; !taken {
						of[short] = n.entity
					}
				}
			}
		}
	}
	for i := range p.Tokens {
		if p.nameAt[i] >= 0 || !p.Tokens[i].Is(text.Capital) || len(of) == 0 {
			continue
		}
		if k, ok := of[p.Word(i)]; ok {
			p.mark(text.Range{First: i, Last: i + 1}, k, actors.Proper, false)
		}
	}
}

// initials returns the acronyms that a name of several words can have: with and
// without its small words.
func initials(name string) []string {
	all, great := "", ""
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		all += strings.ToUpper(w[:1])
		if w[0] >= 'A' && w[0] <= 'Z' {
			great += w[:1]
		}
	}
	if len(great) < 2 {
		return nil
	}
	return []string{great, all}
}
