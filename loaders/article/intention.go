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
	burdens     = sync.OnceValue(func() *text.List { return text.Words("burdens") })
)

// intends tells what the speaker announces to do: a commitment, a refusal where it
// will not, a threat where the act does harm. It is "" where nothing is announced.
func (r *reading) intends() graph.Kind {
	if (r.f.lemma == "plan" || r.f.lemma == "intend") && r.Tokens[r.start()].Lower == "to" {
		return r.act(r.start()+1, false)
	}
	if verb := r.planned(); verb > 0 {
		if k := r.act(verb, false); k == graph.Commitment {
			return k
		}
		return ""
	}
	for _, c := range r.f.content {
		for i := c.First; i+1 < c.Last; i++ {
			if r.maybeAct(i, c) {
				return graph.Threat
			}
			verb, negated := r.future(i)
			if verb == 0 || !r.ownSubject(i, c) {
				continue
			}
			k := r.act(verb, negated)
			if k == graph.Refusal && (r.f.class == warn || r.holds(text.Range{First: c.First, Last: i}, "if")) {
				return graph.Threat // "if they fire again, we will not hold back"
			}
			return k
		}
	}
	return ""
}

// planned returns the token of the verb in "announced plans to lift", 0 for none.
func (r *reading) planned() int {
	if r.f.class != mention {
		return 0
	}
	i, end := r.start(), r.whole().Last
	if i < end && (determiners.Has(r.Tokens[i].Lower)) {
		i++
	}
	if i+2 < end && r.Tokens[i].In("plan", "plans", "intention", "decision", "readiness", "willingness") && r.is(i+1, "to") {
		return i + 2
	}
	return 0
}

// maybeAct reports whether the speaker says at token i that it might do another
// harm: "it could expel their envoys".
func (r *reading) maybeAct(i int, c text.Range) bool {
	if !r.Tokens[i].In("could", "may", "might") || !r.ownSubject(i, c) {
		return false
	}
	for i++; i < c.Last && r.adverb(i); i++ {
	}
	return i < c.Last && r.harms(i, c.Last) && r.otherSide(text.Range{First: i, Last: c.Last}) >= 0
}

// harms reports whether the verb at token i is for an act that does harm, and not
// for ending what does: "cut aid", not "cut taxes".
func (r *reading) harms(i, end int) bool {
	n, _ := harmfulActs().At(r.Text, i, end)
	if n == 0 {
		return false
	}
	for k := i + n; k < end && k < i+n+5 && (k == i+n || !preposition.Has(r.Tokens[k].Lower)) && !r.Tokens[k].In(",", ".", ";"); k++ {
		if burdens().Has(r.Tokens[k].Lower) {
			return !endings.Has(r.Tokens[i].Lower)
		}
	}
	return true
}

// leavings are the verbs of harm that are asked of oneself: not to do them is to
// refuse.
var leavings = set("leave quit resign withdraw")

// endings are the verbs of harm that can end a burden too.
var endings = set("abandon cancel close cut dissolve freeze halt leave pull quit revoke scrap stop suspend terminate withdraw")

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
	return r.harms(i, end)
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
	case "intend", "intends", "intended", "plan", "plans", "planned", "is", "are":
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
	if i >= end || !r.Tokens[i].Is(text.Word) {
		return ""
	}
	harms := r.harms(i, end)
	if !harms && involuntary().Has(r.Tokens[i].Lower) {
		return ""
	}
	spoken := r.spokenAct(i, end)
	switch {
	case spoken != "" && !negated:
		return spoken
	case harms && !negated, r.unlessMet(i, end, negated):
		return graph.Threat
	case negated && (!harms || leavings.Has(r.Tokens[i].Lower)):
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
		return !r.quoted(k) && r.opensClause(k, c) && !r.ofOtherGender(t.Lower)
	case k > c.First && (governments().Has(t.Lower) || organisations().Has(t.Lower)):
		if before := r.nameAt[k-1]; before >= 0 && r.nameAt[k] != before { // "the Norrish government"
			return r.own(r.names[before].entity) && r.opensClause(r.names[before].First, c)
		}
		if r.is(k-1, "'s") && k-2 > c.First-1 && r.nameAt[k-2] >= 0 { // "Norreland's government"
			n := &r.names[r.nameAt[k-2]]
			return (r.own(n.entity) || r.officialOf(n.entity)) && r.opensClause(n.First, c)
		}
		if r.possessive(k-1) || r.Tokens[k-1].Lower == "the" && governments().Has(t.Lower) {
			return r.opensClause(k-1, c)
		}
		if r.Tokens[k-1].Lower == "the" && r.opensClause(k-1, c) { // "the firm will", of whom speaks for it
			return r.isSpeaker(r.cast.meaning(text.Range{First: k - 1, Last: k + 1}, text.Range{}))
		}
	}
	if r.nameAt[k] < 0 && r.f.subject.Len() > 1 && r.possessive(r.f.subject.First) && r.f.subject.First > k {
		return r.nounPhrase(i, c).First == c.First // "The club will close, its chairman said"
	}
	if r.nameAt[k] < 0 {
		return k > c.First && bodies.Has(t.Lower) && r.possessive(k-1) && r.opensClause(k-1, c)
	}
	n := &r.names[r.nameAt[k]]
	return (r.own(n.entity) || r.officialOf(n.entity)) && r.opensClause(n.First, c)
}

// possessive reports whether token i says that what follows is the speaker's.
func (r *reading) possessive(i int) bool {
	return r.Tokens[i].In("its", "our", "his", "her", "their", "my")
}

// bodies are those whose acts are the acts of who calls them their own.
var bodies = set("administration army cabinet client clients country faction fighters forces men movement nation officers party people regime side soldiers state team troops union")

// officialOf reports whether the speaker, of whom the text does not say for whom
// they speak, can be taken to speak for a body or a state because they hold an
// office: "Norreland will send troops, an official said".
func (r *reading) officialOf(entity int) bool {
	if class := r.entities[entity].actor.Class; class != graph.Country && class != graph.Organisation {
		return false
	}
	if side := r.who.side; side != "" && side != r.who.Actor {
		if e, ok := r.cast.entityOf(side); !ok || e.actor.Class != graph.Person {
			return false
		}
	}
	return r.cast.hasOffice(states(), &r.who, r.f.subject, r.f.apposition) || r.cast.hasOffice(offices(), &r.who, r.f.subject, r.f.apposition) || r.holds(r.f.subject, "official", "officials", "statement")
}

// holds reports whether one of the words stands in the range.
func (r *reading) holds(in text.Range, words ...string) bool {
	for i := in.First; i < in.Last; i++ {
		if r.Tokens[i].In(words...) {
			return true
		}
	}
	return false
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

// ofOtherGender reports whether a pronoun cannot mean the speaker: "she" where a man
// speaks.
func (r *reading) ofOtherGender(pronoun string) bool {
	return (pronoun == "he" || pronoun == "she") && r.who.person() && !genderFits(r.cast.genderOf(r.who.Actor), pronoun)
}
