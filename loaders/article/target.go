package article

import (
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// attribution reports whether the content lays a harmful act at an actor's door:
// a phrase of attribution, a harm, and an actor where the phrase puts it.
func (r *reading) attribution() bool {
	if r.culprit() >= 0 || r.blamesDenier() {
		return true
	}
	_, ok := r.wrongdoer()
	return ok
}

// blamesDenier reports whether an implied claim lays an act at the door of who
// rejects it: "X dismissed accusations that it had stolen the maps".
func (r *reading) blamesDenier() bool {
	if !r.f.implicit || !r.Tokens[r.start()].In("it", "they", "he", "she", "its", "their", "his", "her") {
		return false
	}
	if c := r.f.content[0]; r.tellsWrong(c) {
		return true
	}
	for _, h := range r.marks {
		if (h.List == string(graph.Attribution) && strings.HasPrefix(h.Value, "before") || h.List == "concepts" && !harmless[h.Value]) && !r.negated(h.First) {
			return true
		}
	}
	return false
}

// culprit returns the index in names of who did it, -1 where the content does not
// attribute anything.
func (r *reading) culprit() int {
	for _, h := range r.marks {
		place, blames := strings.CutSuffix(h.Value, "!")
		if h.List != string(graph.Attribution) || len(r.harm) == 0 && !r.f.implicit && !blames || r.negated(h.First) || r.asks(h.First) {
			continue
		}
		k, c := -1, r.spanOf(h.First)
		switch {
		case place == "after":
			k = r.nameAfter(h.Last, c.Last)
		case h.First == c.First || !beForms.Has(r.Tokens[h.First-1].Lower) || !strings.HasSuffix(r.Tokens[h.First].Lower, "ed") || h.Len() > 1:
			k = r.nameBefore(h.First, c.First) // but "was hacked" is what was done to it
		}
		if k >= 0 {
			return k
		}
	}
	return -1
}

// spanOf returns the run of the content that token i is in.
func (r *reading) spanOf(i int) text.Range {
	for _, c := range r.f.content {
		if c.Holds(i) {
			return c
		}
	}
	return r.whole()
}

// nearby is how many words behind a phrase of attribution the actor can stand.
const nearby = 12

// nameAfter returns the first name with a side that stands shortly behind token i
// and not as the one attacked: "traced to hackers in X", not "attacks against X".
func (r *reading) nameAfter(i, last int) int {
	against := false
	for end := min(last, i+nearby); i < end; i++ {
		switch k := r.nameAt[i]; {
		case k >= 0 && !against && r.sideOf(r.names[k].entity) != "":
			return k
		case k < 0:
			against = against && !r.Tokens[i].In("to", "by", "from") || r.Tokens[i].In("against", "on", "targeting")
		}
	}
	return -1
}

// nameBefore returns the nearest name before token i.
func (r *reading) nameBefore(i, first int) int {
	for i--; i >= first; i-- {
		if k := r.nameAt[i]; k >= 0 && r.sideOf(r.names[k].entity) != "" {
			return k
		}
	}
	return -1
}

// otherSide returns the first name in the range whose side is not the speaker's,
// -1 for none.
func (r *reading) otherSide(in text.Range) int {
	for i := in.First; i < in.Last; i++ {
		if k := r.nameAt[i]; k >= 0 && r.names[k].First == i {
			if side := r.sideOf(r.names[k].entity); side != "" && side != r.who.side {
				return k
			}
		}
	}
	return -1
}

// whole is the range from the first to the last token of the content.
func (r *reading) whole() text.Range {
	return text.Range{First: r.f.content[0].First, Last: r.f.content[len(r.f.content)-1].Last}
}

// aimed are the kinds that are directed at somebody.
var aimed = []graph.Kind{graph.Attribution, graph.Demand, graph.Criticism, graph.Threat, graph.Refusal, graph.Praise, graph.Concern, graph.Victimhood}

// target finds whom the statement is directed at.
func (r *reading) target(kinds []graph.Kind) (graph.Mention, string) {
	if !slices.ContainsFunc(kinds, func(k graph.Kind) bool { return slices.Contains(aimed, k) }) {
		if r.f.class == reject && r.describesAs(r.f.content[0]) {
			if k := r.otherSide(r.f.content[0]); k >= 0 {
				return r.mention(k)
			}
			return r.author()
		}
		return r.toldOf(kinds)
	}
	if who, ok := r.warned(); ok {
		return r.aim(who)
	}
	if m, side := r.namedTarget(kinds); m.Actor != "" && !r.sameVoice(party{Mention: m, side: side}) {
		return m, side
	}
	if r.blamesDenier() && r.by != nil {
		m := r.cast.meaning(r.by.subject, r.by.apposition)
		m.Mention.Why = "who rejects the claim"
		return m.Mention, m.side
	}
	if slices.Contains(kinds, graph.Refusal) {
		if m, side := r.asked(); m.Actor != "" {
			return m, side
		}
	}
	if m, side := r.criticised(kinds); m.Actor != "" {
		return m, side
	}
	if slices.Contains(kinds, graph.Criticism) {
		if m, side := r.author(); m.Actor != "" {
			return m, side
		}
	}
	if slices.Contains(kinds, graph.Concern) || slices.Contains(kinds, graph.Praise) {
		return graph.Mention{}, ""
	}
	if r.f.class == accuse && r.investigates() || r.asksAnother() || r.f.class == criticise && r.object() >= 0 {
		return graph.Mention{}, ""
	}
	if !slices.Contains(kinds, graph.Victimhood) && !slices.Contains(kinds, graph.Attribution) {
		if who, ok := r.actedBefore(); ok {
			return r.aim(who)
		}
	}
	return r.opponent()
}

// namedTarget finds the target in the statement's own words.
func (r *reading) namedTarget(kinds []graph.Kind) (graph.Mention, string) {
	k := -1
	switch {
	case r.f.class == accuse || r.f.class == demand || r.f.class == criticise || r.f.class == threaten || r.f.class == praise || r.f.class == wish:
		if who, ok := r.requested(); ok {
			return r.aim(who)
		}
		if r.f.lemma == "complain to" || r.f.lemma == "file" { // whom it is filed with is another
			if who, ok := r.governed(); ok {
				return r.aim(who)
			}
		}
		if k = r.object(); k >= 0 {
			if m, side := r.mention(k); !r.sameVoice(party{Mention: m, side: side}) {
				return m, side
			}
		}
		if m, side := r.described(); m.Actor != "" {
			return m, side
		}
		if who, ok := r.addressed(); ok {
			return r.aim(who)
		}
		if who, ok := r.governed(); ok {
			return r.aim(who)
		}
		k = r.otherSide(r.whole())
	case slices.Contains(kinds, graph.Attribution):
		if k = r.culprit(); k >= 0 {
			break
		}
		if who, ok := r.wrongdoer(); ok {
			return r.aim(who)
		}
		if who, ok := r.acting(); ok {
			return r.aim(who)
		}
		k = r.otherSide(r.whole())
	case slices.Contains(kinds, graph.Victimhood):
		k = r.culprit()
	default:
		if slices.Contains(kinds, graph.Demand) {
			if who, ok := r.requested(); ok {
				return r.aim(who)
			}
		}
		if slices.Contains(kinds, graph.Criticism) {
			if who, ok := r.blamed(); ok && who.actor.Class != graph.Unnamed {
				return r.aim(who)
			}
		}
		k = r.otherSide(r.whole())
	}
	if k < 0 {
		return graph.Mention{}, ""
	}
	return r.mention(k)
}

// aim makes a party the target, and notes it among the article's people.
func (r *reading) aim(who party) (graph.Mention, string) {
	r.people = append(r.people, who.actor)
	return who.Mention, who.side
}

// asked takes who asked for what is refused: the speaker of a demand shortly
// before that was directed at the one who refuses.
func (r *reading) asked() (graph.Mention, string) {
	for i := len(r.earlier) - 1; i >= max(0, len(r.earlier)-4); i-- {
		if s := &r.earlier[i]; s.Has(graph.Demand) && s.TargetSide == r.who.side && r.who.side != "" {
			m := s.Speaker
			m.Why = "who asked for it before"
			return m, s.Side
		}
	}
	return graph.Mention{}, ""
}

// criticised takes who acts in the sentence that a criticism is part of: "A
// rejected it, which was wrong, according to B".
func (r *reading) criticised(kinds []graph.Kind) (graph.Mention, string) {
	if !slices.Contains(kinds, graph.Criticism) || r.before == nil || r.before.Side == r.who.side {
		return graph.Mention{}, ""
	}
	m := r.before.Speaker
	m.Why = "who acts in the same sentence"
	return m, r.before.Side
}

func (r *reading) mention(k int) (graph.Mention, string) {
	n := r.names[k]
	e := &r.entities[n.entity]
	why := "named in the content"
	if n.form == actors.Adjective {
		why = "adjective of the country, in the content"
	}
	return graph.Mention{Actor: e.actor.ID, Words: r.Words(n.Range), Span: r.span(n.Range), Why: why}, r.sideOf(n.entity)
}

// object returns the name that the cue's object begins with, if it is not the
// speaker's own: "accused the firm Qualcomm of".
func (r *reading) object() int {
	c := r.f.content[0]
	for i := c.First; i < c.Last && i < c.First+8 && !r.Tokens[i].In("of", "for", "to", "over", "that"); i++ {
		k := r.nameAt[i]
		if k < 0 || r.names[k].First != i || r.entities[r.names[k].entity].actor.ID == r.who.Actor {
			continue
		}
		if side := r.sideOf(r.names[k].entity); side != "" || r.entities[r.names[k].entity].person() {
			return k
		}
	}
	return -1
}
