package article

import (
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// subjectIn returns who the subject of the verb at a token of c is, if that is
// somebody else than the speaker.
func (r *reading) subjectIn(c text.Range, verb int) (party, bool) {
	if verb < 0 || modalVerb(r.Tokens[verb].Lower) || r.Tokens[verb].In("won't", "wouldn't") || r.ownSubject(verb, c) && !r.f.implicit {
		return party{}, false
	}
	np := r.nounPhrase(r.beforeAside(verb, c), c)
	words := r.actorIn(np)
	if words.Len() == 0 {
		return r.holder(np)
	}
	who := r.referent(words)
	return who, who.Actor != "" && !r.isSpeaker(who)
}

// beforeAside returns the comma where a name ends that an aside stands behind, before
// the verb at a token: "Ida Holm, 57, had"; the verb where there is none.
func (r *reading) beforeAside(verb int, c text.Range) int {
	if !r.is(verb-1, ",") {
		return verb
	}
	for i := verb - 2; i > c.First && i > verb-longestAside; i-- {
		if r.is(i, ",") && r.nameAt[i-1] >= 0 {
			return i
		}
	}
	return verb
}

// longestAside is how many words an aside between commas has at most.
const longestAside = 12

// holder returns whose the noun of a phrase is, or of which country: "Norrline's
// director", "the firm's pumps", "Veldan snipers".
func (r *reading) holder(np text.Range) (party, bool) {
	for i := np.First; i < np.Last-1 && !preposition.Has(r.Tokens[i].Lower); i++ {
		if owner := (text.Range{First: np.First, Last: i}); r.is(i, "'s") && owner.Len() > 1 && r.nounForActor(i-1) {
			who := r.referent(owner)
			return who, who.Actor != "" && !r.isSpeaker(who)
		}
		k := r.nameAt[i]
		if k < 0 || r.sideOf(r.names[k].entity) == "" || r.names[k].form == actors.Capital {
			continue
		}
		m, side := r.mention(k)
		who := party{Mention: m, actor: r.entities[r.names[k].entity].actor, side: side}
		return who, !r.isSpeaker(who)
	}
	return party{}, false
}
