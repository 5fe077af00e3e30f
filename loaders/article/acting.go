package article

import (
	"slices"
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// acting returns who, other than the speaker's side, the first sentence of the
// content speaks of: the actor that is the subject of its first verb.
func (r *reading) acting() (party, bool) {
	if !r.actsFound {
		c := r.f.content[0]
		r.acts, _ = r.subjectIn(c, r.firstFinite(c))
		r.actsFound = true
		if r.isSpeaker(r.acts) {
			r.acts = party{}
		}
	}
	return r.acts, r.acts.Actor != ""
}

// blamed returns whom the sentence of the content speaks of that has a word of
// criticism.
func (r *reading) blamed() (party, bool) {
	at, ok := r.at(graph.Criticism)
	if !ok {
		return r.acting()
	}
	c := r.spanOf(at)
	for i := at - 1; i >= c.First; i-- {
		if r.Tokens[i].In(".", "?", "!", ";") {
			c.First = i + 1
		}
	}
	verb := r.firstFinite(c)
	if verb < 0 || verb > at {
		return party{}, false
	}
	if who, ok := r.subjectIn(c, verb); ok {
		return who, true
	}
	words := r.ownerIn(r.nounPhrase(verb, c))
	if words.Len() == 0 {
		return party{}, false
	}
	who := r.referent(words)
	return who, who.Actor != "" && !r.isSpeaker(who)
}

// ownerIn returns the name of whom a thing is: "Norrline's offer", "Norrline lamps".
func (r *reading) ownerIn(words text.Range) text.Range {
	for i := words.First; i < words.Last-1; i++ {
		if k := r.nameAt[i]; k >= 0 && r.names[k].form != actors.Adjective {
			return r.names[k].Range
		}
		if preposition.Has(r.Tokens[i].Lower) {
			break
		}
	}
	return text.Range{}
}

// countryIn returns the adjective of the country whose people the words mean:
// "Veldan snipers".
func (r *reading) countryIn(words text.Range) text.Range {
	for i := words.First; i < words.Last-1 && !preposition.Has(r.Tokens[i].Lower); i++ {
		if k := r.nameAt[i]; k >= 0 && r.names[k].form == actors.Adjective {
			return r.names[k].Range
		}
	}
	return text.Range{}
}

// warned returns whom a warning is given to: "warned the firm that".
func (r *reading) warned() (party, bool) {
	words := text.Range{First: r.f.cue.Last, Last: r.start()}
	for words.Len() > 0 && r.Tokens[words.Last-1].In("that", ",") {
		words.Last--
	}
	if r.f.class != warn || words.Len() <= 0 || words.Len() > 6 || !r.named(words) {
		return party{}, false
	}
	who := r.referent(words)
	return who, who.Actor != "" && who.actor.Class != graph.Unnamed && !r.isSpeaker(who)
}

// alleges reports whether the statement alleges that another did something:
// "alleged that officers had waited an hour", and in plain words where it is a
// prosecutor or a lawsuit that says so.
func (r *reading) alleges() bool {
	formal := r.f.class.speaks() || r.f.class == tell
	if r.f.lemma != "allege" && r.f.lemma != "claim" && !(formal && r.prosecutes()) {
		return false
	}
	verb := r.firstFinite(r.f.content[0])
	if verb < 0 || modalVerb(r.Tokens[verb].Lower) || r.negatedAt(verb) || r.f.lemma != "allege" && beForms.Has(r.Tokens[verb].Lower) {
		return false
	}
	_, ok := r.acting()
	return ok
}

// prosecutes reports whether it is the office of who speaks to accuse: a
// prosecutor, a lawsuit.
func (r *reading) prosecutes() bool {
	for _, words := range []text.Range{r.f.subject, r.f.apposition} {
		for i := words.First; i < words.Last; i++ {
			if accusers().Has(r.Tokens[i].Lower) {
				return true
			}
		}
	}
	return slices.ContainsFunc(r.who.roles, accusers().Has)
}

// accusers are nouns for who or what accuses by office.
var accusers = sync.OnceValue(func() *text.List { return text.Words("accusers") })

// wants reports whether the speaker wants another to do something: "wants the mine
// to close".
func (r *reading) wants() bool {
	if r.f.class != wish || r.Tokens[r.start()].Lower == "to" {
		return false
	}
	c := r.f.content[0]
	for i := c.First + 1; i < c.Last && i < c.First+8; i++ {
		if r.Tokens[i].Lower == "to" {
			who, ok := r.addressed()
			return ok && !r.isSpeaker(who)
		}
	}
	return false
}

// author takes, for words or a work that are criticised, who said or made them:
// the last other speaker, of "the offer" the last one who spoke of an offer.
func (r *reading) author() (graph.Mention, string) {
	noun, ok := r.criticisedWork()
	if !ok {
		return graph.Mention{}, ""
	}
	last := -1
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-authorBack); i-- {
		s := &r.earlier[i]
		if s.Speaker.Actor == "" || s.Speaker.Actor == r.who.Actor || s.Side != "" && s.Side == r.who.side || r.isPaper(i) {
			continue
		}
		if last < 0 {
			last = i
		}
		if noun == "" || strings.Contains(strings.ToLower(s.Text), noun) {
			last = i
			break
		}
	}
	if last < 0 {
		return graph.Mention{}, ""
	}
	m := r.earlier[last].Speaker
	m.Words, m.Span, m.Why = "", graph.Span{}, "the last other speaker, whose words are criticised"
	return m, r.earlier[last].Side
}

