package article

import (
	"sort"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// pronoun takes, for "he", "she" and "it" at token i, who fits and speaks or is
// first named in the sentence itself or one of the last before it, else the last
// speaker that fits.
func (c *cast) pronoun(s *party, word string, i int) {
	if word != "they" && word != "them" && word != "both" && c.nearby(s, word, i) {
		return
	}
	for i := len(c.spoken) - 1; i >= 0; i-- {
		if prev := &c.spoken[i]; prev.Actor != "" && c.fits(prev, word) {
			c.same(s, prev, word)
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

// sentencesBack is how far a pronoun reaches for somebody who is not a speaker.
const sentencesBack = 3

// nearby looks for the meaning of the pronoun at token i sentence by sentence.
func (c *cast) nearby(s *party, word string, i int) bool {
	own := sort.Search(len(c.Sentences), func(k int) bool { return c.Sentences[k].Last > i })
	for k := own; k >= 0 && k >= own-sentencesBack; k-- {
		sentence := c.Sentences[k]
		if k == own {
			sentence.Last = i
		}
		behind := k == own && i > 0 && (c.is(i-1, ",") || c.Tokens[i-1].Is(text.Close)) // "..., it said": what stands before is said
		if sentence.Len() > 0 && (c.speaksIn(s, word, sentence) || !behind && (word == "it" && c.subjectIn(s, sentence) || c.firstNamed(s, word, sentence))) {
			return true
		}
	}
	return false
}

// speaksIn takes the last who speaks in the sentence and fits.
func (c *cast) speaksIn(s *party, word string, sentence text.Range) bool {
	start, end := c.Text.Span(sentence)
	for i := len(c.spoken) - 1; i >= 0; i-- {
		prev := &c.spoken[i]
		if prev.Span.End > 0 && prev.Span.End <= start {
			return false
		}
		if prev.Span.Start >= start && prev.Span.End <= end && prev.Actor != "" && c.fits(prev, word) {
			c.same(s, prev, word)
			return true
		}
	}
	return false
}

// subjectIn takes for "it" the organisation or paper that is the subject of the
// sentence without being named: "The firm sounds contrite."
func (c *cast) subjectIn(s *party, sentence text.Range) bool {
	for i := sentence.First + 1; i < sentence.Last; i++ {
		if c.quoted(i) || !c.finite(i) {
			continue
		}
		np := c.nounPhrase(i, sentence)
		if np.Len() == 0 || !c.plausible(np) || !determiners.Has(c.Tokens[np.First].Lower) {
			return false
		}
		head := c.Tokens[c.head(np)].Lower
		if c.nameAt[c.head(np)] >= 0 || !organisations().Has(head) && !genericNouns.Has(head) && !papers().Has(head) {
			return false
		}
		subject := c.meaning(np, text.Range{})
		if subject.Actor == "" || !c.fits(&subject, "it") {
			return false
		}
		c.same(s, &subject, "it")
		s.Why = "pronoun: the subject of the sentence before"
		return true
	}
	return false
}

// firstNamed takes who is named first in the sentence, outside quotations and not
// only as the owner or the object of something, if that fits.
func (c *cast) firstNamed(s *party, word string, sentence text.Range) bool {
	for k := range c.names {
		n := &c.names[k]
		if n.First < sentence.First || n.Last > sentence.Last || n.form == actors.Adjective || c.quoted(n.First) || skipPossessive(c.page, n.Last) > n.Last || n.First > sentence.First && preposition.Has(c.Tokens[n.First-1].Lower) {
			continue
		}
		var named party
		c.named(&named, n.First, n.Range, text.Range{})
		if c.fits(&named, word) {
			c.same(s, &named, word)
			s.Why = "pronoun: named first in the sentence before"
			return true
		}
		if word == "it" { // its subject is something else
			return false
		}
	}
	return false
}

// same makes s the same as a party before it.
func (c *cast) same(s, before *party, word string) {
	c.fill(s, before.actor, "pronoun: the last speaker who can be \""+word+"\"")
	c.learn(before.Actor, word)
	s.side, s.plural, s.roles, s.firm, s.human = before.side, before.plural, before.roles, before.firm, before.human
}

func (c *cast) fits(s *party, word string) bool {
	switch word {
	case "he", "she", "him", "her":
		gender := c.genderOf(s.Actor)
		if gender == "" {
			gender = genderOfRole(append([]string{s.Words}, s.roles...))
		}
		return s.person() && genderFits(gender, word)
	case "they", "them", "both":
		return s.plural || s.actor.Class == graph.Organisation || s.firm || s.actor.Class == graph.Group
	case "it":
		return !s.plural && (s.actor.Class == graph.Organisation || s.firm || s.actor.Class == graph.Country)
	}
	return true
}

// genderOf returns the gender of an actor as the book, the article or a pronoun
// before tells it, "" for unknown.
func (c *cast) genderOf(actor string) string {
	for k := range c.entities {
		if e := &c.entities[k]; e.actor.ID == actor && e.gender != "" {
			return e.gender
		}
	}
	return c.gender[actor]
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
