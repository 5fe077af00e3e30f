package article

import (
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// requested returns of whom something is demanded in a clause: "demanded that the
// council reply", "the council should reply".
func (r *reading) requested() (party, bool) {
	c := r.f.content[0]
	verb := -1
	switch at, ok := r.at(graph.Demand); {
	case ok && r.Tokens[at].In("should", "must", "has", "have", "needs", "need", "ought", "owes"):
		c, verb = r.spanOf(at), at
	case r.f.class == demand && r.is(c.First-1, "that"):
		who := r.nounPhraseAfter(c.First, c)
		for who.Len() > 1 && !r.named(who) {
			who.Last-- // "the mayor resign"
		}
		return r.other(who)
	}
	if verb < 0 {
		return party{}, false
	}
	for i := verb; i < c.Last && i < verb+4; i++ {
		if r.is(i, "be") { // "should be freed" does not say by whom
			return party{}, false
		}
	}
	return r.doer(r.nounPhrase(verb, c))
}

// asksAnother reports whether what is demanded is to be done by somebody whom the
// words name and the article does not: "demanded that the pilot resign".
func (r *reading) asksAnother() bool {
	c := r.f.content[0]
	return r.f.class == demand && r.is(c.First-1, "that") && !r.holds(text.Range{First: c.First, Last: min(c.Last, c.First+mostObject)}, "be") && !pronouns.Has(r.Tokens[c.First].Lower)
}

// doer resolves the words for who is to do or has done something, if that is
// somebody else than the speaker, with a name.
func (r *reading) doer(words text.Range) (party, bool) {
	who, ok := r.other(words)
	return who, ok && who.actor.Class != graph.Unnamed
}

// other resolves words that mean somebody else than the speaker.
func (r *reading) other(words text.Range) (party, bool) {
	if words = r.actorIn(words); words.Len() == 0 || r.Tokens[words.First].In("we", "i", "you", "it", "nobody", "everybody", "everyone", "anybody", "anyone", "others", "who", "both", "all", "two") {
		return party{}, false
	}
	who := r.referent(words)
	return who, who.Actor != "" && !r.sameVoice(who)
}

// governed resolves whom the object of the cue names in its second place: "the
// club's decision", "an apology from the club", "a suit against the club".
func (r *reading) governed() (party, bool) {
	c := r.f.content[0]
	for i := c.First; i+1 < c.Last && i < c.First+mostObject; i++ {
		t := &r.Tokens[i]
		switch {
		case t.Lower == "'s" || len(t.Lower) > 2 && t.Lower[len(t.Lower)-2:] == "s'":
			if who, ok := r.doer(r.nounPhrase(i, c)); ok {
				return who, true
			}
		case t.Lower == "against", r.f.class == demand && t.In("from", "by"), r.f.class != demand && t.In("by", "about"):
			if who, ok := r.doer(r.nounPhraseAfter(i+1, c)); ok {
				return who, true
			}
		case t.In(".", ";", "that") || t.Is(text.Open):
			return party{}, false
		}
	}
	return party{}, false
}

// sameVoice reports whether the party is the speaker, whom the speaker speaks for,
// or part of the speaker. Two bodies of one state are two voices.
func (r *reading) sameVoice(who party) bool {
	return who.Actor == r.who.Actor || who.Actor == r.who.side || who.side != "" && who.side == r.who.Actor
}

// harms are the forms of verbs for acts that do harm.
var harms = sync.OnceValue(func() *cueTable { return forms("harmful-acts") })

// actedBefore returns who, by the reporter's own words in the two sentences
// before, did harm or wrong: to whom a demand or a reproach that names nobody
// goes. "Veldany seized the ship. Norreland demanded its release."
func (r *reading) actedBefore() (party, bool) {
	for k := r.f.sentence - 1; k >= max(0, r.f.sentence-2); k-- {
		s := r.Sentences[k]
		for i := s.First + 1; i < s.Last; i++ {
			if r.quoted(i) || r.cast.reported[i] || r.Tokens[i].Is(text.Capital) {
				continue
			}
			if who, ok := r.harmedBy(i, s); ok {
				return who, true
			}
		}
	}
	return party{}, false
}

// harmedBy returns who does what the verb at token i of a sentence tells, if that
// is harm or wrong.
func (r *reading) harmedBy(i int, s text.Range) (party, bool) {
	c, n := r.longest(harms().Of(r.Tokens[i].Lower), i, s.Last)
	if n == 0 {
		if c, n = r.wrongAt(i, s.Last); n == 0 {
			return party{}, false
		}
	}
	verb := i
	for verb > s.First && (haveForms.Has(r.Tokens[verb-1].Lower) || r.adverb(verb-1)) {
		verb--
	}
	switch {
	case beForms.Has(r.Tokens[verb-1].Lower):
		if by := r.agent(i+n, s.Last); by.Len() > 0 {
			return r.doer(by)
		}
		return party{}, false
	case c.form&(past|third) == 0 && verb == i:
		return party{}, false
	}
	return r.doer(r.subjectOf(verb, s))
}

// described resolves "called on the country to", "accusing the chip maker of": the
// country, or the organisation, named last before that is not the speaker.
func (r *reading) described() (graph.Mention, string) {
	c := r.whole()
	for i := c.First; i+1 < c.Last && i < c.First+4; i++ {
		if r.Tokens[i].Lower != "the" {
			continue
		}
		e, last := -1, i+2
		if governments().Has(r.Tokens[i+1].Lower) {
			e = r.cast.countryBefore(i, r.who.side)
		} else if last = r.organisationNoun(i + 1); last > 0 {
			e = r.cast.organisationBefore(text.Range{First: i, Last: last}, r.who.Actor, r.who.side)
		}
		if e >= 0 {
			words := text.Range{First: i, Last: last}
			return graph.Mention{Actor: r.entities[e].actor.ID, Words: r.Words(words), Span: r.span(words), Why: "named last before"}, r.sideOf(e)
		}
	}
	return graph.Mention{}, ""
}

// organisationNoun returns the token behind a noun for an organisation that
// stands at token i or behind one more word, 0 for none.
func (r *reading) organisationNoun(i int) int {
	for k := i; k < i+2 && k < len(r.Tokens); k++ {
		if organisations().Has(r.Tokens[k].Lower) && !r.Tokens[k].Is(text.Capital) {
			return k + 1
		}
	}
	return 0
}
