package article

import (
	"counterclaim/graph"
)

// denied finds whose words a denial rejects: whose they are called, who spoke last
// where it is words that are rejected, or who was last at odds with the speaker.
func (r *reading) denied() (graph.Mention, string) {
	if k := r.f.answers; k >= 0 && k < len(r.earlier) {
		if claim := &r.earlier[k]; claim.Speaker.Actor != "" && claim.Speaker.Actor != r.who.Actor {
			return graph.Mention{Actor: claim.Speaker.Actor, Why: "whose claim it takes up"}, claim.Side
		}
		return r.accuser()
	}
	if r.f.class == deny || r.f.class == reject || r.f.class == dispute || r.f.class == describe {
		if who, ok := r.governed(); ok && !r.isSpeaker(who) {
			return r.aim(who)
		}
		if m, side := r.author(); m.Actor != "" && !r.deniesOwnAct() {
			return m, side
		}
		if m, side := r.accuser(); m.Actor != "" {
			return m, side
		}
		return r.lastAtNobody()
	}
	if m, side := r.accuser(); m.Actor != "" {
		return m, side
	}
	if r.contradicts() {
		return r.gainsaid(r.notSoSentence())
	}
	return graph.Mention{}, ""
}

// accuser is who last spoke against the speaker's side.
func (r *reading) accuser() (graph.Mention, string) {
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-accusedBack); i-- {
		if s := &r.earlier[i]; r.against(s) && (attacks(s) || i >= len(r.earlier)-plainBack) {
			return graph.Mention{Actor: s.Speaker.Actor, Why: "whose words were aimed at the speaker's side before"}, s.Side
		}
	}
	return graph.Mention{}, ""
}

// lastAtNobody is who spoke last before, of another side, where the article does not
// tell at whom those words were aimed: a denial in so many words answers somebody.
func (r *reading) lastAtNobody() (graph.Mention, string) {
	for i := len(r.earlier) - 1; i >= 0 && r.found[i].sentence >= r.f.sentence-deniedBack; i-- {
		s := &r.earlier[i]
		if !r.isVoice(i) {
			continue
		}
		if s.Speaker.Actor == "" || s.Speaker.Actor == r.who.Actor || s.Side != "" && s.Side == r.who.side || r.isPaper(i) {
			continue
		}
		if s.TargetSide != "" || s.Has(graph.Praise) || s.Has(graph.Denial) || s.Has(graph.Commitment) || s.Has(graph.Cooperation) {
			break
		}
		return graph.Mention{Actor: s.Speaker.Actor, Why: "the last other speaker before the denial"}, s.Side
	}
	return graph.Mention{}, ""
}

// How many statements back words can stand that a denial answers: an attack, and
// plain words; and how many sentences, where nobody tells at whom they were aimed.
const (
	accusedBack = 12
	deniedBack  = 2
	plainBack   = 3
)

// attacks reports whether a statement is against whom it is aimed at.
func attacks(s *graph.Statement) bool {
	return s.Has(graph.Attribution) || s.Has(graph.Criticism) || s.Has(graph.Threat) || s.Has(graph.Demand)
}

// against reports whether another says something that is aimed at the speaker's
// side.
func (r *reading) against(s *graph.Statement) bool {
	mine := s.Speaker.Actor == r.who.Actor || s.Side != "" && s.Side == r.who.side
	return !mine && s.Speaker.Actor != "" && r.isMe(s.Target.Actor, s.TargetSide)
}

// isMe reports whether a target is the speaker or on the speaker's side.
func (r *reading) isMe(actor, side string) bool {
	return actor != "" && (actor == r.who.Actor || actor == r.who.side || side != "" && side == r.who.side)
}

// deniesOwnAct reports whether what is denied is told in a clause of its own about the
// speaker: "denied that it had moved the buoy", not "denied it".
func (r *reading) deniesOwnAct() bool {
	c := r.f.content[0]
	verb := r.firstFinite(c)
	return verb > 0 && verb <= c.First+2 && r.ownWords(c)
}
