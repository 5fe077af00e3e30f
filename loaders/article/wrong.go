package article

import (
	"slices"
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// wrongs are verbs for conduct that one blames others for.
var wrongs = sync.OnceValue(func() *cueTable { return forms("wrongs") })

// wrongdoer finds who, other than the speaker, is said to have done wrong: the
// subject of such a verb. ok is false where nobody is.
func (r *reading) wrongdoer() (who party, ok bool) {
	if !r.wrongFound {
		r.wrong, r.wrongFound = r.findWrongdoer(), true
	}
	return r.wrong, r.wrong.Actor != ""
}

func (r *reading) findWrongdoer() party {
	for _, c := range r.f.content {
		for i := c.First + 1; i < c.Last; i++ {
			if subject := r.doerOf(i, c); subject.Len() > 0 {
				if who := r.referent(subject); who.Actor != "" && !r.isSpeaker(who) {
					return who
				}
			}
		}
	}
	return party{}
}

// tellsWrong reports whether a verb of the content tells a wrong that is not denied.
func (r *reading) tellsWrong(c text.Range) bool {
	for i := c.First + 1; i < c.Last; i++ {
		if _, n := r.wrongAt(i, c.Last); n > 0 && !r.negated(i) {
			return true
		}
	}
	return false
}

// doerOf returns the subject of the wrong that the verb at token i tells, empty
// where it tells none, or only denies or asks it.
func (r *reading) doerOf(i int, c text.Range) text.Range {
	w, n := r.wrongAt(i, c.Last)
	if n == 0 || w.form&(past|third|participle|ing) == 0 && !r.modalBefore(i) && !(i > c.First+1 && r.pluralBefore(i) && n > 1) || r.nounBefore(i) && w.form&ing == 0 {
		return text.Range{}
	}
	verb, be := i, false
	for verb > c.First && (auxiliaries.Has(r.Tokens[verb-1].Lower) || r.adverb(verb-1)) {
		verb--
		be = be || beForms.Has(r.Tokens[verb].Lower)
	}
	if by := r.agent(i+n, c.Last); be && w.form&participle != 0 && by.Len() > 0 && !r.negated(i) && !r.asks(i) {
		return r.actorIn(by) // "we were misled by the firm"
	}
	if be && w.form&ing == 0 || r.is(verb-1, "to") || r.negated(i) || r.asks(i) || modalVerb(r.Tokens[verb].Lower) {
		return text.Range{}
	}
	return r.subjectOf(verb, c)
}

// subjectOf finds the actor that the verb at token i says something of: right
// before it, before "who", or the subject of the clause.
func (r *reading) subjectOf(i int, c text.Range) text.Range {
	if i > c.First && r.Tokens[i-1].In("who", "which", "that") {
		return r.actorIn(r.nounPhrase(r.skipComma(i-1, c), c))
	}
	np := r.nounPhrase(i, c)
	if subject := r.actorIn(np); subject.Len() > 0 {
		return subject
	}
	if subject := r.ownerIn(np); subject.Len() > 0 {
		return subject
	}
	if subject := r.countryIn(np); subject.Len() > 0 {
		return subject
	}
	for k := i - 1; k > c.First && r.Tokens[k].Lower != "."; k-- {
		if r.finite(k) && !r.finite(k-1) {
			if subject := r.actorIn(r.nounPhrase(k, c)); subject.Len() > 0 {
				return subject
			}
		}
	}
	return text.Range{}
}

// actorIn returns the words where they can mean an actor, empty else.
func (r *reading) actorIn(words text.Range) text.Range {
	if words.Len() <= 0 || words.Len() == 1 && r.counts(words) || !r.plausible(words) && words.Len() > 1 || !r.named(words) {
		return text.Range{}
	}
	return words
}

// modalVerb reports whether a word makes what follows no fact: "would", "could".
func modalVerb(low string) bool { return modals.Has(low) && low != "to" }

func (r *reading) modalBefore(i int) bool { return i > 0 && r.Tokens[i-1].In("did", "does", "do") }

// referent tells whom words inside a content mean.
func (r *reading) referent(words text.Range) party {
	h := &r.Tokens[words.Last-1]
	if words.Len() > 1 || !pronouns.Has(h.Lower) && !h.In("him", "her", "them") {
		return r.introduced(words, r.cast.meaning(words, text.Range{}))
	}
	if h.In("we", "i", "you") {
		return party{}
	}
	if m, ok := r.namedBefore(words, h.Lower); ok {
		return m
	}
	if m, ok := r.sameTarget(h.Lower); ok {
		m.Mention.Words, m.Mention.Span = r.Words(words), r.span(words)
		return m
	}
	if who := r.lastOther(h.Lower, words); who.Actor != "" {
		return who
	}
	return r.cast.meaning(words, text.Range{})
}

// namedBefore takes a pronoun for the last one whom the same content names before
// it, if that fits.
func (r *reading) namedBefore(words text.Range, pronoun string) (party, bool) {
	c := r.spanOf(words.First)
	for i := words.First - 1; i >= c.First; i-- {
		k := r.nameAt[i]
		if k < 0 || r.names[k].form == actors.Adjective {
			continue
		}
		e := &r.entities[r.names[k].entity]
		s := party{Mention: graph.Mention{Actor: e.actor.ID, Words: r.Words(words), Span: r.span(words), Why: "pronoun: named before in the content"}, actor: e.actor, side: r.sideOf(r.names[k].entity)}
		if !r.isSpeaker(s) && r.cast.fits(&s, pronoun) {
			return s, true
		}
	}
	return party{}, false
}

// lastOther takes a pronoun for the last other speaker whom it fits.
func (r *reading) lastOther(pronoun string, words text.Range) party {
	for i := len(r.cast.spoken) - 1; i >= 0; i-- {
		if s := r.cast.spoken[i]; s.Actor != "" && s.Actor != r.who.Actor && (s.side == "" || s.side != r.who.side) && r.cast.fits(&s, pronoun) {
			s.Mention = graph.Mention{Actor: s.Actor, Words: r.Words(words), Span: r.span(words), Why: "pronoun: the last other speaker who can be \"" + pronoun + "\""}
			return s
		}
	}
	return party{}
}

// sameTarget takes a pronoun for whom the same speaker has just spoken of.
func (r *reading) sameTarget(pronoun string) (party, bool) {
	last := len(r.earlier) - 1
	if last < 0 || !r.spokeBefore(last) || r.earlier[last].Target.Actor == "" {
		return party{}, false
	}
	for k := range r.entities {
		if e := &r.entities[k]; e.actor.ID == r.earlier[last].Target.Actor {
			s := party{Mention: graph.Mention{Actor: e.actor.ID, Why: "pronoun: whom the speaker spoke of before"}, actor: e.actor, side: r.sideOf(k)}
			return s, r.cast.fits(&s, pronoun)
		}
	}
	return party{}, false
}

// toldOf finds, for a statement that is aimed at nobody by its kind, an opponent
// that it is about all the same: one named in it.
func (r *reading) toldOf(kinds []graph.Kind) (graph.Mention, string) {
	if slices.Contains(kinds, graph.Denial) {
		return r.denied()
	}
	if !slices.Contains(kinds, graph.Assertion) {
		return graph.Mention{}, ""
	}
	m, side := r.opponent()
	if m.Actor == "" {
		return r.told()
	}
	for _, c := range r.f.content {
		for i := c.First; i < c.Last; i++ {
			if k := r.nameAt[i]; k >= 0 {
				if id := r.entities[r.names[k].entity].actor.ID; id == m.Actor || side != "" && r.sideOf(r.names[k].entity) == side {
					return r.mention(k)
				}
			}
		}
	}
	if m, side := r.told(); m.Actor != "" {
		return m, side
	}
	return r.answered()
}

// answered is who has just spoken against the side of who now gives a plain account of
// their own, with nobody else between.
func (r *reading) answered() (graph.Mention, string) {
	if _, other := r.acting(); other || !(r.f.class.speaks() || r.f.class == tell) || r.asksSomething() {
		return graph.Mention{}, ""
	}
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-plainBack); i-- {
		s := &r.earlier[i]
		switch {
		case r.against(s) && attacks(s) && !s.Has(graph.Demand):
			return graph.Mention{Actor: s.Speaker.Actor, Why: "whose words were aimed at the speaker's side before"}, s.Side
		case !r.spokeBefore(i):
			return graph.Mention{}, ""
		}
	}
	return graph.Mention{}, ""
}

