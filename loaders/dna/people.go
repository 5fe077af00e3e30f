package dna

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"counterclaim/graph"
)

// A cast is who is named in one document.
type cast struct {
	document string                 // its name
	named    []string               // of the book's actors
	made     map[string]graph.Actor // those that the book does not have
}

func newCast(document string) cast {
	return cast{document: document, made: map[string]graph.Actor{}}
}

// people reads who speaks, on whose side, and of whom.
func (c *coder) people(r row, s *graph.Statement, when graph.Date) {
	p, o := c.cell(r, person), c.cell(r, organization)
	switch {
	case c.has(speaker):
		s.Speaker = c.mention(r, speaker, "")
	case p != "":
		s.Speaker = c.mention(r, person, graph.Person)
	default:
		s.Speaker = c.mention(r, organization, graph.Organisation)
	}
	switch {
	case c.has(side):
		s.Side = c.mention(r, side, "").Actor
	case o != "":
		s.Side = c.sideOf(c.mention(r, organization, graph.Organisation).Actor, when)
	default:
		s.Side = c.sideOf(s.Speaker.Actor, when)
	}
	s.Target, s.Victim = c.mention(r, target, ""), c.mention(r, victim, "")
	s.TargetSide = c.mention(r, targetSide, "").Actor
	if !c.has(targetSide) {
		s.TargetSide = c.sideOf(s.Target.Actor, when)
	}
	for _, name := range c.list(r, via) {
		if m := c.mentionOf(name, "", c.at(r, via)); !slices.Contains(s.Via, m) {
			s.Via = append(s.Via, m)
		}
	}
}

// sideOf returns on whose side the actor is: the country for which it acts, or itself.
// Of a person without an organisation nothing is known.
func (c *coder) sideOf(id string, when graph.Date) string {
	if _, own := c.made[id]; own {
		if c.made[id].Class == graph.Person || c.made[id].Class == graph.Unnamed {
			return ""
		}
		return id
	}
	out := c.book.Side(id, when)
	if out != "" {
		c.named = append(c.named, out)
	}
	return out
}

func (c *coder) mention(r row, column string, class graph.Class) graph.Mention {
	return c.mentionOf(c.cell(r, column), class, c.at(r, column))
}

func (c *coder) mentionOf(cell string, class graph.Class, at place) graph.Mention {
	name, id := splitID(cell)
	if name == "" {
		return graph.Mention{}
	}
	return graph.Mention{Actor: c.actor(name, id, class, at), Words: name, Why: "coder"}
}

var withID = regexp.MustCompile(`^(.*\S) <(actor:[^\s<>"{}|\\^` + "`" + `\x00-\x1f]+)>$`)

// splitID takes "Ana Reyes <actor:ana-reyes>" apart.
func splitID(cell string) (name, id string) {
	if m := withID.FindStringSubmatch(cell); m != nil {
		cell, id = m[1], m[2]
	}
	return strings.Join(strings.Fields(cell), " "), id
}

// actor returns the ID of the actor and notes it. An unknown one is of the class, where
// the list tells.
func (c *coder) actor(name, id string, class graph.Class, at place) string {
	if id == "" {
		id, _, _ = c.book.Find(name)
	}
	if _, known := c.book.Actor(id); known {
		c.named = append(c.named, id)
		return id
	}
	a := graph.Actor{ID: id, Names: []string{name}, Class: graph.Unnamed}
	switch {
	case unnamed(name):
		if id == "" {
			a.ID = graph.ActorID(name + " " + c.document)
		}
	case !strings.ContainsFunc(name, unicode.IsLetter):
		c.bad(at, "%q has no letter; allowed is a name", name)
		return ""
	default:
		derived := c.book.Derive(name)
		if _, known := c.book.Actor(derived.ID); known && id == "" { // the book's name but for a hyphen or a stop
			c.named = append(c.named, derived.ID)
			return derived.ID
		}
		if id == "" {
			a.ID = derived.ID
		}
		if a.Class = derived.Class; class != "" && !(class == graph.Organisation && a.Class == graph.Group) {
			a.Class = class
		}
	}
	if _, known := c.made[a.ID]; !known || class != "" {
		c.made[a.ID] = a
	}
	return a.ID
}

func unnamed(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return strings.EqualFold(first, "unnamed")
}
