package article

import (
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// role takes the person who was called so: "the ministry spokesman".
func (c *cast) role(s *party, r text.Range, head int, apposition text.Range) {
	if n := c.lastName(apposition); n.Len() > 0 && c.entities[c.names[c.nameAt[n.First]].entity].person() {
		c.named(s, n.Last-1, r, text.Range{})
		s.Why = "named beside the role"
		return
	}
	if n := c.nextPerson(r); n >= 0 {
		c.fill(s, c.entities[n].actor, "named beside the role")
		s.side, s.roles = c.sideOf(n), c.entities[n].roles
		return
	}
	if c.Tokens[r.First].In("the", "this", "that") {
		if c.lastCalled(s, r, head) {
			return
		}
	}
	c.unnamed(s, r)
}

// besideName returns the index of the name that an apposition is, -1 where it is
// something else: "its director, Ida Holm", "the miner, Norr Tarn of Stavik".
func (c *cast) besideName(r text.Range) int {
	for i := r.First; i < r.Last && i < r.First+5; i++ {
		t := &c.Tokens[i]
		if k := c.nameAt[i]; k >= 0 {
			if n := c.names[k]; n.full && n.form == actors.Proper && (n.Last >= r.Last || preposition.Has(c.Tokens[n.Last].Lower) || c.Tokens[n.Last].In("(", ",")) {
				return k
			}
			return -1
		}
		if !determiners.Has(t.Lower) && !roles().Has(t.Lower) && !honorifics.Has(t.Lower) {
			return -1
		}
	}
	return -1
}

func (c *cast) beside(s *party, r, apposition text.Range) {
	c.named(s, c.names[c.besideName(apposition)].First, r, text.Range{})
	s.Why = "named beside the words"
}

// nextPerson returns the entity of "a spokeswoman for the ministry, NAME,".
func (c *cast) nextPerson(r text.Range) int {
	if !c.is(r.Last, ",") || r.Last+1 >= len(c.Tokens) {
		return -1
	}
	k := c.nameAt[r.Last+1]
	if k < 0 || !c.entities[c.names[k].entity].person() || !c.is(c.names[k].Last, ",") {
		return -1
	}
	return c.names[k].entity
}

// lastCalled finds the last speaker, then the last person named, of whom all
// role words were said.
func (c *cast) lastCalled(s *party, r text.Range, head int) bool {
	role := c.Tokens[head].Lower
	for i := len(c.spoken) - 1; i >= 0; i-- {
		prev := &c.spoken[i]
		if prev.Actor != "" && prev.person() && slices.Contains(prev.roles, role) && c.calledAlso(prev.roles, r, head) {
			c.fill(s, prev.actor, "the last speaker called "+role)
			s.side, s.roles = prev.side, prev.roles
			return true
		}
	}
	for k := len(c.names) - 1; k >= 0; k-- {
		n := c.names[k]
		e := &c.entities[n.entity]
		if n.First < r.First && e.person() && slices.Contains(e.roles, role) && c.calledAlso(e.roles, r, head) {
			c.fill(s, e.actor, "the last person called "+role)
			s.side, s.roles = c.sideOf(n.entity), e.roles
			return true
		}
	}
	return false
}

// calledAlso reports whether what stands before the role was said of the person
// too: "the Veldan minister" is not "a junior minister".
func (c *cast) calledAlso(called []string, r text.Range, head int) bool {
	for i := r.First; i < head; i++ {
		t := &c.Tokens[i]
		if t.Is(text.Word) && !determiners.Has(t.Lower) && t.Lower != "'s" && !slices.Contains(called, t.Lower) {
			return false
		}
	}
	return true
}

// newName makes an actor of capitalised words that no list has.
func (c *cast) newName(s *party, r text.Range, head int, apposition text.Range) {
	first := head
	for first > r.First && c.Tokens[first-1].Is(text.Capital) && c.nameAt[first-1] < 0 && !determiners.Has(c.Tokens[first-1].Lower) {
		first--
	}
	c.fill(s, c.book.Derive(c.spelled(text.Range{First: first, Last: head + 1})), "named here")
}

// unnamed makes an actor of this article alone.
func (c *cast) unnamed(s *party, r text.Range) {
	for r.Len() > 1 && determiners.Has(c.Tokens[r.First].Lower) {
		r.First++
	}
	last := r.First
	for last < r.Last && !c.Tokens[last].In("who", "which", "that", ",") {
		last++
	}
	name := "unnamed " + strings.Join(strings.Fields(c.Words(text.Range{First: r.First, Last: max(last, r.First+1)})), " ")
	a := graph.Actor{ID: graph.ActorID(name) + "-" + strings.TrimPrefix(c.doc.ID, "doc:"), Names: []string{name}, Class: graph.Unnamed}
	head := c.Tokens[c.head(r)].Lower
	s.plural, s.human = collectives().Has(head), roles().Has(head)
	s.firm = organisations().Has(head) || genericNouns.Has(head) || papers().Has(head)
	if g := called[head]; g != "" && c.gender[a.ID] == "" {
		c.gender[a.ID] = g
	}
	c.fill(s, a, "not named")
}
