package article

import (
	"strings"

	"counterclaim/graph"
)

// pronoun takes the last speaker that fits, not the last one mentioned.
func (c *cast) pronoun(s *party, word string) {
	for i := len(c.spoken) - 1; i >= 0; i-- {
		prev := &c.spoken[i]
		if prev.Actor != "" && c.fits(prev, word) {
			roles := prev.roles
			c.fill(s, prev.actor, "pronoun: the last speaker who can be \""+word+"\"")
			c.learn(prev.Actor, word)
			s.side, s.plural, s.roles = prev.side, prev.plural, roles
			return
		}
	}
	if word == "he" || word == "she" {
		for k := len(c.names) - 1; k >= 0; k-- {
			n := c.names[k]
			e := &c.entities[n.entity]
			if c.Tokens[n.First].Start < s.Span.Start && e.person() && genderFits(e.gender, word) {
				c.fill(s, e.actor, "pronoun: the last person named")
				s.side = c.sideOf(n.entity)
				return
			}
		}
	}
}

func (c *cast) fits(s *party, word string) bool {
	switch word {
	case "he", "she", "him", "her":
		gender := c.gender[s.Actor]
		if _, _, g, ok := c.book.Person(s.Actor); ok && g != "" {
			gender = g
		}
		if gender == "" {
			gender = genderOfRole(append([]string{s.Words}, s.roles...))
		}
		return s.person() && genderFits(gender, word)
	case "they", "them", "both":
		return s.plural || s.actor.Class == graph.Organisation || s.actor.Class == graph.Group
	case "it":
		return !s.plural && (s.actor.Class == graph.Organisation || s.actor.Class == graph.Country)
	}
	return true
}

// learn notes that an actor was called "he" or "she", so that the other pronoun
// means somebody else from then on.
func (c *cast) learn(actor, word string) {
	switch word {
	case "he":
		c.gender[actor] = "m"
	case "she":
		c.gender[actor] = "f"
	}
}

func genderFits(gender, word string) bool {
	return gender == "" || gender == "f" == (word == "she" || word == "her")
}

// genderOfRole reads "the spokeswoman" and "a chairman".
func genderOfRole(called []string) string {
	for _, words := range called {
		for _, w := range strings.Fields(words) {
			switch w = strings.ToLower(w); {
			case !roles().Has(w):
			case strings.HasSuffix(w, "woman"):
				return "f"
			case strings.HasSuffix(w, "man"):
				return "m"
			}
		}
	}
	return ""
}
