package article

import (
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// sideFrom returns on whose side the party is: what the book knows of the actor,
// else what the words around say ("a White House official"), else what the article
// has said of the actor before, else whose "its spokeswoman" is, else the country
// in view where only a state has such an office. Who speaks for nobody is a side
// of their own.
func (c *cast) sideFrom(s *party, r, apposition text.Range) string {
	if s.Actor == "" {
		return ""
	}
	if e, ok := c.entityOf(s.Actor); ok && e.own {
		return s.Actor
	}
	if side := c.book.Side(s.Actor, c.doc.Published); side != "" {
		return side
	}
	if s.actor.Class == graph.Group {
		return s.side
	}
	if c.relativeClause(apposition) {
		apposition = text.Range{}
	}
	if s.actor.Class == graph.Organisation && c.sides[s.Actor] == s.Actor {
		return s.Actor // "the Swedish carmaker" that was named without Sweden before
	}
	for _, find := range []func() string{
		func() string { return s.side },
		func() string { return c.sideNamed(s, r, apposition) },
		func() string { return c.sides[s.Actor] },
		func() string { return c.sideOfOwner(r.First) },
		func() string { return c.sideOfOwner(apposition.First) },
		func() string { return c.sideOfBody(s, r, apposition) },
		func() string { return c.sideOfOffice(s, r, apposition) },
	} {
		if side := find(); side != "" && side != s.Actor {
			if (s.actor.Class == graph.Organisation || s.firm) && c.ownMaster(s, r, apposition, side) {
				continue // "the Swedish carmaker"
			}
			c.sides[s.Actor] = side
			return side
		}
	}
	if s.actor.Class == graph.Person || s.actor.Class == graph.Organisation {
		c.sides[s.Actor] = s.Actor
		return s.Actor
	}
	return ""
}

// ownMaster reports whether an organisation acts for itself though its words name
// that country: it is no body of a state.
func (c *cast) ownMaster(s *party, r, apposition text.Range, side string) bool {
	if a, ok := c.book.Actor(side); !ok || a.Class != graph.Country {
		return false
	}
	for _, name := range s.actor.Names {
		for _, w := range strings.Fields(strings.ToLower(name)) {
			if ofState.Has(w) || states().Has(w) || governments().Has(w) {
				return false
			}
		}
	}
	for _, words := range []text.Range{r, apposition} {
		for i := words.First; i < words.Last; i++ {
			if w := c.Tokens[i].Lower; ofState.Has(w) || states().Has(w) || governments().Has(w) {
				return false
			}
		}
	}
	return true
}

// ofState are words for what belongs to a state.
var ofState = set("agency authority bureau board department commission court council police army navy air force forces command administration office delegation mission guard regulator watchdog state national state-owned state-run state-controlled government-owned federal royal party congress house senate supreme bank committee service ministry embassy institute academy security")

// sideOfBody returns the side of the organisation that a description of somebody
// calls by a common noun: "an agency official", "the company's general counsel".
func (c *cast) sideOfBody(s *party, ranges ...text.Range) string {
	if s.actor.Class == graph.Organisation || s.firm {
		return ""
	}
	for _, r := range ranges {
		for i := r.First; i < r.Last-1; i++ {
			t := &c.Tokens[i]
			if !genericNouns.Has(t.Lower) || i > r.First && preposition.Has(c.Tokens[i-1].Lower) {
				continue
			}
			if e := c.organisationBefore(text.Range{First: max(0, i-1), Last: i + 1}); e >= 0 {
				return c.sideOf(e)
			}
		}
	}
	return ""
}

func (c *cast) relativeClause(r text.Range) bool {
	return r.Len() > 0 && c.Tokens[r.First].In("who", "which")
}

// sideNamed returns the side of the first actor that the words name besides the
// party.
func (c *cast) sideNamed(s *party, ranges ...text.Range) string {
	for _, r := range ranges {
		for i := r.First; i < r.Last; i++ {
			if k := c.nameAt[i]; k >= 0 && c.entities[c.names[k].entity].actor.ID != s.Actor && !c.whereabouts(k, r) {
				if side := c.sideBeside(k); side != "" {
					return side
				}
			}
		}
	}
	return ""
}

// whereabouts reports whether a capital is named, among words that describe
// somebody, only as where they are: "speaking at a farm near Velda City", but not "a
// spokeswoman in Velda City".
func (c *cast) whereabouts(k int, r text.Range) bool {
	n := &c.names[k]
	if n.form != actors.Capital || n.First == 0 {
		return false
	}
	before := &c.Tokens[n.First-1]
	return before.In("near", "outside", "around") || before.In("in", "at") && strings.HasSuffix(c.Tokens[r.First].Lower, "ing")
}

// sideBeside returns the side of who is named in a description of somebody else. A
// person who speaks for nobody counts only as whose lawyer, or aide, that is.
func (p *page) sideBeside(k int) string {
	n := p.names[k]
	side := p.sideOf(n.entity)
	if p.entities[n.entity].person() && side == p.entities[n.entity].actor.ID && !p.is(n.Last, "'s") && !p.staff(n.Last) && !(n.First > 0 && p.Tokens[n.First-1].In("for", "to", "of")) {
		return ""
	}
	return side
}

// staff reports whether token i is a word for who or what belongs to the person
// named before it: "Holm spokeswoman", "the Holm campaign's lawyer".
func (p *page) staff(i int) bool {
	return i < len(p.Tokens) && !p.starts(i) && (p.Tokens[i].In("campaign", "camp", "team") || roles().Has(p.Tokens[i].Lower))
}

// sideOfOwner returns the side of whom "its", "his" or "her" at token i means.
func (c *cast) sideOfOwner(i int) string {
	if i <= 0 || i >= len(c.Tokens) {
		return ""
	}
	word := ""
	switch c.Tokens[i].Lower {
	case "its":
		word = "it"
	case "his":
		word = "he"
	case "her":
		word = "she"
	default:
		return ""
	}
	if side := c.sideInFront(i); side != "" {
		return side
	}
	var owner party
	owner.Span = c.span(text.Range{First: i, Last: i + 1})
	c.pronoun(&owner, word, i)
	return owner.side
}

// sideInFront returns the side of whom the sentence of token i begins with, where
// the token stands behind what is reported: "The club will appeal, its chairman
// said".
func (c *cast) sideInFront(i int) string {
	if !c.is(i-1, ",") {
		return ""
	}
	at := i - 1
	for at > 0 && !c.starts(at) {
		at--
	}
	if determiners.Has(c.Tokens[at].Lower) {
		at++
	}
	k := c.nameAt[at]
	if k < 0 || c.names[k].First != at || c.names[k].form == actors.Adjective || c.quoted(at) || skipPossessive(c.page, c.names[k].Last) > c.names[k].Last {
		return ""
	}
	return c.sideOf(c.names[k].entity)
}

func (c *cast) hasOffice(of *text.List, s *party, ranges ...text.Range) bool {
	for _, r := range ranges {
		for i := r.First; i < r.Last; i++ {
			if of.Has(c.Tokens[i].Lower) && !(c.is(i, "attorney") && c.is(i+1, "general")) {
				return true
			}
		}
	}
	return slices.ContainsFunc(s.roles, func(role string) bool {
		return of.Has(role) && !(role == "attorney" && slices.Contains(s.roles, "general"))
	})
}

// inView returns the country, or the organisation, that an office is of at token
// i: the one that the sentence has named first so far, outside the words that are
// reported; else the one named first in the sentence before, or the one that said
// it; else the country of the dateline.
func (c *cast) inView(i int, class graph.Class) string {
	at := len(c.Sentences) - 1
	for at > 0 && c.Sentences[at].First > i {
		at--
	}
	here := c.Sentences[at]
	if side := c.firstOf(class, text.Range{First: here.First, Last: i}); side != "" {
		return side
	}
	if at > 0 {
		if side := c.firstOf(class, c.Sentences[at-1]); side != "" {
			return side
		}
	}
	if class == graph.Country {
		return c.place
	}
	n := len(c.spoken) - 1
	for n >= 0 && (c.spoken[n].side == "" && c.spoken[n].paper() || c.is(i+1, "executive") && c.isAssociation(c.spoken[n].side)) {
		n--
	}
	if n < 0 {
		return ""
	}
	if side, ok := c.entityOf(c.spoken[n].side); ok && side.isOf(class) {
		return side.actor.ID
	}
	if last := &c.spoken[n]; last.firm && last.actor.Class == graph.Unnamed {
		return last.Actor // "The mayor's office disputed that figure. Spokeswoman ..."
	}
	return ""
}

func (c *cast) entityOf(actor string) (*entity, bool) {
	for k := range c.entities {
		if c.entities[k].actor.ID == actor {
			return &c.entities[k], true
		}
	}
	return nil, false
}

// firstOf returns the side of the first actor of the class that the range names,
// reported words left out.
func (c *cast) firstOf(class graph.Class, r text.Range) string {
	for i := r.First; i < r.Last; i++ {
		k := c.nameAt[i]
		if k >= 0 && !c.quoted(i) && !c.reported[i] && c.entities[c.names[k].entity].isOf(class) {
			return c.sideOf(c.names[k].entity)
		}
	}
	return ""
}

// stateBody reports whether the name is that of a body that every state has:
// "Foreign Ministry".
func stateBody(name string) bool {
	state := false
	for _, w := range strings.Fields(strings.ToLower(name)) {
		switch {
		case states().Has(w):
			state = true
		case !bodyWords.Has(w):
			return false
		}
	}
	return state
}

// bodyWords tell the bodies of one state apart.
var bodyWords = set("of the for and foreign affairs interior internal defence defense finance justice health trade energy environment education transport economic economy national state supreme")
