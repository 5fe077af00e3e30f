package article

import (
	"slices"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// A party is who some words mean: an actor, with the reason.
type party struct {
	graph.Mention
	actor  graph.Actor // zero where the words name nobody
	side   string      // where the actor alone does not tell: from the words around
	roles  []string    // what it was called
	plural bool
	human  bool // called by what a person does: "an official"
	firm   bool // an organisation, though its name is like a person's
}

// person reports whether "he" or "she" can mean the party.
func (s *party) person() bool {
	return s.actor.Class == graph.Person && !s.firm || s.actor.Class == graph.Unnamed && s.human && !s.plural
}

// paper reports whether it is something written.
func (s *party) paper() bool {
	return s.actor.Class == graph.Unnamed && slices.ContainsFunc(s.roles, papers().Has)
}

// A cast is the speakers of an article so far, for "she", "the ministry
// spokesman", "the official".
type cast struct {
	*page
	spoken   []party
	parties  []party                // by statement
	sources  []party                // who reported, for "according to the release"
	gender   map[string]string      // of actors, as pronouns have shown it
	sides    map[string]string      // of actors, as the article has told it so far
	reported []bool                 // by token: whether it is in what somebody is found to say
	people   map[string]graph.Actor // whom the statements mean, besides those of the book
}

// casts are those of articles that have been read: the next ones are read in their
// memory.
var casts = sync.Pool{New: func() any {
	return &cast{page: &page{Text: &text.Text{}}, gender: map[string]string{}, sides: map[string]string{}, people: map[string]graph.Actor{}}
}}

// begin makes it the cast of another article, without a speaker yet.
func (c *cast) begin(a *Loader, doc *graph.Document, prose []text.Range) {
	c.page.begin(a, doc, prose)
	clear(c.gender)
	clear(c.sides)
	clear(c.people)
	c.spoken, c.parties, c.sources, c.reported = c.spoken[:0], c.parties[:0], c.sources[:0], c.reported[:0]
}

// findReported notes what is in the words that somebody is found to say.
func (c *cast) findReported() {
	for range c.Tokens {
		c.reported = append(c.reported, false)
	}
	for i := range c.found {
		for _, r := range c.found[i].content {
			for k := r.First; k < r.Last; k++ {
				c.reported[k] = true
			}
		}
	}
}

// note keeps somebody whom the statements mean.
func (c *cast) note(a graph.Actor) {
	if a.ID != "" {
		c.people[a.ID] = a
	}
}

// speaker tells who is meant by the subject of a statement.
func (c *cast) speaker(f *found) party {
	if f.same && f.of < len(c.parties) {
		s := c.parties[f.of]
		s.Why = "the quotation goes on: speaker of the sentence before"
		return s
	}
	if f.subject.Len() == 0 {
		return party{}
	}
	s := c.meaning(f.subject, f.apposition)
	if f.relative.Len() > 0 {
		s.Words, s.Span = c.Words(f.relative), c.span(f.relative)
	}
	if !f.implicit {
		c.spoken = append(c.spoken, s)
	}
	return s
}

// meaning tells whom the words mean; apposition is what is said of them.
func (c *cast) meaning(r, apposition text.Range) party {
	s := party{Mention: graph.Mention{Words: c.Words(r), Span: c.span(r)}}
	head := c.head(r)
	h := &c.Tokens[head]
	switch {
	case r.Len() == 1 && (pronouns.Has(h.Lower) || h.In("both", "him", "her", "them")):
		c.pronoun(&s, h.Lower, r.First)
	case c.isPair(r):
		c.pair(&s, r)
	case c.nameAt[head] >= 0:
		c.named(&s, head, r, apposition)
	case c.besideName(apposition) >= 0:
		c.beside(&s, r, apposition)
	case papers().Has(h.Lower):
		c.paper(&s, r, head)
	case h.In("sides", "countries", "governments", "nations", "parties", "leaders") && c.dual(r):
		c.bothSides(&s, r)
	case governments().Has(h.Lower):
		c.government(&s, r, head)
	case organisations().Has(h.Lower) || genericNouns.Has(h.Lower):
		c.organisation(&s, r, head, apposition)
	case roles().Has(h.Lower):
		c.role(&s, r, head, apposition)
	case h.Is(text.Capital) && !c.starts(head):
		c.newName(&s, r, head, apposition)
	case h.Is(text.Capital) && r.Len() == 1 && !stopwords().Has(h.Lower):
		c.newName(&s, r, head, apposition)
	default:
		c.unnamed(&s, r)
	}
	s.side = c.sideFrom(&s, r, apposition)
	s.roles = append(make([]string, 0, len(s.roles)+r.Len()), s.roles...) // what others were called stays
	for i := r.First; i < r.Last; i++ {
		if low := c.Tokens[i].Lower; i <= head || !roles().Has(low) {
			s.roles = append(s.roles, low)
		}
	}
	return s
}

// head returns the token that carries a noun phrase: the last before the first
// preposition that is not inside a name.
func (c *cast) head(r text.Range) int {
	head := r.First
	for i := r.First; i < r.Last; i++ {
		i = c.pastParenthesis(i, r)
		if i >= r.Last {
			break
		}
		t := &c.Tokens[i]
		if t.Lower == "in" && c.is(i+1, "chief") {
			i++ // "Editor in chief Ida Holm"
			continue
		}
		if c.nameAt[i] < 0 && i > r.First && (preposition.Has(t.Lower) || t.In("who", "which", "that", ",", "(")) {
			break
		}
		if t.Is(text.Word) && t.Lower != "'s" {
			head = i
		}
	}
	return head
}

func (c *cast) fill(s *party, a graph.Actor, why string) {
	s.actor, s.Actor, s.Why = a, a.ID, why
}

// named takes the entity named at the head.
func (c *cast) named(s *party, head int, r, apposition text.Range) {
	n := c.names[c.nameAt[head]]
	e := &c.entities[n.entity]
	why := "full name"
	switch {
	case n.form == actors.Capital:
		why = "the place stands for its government"
	case n.form == actors.Adjective:
		why = "adjective of the country"
	case !n.full && c.Tokens[n.First].Lower == e.family:
		why = "family name of " + e.actor.Name()
	case !n.full:
		why = "given name of " + e.actor.Name()
	}
	c.fill(s, e.actor, why)
	s.roles, s.firm = e.roles, e.company
	s.side = c.sideOf(n.entity)
}
