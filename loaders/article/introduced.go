package article

import (
	"slices"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// Inside what somebody says, "the airport" or "managers" mean those of whom the
// article has told: whom it called so when it named them, or the body that the
// speaker is at odds with.

// introduced returns whom a noun without a name means, where the article has
// introduced somebody by it; who as it is where it has not.
func (r *reading) introduced(words text.Range, who party) party {
	if who.actor.Class != graph.Unnamed || words.Len() == 0 {
		return who
	}
	h := &r.Tokens[words.Last-1]
	definite := r.Tokens[words.First].In("the", "this", "these", "its", "their", "that")
	var e int
	var why string
	switch {
	case r.ownedBy(words) > 0:
		return r.referent(text.Range{First: words.First, Last: r.ownedBy(words)})
	case definite && r.nounForActor(words.Last-1):
		e, why = r.calledSo(words), "called "+h.Lower+" where it is named"
	case staff().Has(h.Lower) && !r.Tokens[words.First].In("our", "my", "we", "some", "two", "many", "several"):
		e, why = r.employer(words), "whose "+h.Lower+" they are"
	default:
		return who
	}
	if e < 0 {
		return who
	}
	a := r.entities[e].actor
	return party{Mention: graph.Mention{Actor: a.ID, Words: r.Words(words), Span: r.span(words), Why: why}, actor: a, side: r.sideOf(e), firm: r.entities[e].organisation(), roles: r.entities[e].roles}
}

// ownedBy returns where the owner ends that the words name by a common noun: "the
// governor's team"; 0 where they name none.
func (r *reading) ownedBy(words text.Range) int {
	for i := words.First + 2; i < words.Last-1; i++ {
		if r.is(i, "'s") && r.nounForActor(i-1) {
			return i
		}
	}
	return 0
}

// nounForActor reports whether token i is a common noun for a body or for somebody by
// their part.
func (p *page) nounForActor(i int) bool {
	t := &p.Tokens[i]
	return !t.Is(text.Capital) && (organisations().Has(t.Lower) || genericNouns.Has(t.Lower) || roles().Has(t.Lower) || parts().Has(t.Lower))
}

// calledSo returns the entity named last before that stands beside the noun which
// ends the words: "the airport operator Norrline", "Norrline, an airport"; -1 for
// none.
func (r *reading) calledSo(words text.Range) int {
	noun := r.Tokens[words.Last-1].Lower
	for k := len(r.names) - 1; k >= 0; k-- {
		n := &r.names[k]
		if e := &r.entities[n.entity]; n.First < words.First && e.actor.Class != graph.Country && e.actor.ID != r.who.Actor && r.beside(n.Range, noun) {
			return n.entity
		}
	}
	return -1
}

// beside reports whether the noun stands right before a name or begins what is said
// of it between commas.
func (p *page) beside(n text.Range, noun string) bool {
	if p.is(n.First-1, noun) && !p.starts(n.First) || p.is(n.Last, noun) && !p.starts(n.Last) {
		return true
	}
	if !p.is(n.Last, ",") {
		return false
	}
	for i := n.Last + 1; i < len(p.Tokens) && i < n.Last+8; i++ {
		switch t := &p.Tokens[i]; {
		case t.Lower == noun:
			return true
		case preposition.Has(t.Lower) || t.In(",", ".", "who", "which") || p.finite(i):
			return false
		}
	}
	return false
}

// employer returns the organisation whose people the speaker talks of: the one that
// the speaker is at odds with, else the last one named that is not the speaker's;
// -1 for none.
func (r *reading) employer(words text.Range) int {
	if m, side := r.opponent(); m.Actor != "" {
		for e := range r.entities {
			if x := &r.entities[e]; x.organisation() && (x.actor.ID == m.Actor || x.actor.ID == side) {
				return e
			}
		}
	}
	for k := len(r.names) - 1; k >= 0; k-- {
		n := &r.names[k]
		e := &r.entities[n.entity]
		if n.First < words.First && e.organisation() && e.actor.ID != r.who.Actor && e.actor.ID != r.who.side && r.sideOf(n.entity) != r.who.side && !slices.Contains(e.roles, "newspaper") {
			return n.entity
		}
	}
	return -1
}

// staff are nouns for the people of a body, parts those for somebody by their part
// in a dispute.
var (
	staff = sync.OnceValue(func() *text.List { return text.Words("staff") })
	parts = sync.OnceValue(func() *text.List { return text.Words("parts") })
)
