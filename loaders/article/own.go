package article

import (
	"counterclaim/graph"
	"counterclaim/loaders/text"
)

// admits reports whether the speaker owns to something: "conceded that inspectors
// had never looked", but not "conceded that it will be hard".
func (r *reading) admits() bool {
	switch r.f.lemma {
	case "admit", "concede", "confess":
		return len(r.harm) > 0 || r.match(graph.Admission) || r.ownsTo()
	case "acknowledge":
		return r.ownsTo()
	}
	return r.f.class == admit
}

// ownsTo reports whether the content tells what the speaker's own did, or what was
// not done, or was done wrong.
func (r *reading) ownsTo() bool {
	c := r.f.content[0]
	if r.match(graph.Admission) {
		return true
	}
	verb := r.firstFinite(c)
	if verb < 0 || modalVerb(r.Tokens[verb].Lower) && !r.is(verb, "could") || r.Tokens[verb].In("is", "are", "am", "has", "have", "'s") {
		return false
	}
	return r.negatedAt(verb) || r.ownWords(c)
}

// firstFinite returns the first verb of the content that makes a clause, -1 for
// none.
func (r *reading) firstFinite(c text.Range) int {
	for i := c.First + 1; i < c.Last; i++ {
		if r.finite(i) {
			return i
		}
	}
	return -1
}

// negatedAt reports whether the verb at token i is negated: "did not know", "had
// never driven".
func (r *reading) negatedAt(i int) bool {
	next := i + 1
	if next < len(r.Tokens) && r.Tokens[next].Is(text.Open) {
		next++
	}
	return r.negator(i) || next < len(r.Tokens) && r.negator(next) || r.Tokens[i-1].Lower == "never"
}

// ownWords reports whether a content begins with the speaker or something of the
// speaker's: "it paid", "its software could".
func (r *reading) ownWords(c text.Range) bool {
	t := &r.Tokens[c.First]
	if t.Is(text.Open) && c.Len() > 1 {
		t = &r.Tokens[c.First+1]
	}
	return t.In("it", "they", "he", "she", "we", "i", "its", "our", "his", "her", "their", "my")
}

// protests reports whether the speaker stands by it that something was not so:
// "insisted that no manager had known", "maintained that it never cheated".
func (r *reading) protests() bool {
	switch r.f.lemma {
	case "insist", "maintain", "protest", "swear":
	default:
		return false
	}
	c := r.f.content[0]
	if r.Tokens[c.First].In("no", "nobody", "none", "nothing", "neither") {
		return true
	}
	verb := r.firstFinite(c)
	return verb > 0 && verb < c.First+reachOver && !modalVerb(r.Tokens[verb].Lower) && !r.Tokens[verb].In("won't", "wouldn't", "will", "would") && r.negatedAt(verb)
}

// offersOnly reports whether "offers" or "promises" tells no act to come: "the
// region offers rich soil".
func (r *reading) offersOnly() bool {
	return r.f.class == commit && r.who.actor.Class == graph.Unnamed && !r.who.human && !r.who.plural && !r.who.firm && !r.is(r.start(), "to") && !r.hasVerb(r.whole())
}

// callsClaim reports whether what the speaker calls something is a claim: "called
// the accusations a distraction". Nobody calls a claim anything who shares it.
func (r *reading) callsClaim() bool {
	noun, ok := r.criticisedWork()
	return ok && noun != "" && denied.Has(noun)
}

// denied are nouns for claims that are called something only to be denied.
var denied = set("accusation accusations allegation allegations assertion assertions claim claims charge charges insinuation insinuations rumour rumours rumor rumors suggestion suggestions speculation lawsuit lawsuits suit version account story")

// belittles reports whether the speaker calls somebody else's report, ruling or
// remarks something: "called the report speculative". Who shares it rarely does.
func (r *reading) belittles() bool {
	noun, ok := r.criticisedWork()
	return ok && (papers().Has(noun) || judged.Has(noun)) && !r.match(graph.Praise) && !r.is(r.start(), "its") && !r.is(r.start(), "his") && !r.is(r.start(), "her") && !r.is(r.start(), "their")
}

// judged are nouns for words and decisions that others call something.
var judged = set("remark remarks comment comments ruling verdict finding findings conclusion conclusions strike walkout")