// authorBack is how many statements back the author of what is criticised spoke.
const authorBack = 6

// isPaper reports whether the speaker of statement i is a paper without a name.
func (r *reading) isPaper(i int) bool {
	s := &r.cast.parties[i]
	return s.actor.Class == graph.Unnamed && slices.ContainsFunc(s.roles, papers().Has)
}

// criticisedWork returns the noun for the words or the work that the content is
// about, "" for "this" and "that". ok is false where it is about something else.
func (r *reading) criticisedWork() (noun string, ok bool) {
	c := r.f.content[0]
	first := c.First
	for first < c.Last && (r.Tokens[first].Is(text.Open) || determiners.Has(r.Tokens[first].Lower) && !r.Tokens[first].In("this", "that", "these", "those")) {
		first++
	}
	for i := first; i < c.Last && i < first+5; i++ {
		t := &r.Tokens[i]
		if k := r.nameAt[i]; k >= 0 && i == first && r.is(r.names[k].Last, "'s") {
			i = r.names[k].Last // "Norrline's account"
			continue
		}
		switch {
		case i == first && t.Lower == "as":
			return "", true // "dismissed that as a joke"
		case r.nameAt[i] >= 0 || t.In("of", "as", "by", "that") && i > first:
			return "", false
		case i == first && t.In("this", "that", "these", "those", "it"):
			if i+1 >= c.Last || r.finite(i+1) || t.Lower != "it" && r.Tokens[i+1].In("as", "was", "is") {
				return "", true
			}
		case works().Has(t.Lower) || papers().Has(t.Lower) || allegations().Has(t.Lower) || requests().Has(t.Lower):
			return t.Lower, true
		}
	}
	return "", false
}

// goesOn reports whether the statement goes on about whom the same side has just
// accused or criticised: "They never opened the book."
func (r *reading) goesOn() bool {
	last := len(r.earlier) - 1
	if last < 0 || !r.spokeBefore(last) || !r.earlier[last].Has(graph.Criticism) && !r.earlier[last].Has(graph.Attribution) || r.earlier[last].Target.Actor == "" {
		return false
	}
	who, ok := r.acting()
	return ok && who.Actor == r.earlier[last].Target.Actor
}

// spokeBefore reports whether statement i is of the same speaker, or one of the
// same side.
func (r *reading) spokeBefore(i int) bool {
	s := &r.earlier[i]
	return s.Speaker.Actor == r.who.Actor || s.Side != "" && s.Side == r.who.side
}

// told returns whom a plain statement is about: another who has spoken before, or
// of whom one has spoken, where the speaker or the other is in a quarrel, or whom
// the article lets speak, too.
func (r *reading) told() (graph.Mention, string) {
	who, ok := r.acting()
	if !ok || who.actor.Class == graph.Unnamed {
		return graph.Mention{}, ""
	}
	for i := len(r.earlier) - 1; i >= 0; i-- {
		s := &r.earlier[i]
		if s.Target.Actor == "" || s.Has(graph.Assertion) || s.Has(graph.Praise) {
			continue
		}
		if isOf(who.Actor, who.side, s) || isOf(r.who.Actor, r.who.side, s) {
			return r.aim(who)
		}
	}
	if r.speaksToo(who.Actor) {
		return r.aim(who)
	}
	return graph.Mention{}, ""
}

// speaksToo reports whether the article lets an actor speak by name.
func (r *reading) speaksToo(actor string) bool {
	for k := range r.found {
		subject := r.found[k].subject
		for i := subject.First; i < subject.Last; i++ {
			if n := r.nameAt[i]; n >= 0 && r.entities[r.names[n].entity].actor.ID == actor {
				return true
			}
		}
	}
	return false
}

// isOf reports whether the actor, or its side, speaks in a statement or is its
// target.
func isOf(actor, side string, s *graph.Statement) bool {
	return s.Speaker.Actor == actor || s.Target.Actor == actor || side != "" && (s.Side == side || s.TargetSide == side)
}