// isSpeaker reports whether the party is who speaks, or on the same side.
func (r *reading) isSpeaker(who party) bool {
	return who.Actor == r.who.Actor || who.side != "" && who.side == r.who.side || r.who.side == who.Actor
}

// addressed resolves the object of the cue: "urged the agency to", "accused him
// of".
func (r *reading) addressed() (party, bool) {
	c := r.f.content[0]
	last := c.First
	for last < c.Last && last < c.First+8 && !r.Tokens[last].In("of", "for", "to", "over", "that", "as", "with", "about", "from", "after", "in", "on", ",", "by", ":", "against") && !r.Tokens[last].Is(text.Open) {
		last++
	}
	words, h := text.Range{First: c.First, Last: last}, &r.Tokens[c.First]
	if h.In("his", "her", "their", "its") && words.Len() > 1 { // "her statement"
		who := r.lastOther(map[string]string{"his": "him", "her": "her", "their": "them", "its": "it"}[h.Lower], text.Range{First: c.First, Last: c.First + 1})
		return who, who.Actor != "" && !r.isSpeaker(who)
	}
	if last == c.First || last == c.Last && r.f.class == demand || !r.named(words) {
		return party{}, false
	}
	if words.Len() == 1 && h.In("nobody", "everybody", "everyone", "anybody", "anyone", "others") {
		return party{}, false
	}
	who := r.referent(words)
	return who, who.Actor != "" && !r.isSpeaker(who)
}

// named reports whether the words can mean an actor: they end in a name, a role, a
// body or a pronoun.
func (r *reading) named(words text.Range) bool {
	h := &r.Tokens[words.Last-1]
	low := strings.TrimSuffix(h.Lower, "'s")
	return r.nameAt[words.Last-1] >= 0 || h.In("it", "he", "she", "they", "him", "her", "them", "side", "sides", "parties", "troops", "forces") || roles().Has(low) || roles().Has(strings.TrimSuffix(low, "s")) || governments().Has(low) || organisations().Has(low) || collectives().Has(low) || staff().Has(low) || parts().Has(low)
}

// opponent is whom the speaker's side was last at odds with: who was aimed at them
// before, or whom they aimed at.
func (r *reading) opponent() (graph.Mention, string) {
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-12); i-- {
		s := &r.earlier[i]
		mine := s.Speaker.Actor == r.who.Actor || s.Side != "" && s.Side == r.who.side
		atMe := s.Target.Actor != "" && (s.Target.Actor == r.who.Actor || s.Target.Actor == r.who.side || s.TargetSide != "" && s.TargetSide == r.who.side)
		switch {
		case atMe && !mine && s.Speaker.Actor != "":
			return graph.Mention{Actor: s.Speaker.Actor, Why: "whose words were aimed at the speaker's side before"}, s.Side
		case mine && s.Target.Actor != "":
			return graph.Mention{Actor: s.Target.Actor, Why: "at whom the speaker's side aimed before"}, s.TargetSide
		}
	}
	return graph.Mention{}, ""
}
