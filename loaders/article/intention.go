package article

import (
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// What one cannot bind oneself to ("will lose"), and what does harm to others when
// one announces it ("will boycott").
var (
	involuntary = sync.OnceValue(func() *text.List { return text.Words("involuntary") })
	harmfulActs = sync.OnceValue(func() *text.List { return text.Words("harmful-acts") })
)

// intends tells what the speaker announces to do: a commitment, a refusal where it
// will not, a threat where the act does harm. It is "" where nothing is announced.
func (r *reading) intends() graph.Kind {
	if (r.f.lemma == "plan" || r.f.lemma == "intend") && r.Tokens[r.start()].Lower == "to" {
		return r.act(r.start()+1, false)
	}
	for _, c := range r.f.content {
		for i := c.First; i+1 < c.Last; i++ {
			if verb, negated := r.future(i); verb > 0 && r.ownSubject(i, c) {
				return r.act(verb, negated)
			}
		}
	}
	return ""
}

// swears reports whether the speaker binds itself to do harm: "vowed to fight".
func (r *reading) swears() bool {
	if r.f.lemma != "vow" && r.f.lemma != "swear to" {
		return false
	}
	i, end := r.start(), r.whole().Last
	if r.is(i, "to") {
		i++
	}
	if i >= end {
		return false
	}
	n, _ := harmfulActs().At(r.Text, i, end)
	return n > 0
}

func (r *reading) start() int { return r.f.content[0].First }

// future returns the token behind the words for a future that stand at token i, 0
// for none, and whether they are negated.
func (r *reading) future(i int) (verb int, negated bool) {
	switch r.Tokens[i].Lower {
	case "will", "would", "shall", "we'll", "i'll":
		return i + 1, false
	case "won't", "wouldn't":
		return i + 1, true
	case "intend", "intends", "intended", "plan", "plans", "planned":
		if r.is(i+1, "to") {
			return i + 2, false
		}
	}
	return 0, false
}

// act tells what it is to do what the verb at token i says.
func (r *reading) act(i int, negated bool) graph.Kind {
	end := r.whole().Last
	for ; i < end && (r.adverb(i) || r.Tokens[i].In("not", "both", "all")); i++ {
		negated = negated || r.Tokens[i].In("not", "never")
	}
	if i >= end || !r.Tokens[i].Is(text.Word) || involuntary().Has(r.Tokens[i].Lower) {
		return ""
	}
	n, _ := harmfulActs().At(r.Text, i, end)
	spoken := r.spokenAct(i, end)
	switch {
	case spoken != "" && !negated:
		return spoken
	case n > 0 && !negated, r.unlessMet(i, end, negated):
		return graph.Threat
	case n == 0 && negated:
		return graph.Refusal
	}
	return graph.Commitment // "will help", "will not attack"
}

// spokenAct is the kind of an act that is itself said: "will demand", "would
// refuse".
func (r *reading) spokenAct(i, end int) graph.Kind {
	c, n := r.cueAt(i, end)
	if n == 0 || c.form&base == 0 {
		return ""
	}
	switch c.class {
	case demand, refuse, threaten:
		return byClass[c.class]
	case reject:
		return graph.Refusal
	}
	return ""
}

// unlessMet reports whether the act is to press another: "will close the line
// unless", "will not open it if".
func (r *reading) unlessMet(i, end int, negated bool) bool {
	for ; i < end && !r.Tokens[i].In(".", ";", "“"); i++ {
		t := &r.Tokens[i]
		if t.Lower == "unless" || negated && t.In("if", "until", "till") || t.Lower == "if" && r.refusedIn(i+1, end) {
			return true
		}
	}
	return false
}

// refusedIn reports whether the condition from token i on is that another does not
// do something: "if they do not comply", "if he fails to".
func (r *reading) refusedIn(i, end int) bool {
	for last := min(i+8, end); i < last && !r.Tokens[i].In(",", ".", ";"); i++ {
		if r.negator(i) || r.Tokens[i].In("fail", "fails", "refuse", "refuses", "failed", "refused") {
			return true
		}
	}
	return false
}

// ownSubject reports whether the subject that ends before token i of the content c
// is the speaker, or the speaker's side.
func (r *reading) ownSubject(i int, c text.Range) bool {
	if strings.HasSuffix(r.Tokens[i].Lower, "'ll") {
		return true
	}
	k := i - 1
	for k > c.First && r.adverb(k) {
		k--
	}
	if k < c.First {
		return false
	}
	t := &r.Tokens[k]
	switch {
	case t.In("we", "i"):
		return true
	case t.In("it", "they", "he", "she"):
		return !r.quoted(k) && r.opensClause(k, c)
	case k > c.First && (governments().Has(t.Lower) || organisations().Has(t.Lower)):
		if before := r.nameAt[k-1]; before >= 0 && r.nameAt[k] != before { // "the Norrish government"
			return r.own(r.names[before].entity) && r.opensClause(r.names[before].First, c)
		}
		if r.Tokens[k-1].In("its", "our", "his", "her", "their", "my") || r.Tokens[k-1].Lower == "the" && governments().Has(t.Lower) {
			return r.opensClause(k-1, c)
		}
		if r.Tokens[k-1].Lower == "the" && r.opensClause(k-1, c) { // "the firm will", of whom speaks for it
			return r.isSpeaker(r.cast.meaning(text.Range{First: k - 1, Last: k + 1}, text.Range{}))
		}
	}
	if r.nameAt[k] < 0 {
		return false
	}
	n := &r.names[r.nameAt[k]]
	return r.own(n.entity) && r.opensClause(n.First, c)
}

// own reports whether an actor is the speaker, is named in what the speaker is
// called ("Penn's office") or is on the speaker's side.
func (r *reading) own(entity int) bool {
	if r.entities[entity].actor.ID == r.who.Actor || r.who.side != "" && r.sideOf(entity) == r.who.side {
		return true
	}
	for i := r.f.subject.First; i < r.f.subject.Last; i++ {
		if k := r.nameAt[i]; k >= 0 && r.names[k].entity == entity {
			return true
		}
	}
	return false
}

// opensClause reports whether token k, with the titles before it, is where the
// content or a clause in it begins.
func (r *reading) opensClause(k int, c text.Range) bool {
	for k > c.First && (determiners.Has(r.Tokens[k-1].Lower) || r.Tokens[k-1].Is(text.Capital) || roles().Has(r.Tokens[k-1].Lower)) {
		k--
	}
	return k <= c.First+1 || r.Tokens[k-1].In("that", "and", "but", ",", "“", "\"")
}
