package article

import (
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// sideOfOffice returns whom the party's office is of where its words leave that to
// the reader: the country in view for "the foreign minister", the organisation for
// "chief executive Anna Holm".
func (c *cast) sideOfOffice(s *party, r, apposition text.Range) string {
	state, private := c.hasOffice(states(), s, r, apposition), c.hasOffice(offices(), s, r, apposition)
	if !state && !private || c.unknownOwner(apposition) {
		return ""
	}
	at := r.First
	if e, ok := c.entityOf(s.Actor); ok && e.first < at { // where the office was told
		at = e.first
		before := text.Range{First: max(0, at-6), Last: at}
		if side := c.sideOfBody(s, before); side != "" && c.unknownOwner(before) { // "the firm's lawyer, Anna Holm"
			return side
		}
		if c.unknownOwner(before) {
			return ""
		}
		if side := c.sideOfOwner(c.ownerBefore(at)); side != "" {
			return side
		}
	}
	if state {
		return c.inView(at, graph.Country)
	}
	return c.inView(at, graph.Organisation)
}

// ownerBefore returns the token of "its" in "its chief executive, Anna Holm" where
// the name begins at token i; i where there is none.
func (c *cast) ownerBefore(i int) int {
	for k := i - 1; k >= max(0, i-6); k-- {
		switch t := &c.Tokens[k]; {
		case t.In("its", "their"):
			return k
		case t.In(".", ";", "?", "!") || c.finite(k):
			return i
		}
	}
	return i
}

// unknownOwner reports whether the words say whose the office is, by a noun that
// names nobody we know: "Unity's housing spokeswoman", "the town's lawyer".
func (c *cast) unknownOwner(r text.Range) bool {
	for i := r.First + 1; i < r.Last; i++ {
		if c.is(i, "'s") && c.nameAt[i-1] < 0 && !pronouns.Has(c.Tokens[i-1].Lower) {
			return true
		}
	}
	return false
}

// isAssociation reports whether a side is a body of people, which has no chief
// executive.
func (c *cast) isAssociation(side string) bool {
	e, ok := c.entityOf(side)
	if !ok {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(e.actor.Name())) {
		if associations.Has(w) {
			return true
		}
	}
	return false
}

// associations are words in the names of bodies of people.
var associations = set("union unions association federation league party alliance guild campaign")
