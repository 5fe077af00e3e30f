package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// isVerb tells a verb of saying from a noun, an infinitive, a participle that
// only describes ("a group called"), and what was not said. It moves q.verb to
// the first word of the verb group.
func (p *page) isVerb(q *predication, s text.Range) bool {
	i, perfect, passive, modal := q.at.First, false, false, false
	for i > s.First && !p.quoted(i-1) {
		t := &p.Tokens[i-1]
		switch {
		case t.In("not", "never", "n't", "cannot") || len(t.Lower) > 3 && t.Lower[len(t.Lower)-3:] == "n't":
			return false
		case haveForms.Has(t.Lower):
			perfect = true
		case beForms.Has(t.Lower):
			passive = true
		case modals.Has(t.Lower):
			modal = true
		case p.adverb(i - 1), t.Lower == "both":
		default:
			return p.formFits(q, s, i, perfect, passive, modal)
		}
		i--
		q.verb = i
	}
	return p.formFits(q, s, i, perfect, passive, modal)
}

func (p *page) formFits(q *predication, s text.Range, first int, perfect, passive, modal bool) bool {
	next := ""
	if q.at.Last < s.Last {
		next = p.Tokens[q.at.Last].Lower
	}
	if p.readsAsNoun(q, next) {
		return false
	}
	begins := first == s.First || p.Tokens[first-1].Shape&text.Open != 0
	switch {
	case modal:
		return q.form&base != 0 && p.modalFits(q, s)
	case strings.HasPrefix(q.lemma, "be "):
		return true
	case passive && !perfect && q.form&ing == 0:
		return q.class == worry
	case q.class == worry && passive:
		return true
	case passive && perfect && q.form&ing == 0:
		return false
	case perfect:
		return q.form&(participle|ing) != 0
	case q.lemma == "intend" && passive || q.lemma == "intend" && q.form&past != 0 && !p.speaks(p.nounPhrase(first, s)):
		return false // "sanctions intended to"
	case q.form&past != 0:
		return !begins && !(next == "by" && !p.namesBefore(first)) && !(q.class == accuse && (next == "of" || next == "in")) && !(next == "to" && (q.class == state || q.class == say) && !p.namesBefore(first) && !p.tellsWhom(q.at.Last, s)) &&
			!(q.lemma == "call" && !p.calls(q, s))
	case q.form&third != 0:
		return !begins && !(q.lemma == "state" && !p.opensSpeech(q.at.Last, s)) && !p.nounBefore(first) && !p.infinitiveBefore(first) && !auxiliaries.Has(next) && (q.lemma != "call" || p.calls(q, s))
	case q.form&ing != 0:
		prev := &p.Tokens[max(s.First, first-1)]
		return passive || !begins && (prev.In(",", "and", "by", "in", "before", "after", "while", "of", "for", "without", "with", "when", "to", "percent", "%") || papers().Has(prev.Lower) || prev.Is(text.Close))
	case q.form&base != 0:
		return !begins && (p.pluralBefore(first) || !nouns().Has(q.lemma) && p.canBeSubject(first-1) && !p.infinitiveBefore(first) && !p.Tokens[first-1].In("and", "or", "to") && !p.singleName(first-1, s))
	}
	return false
}

// opensSpeech reports whether what is said begins at token i: "states that", not
// "the African states today announced".
func (p *page) opensSpeech(i int, s text.Range) bool {
	return i < s.Last && (p.Tokens[i].In("that", ":", ",") || p.Tokens[i].Is(text.Open))
}

// readsAsNoun reports whether what follows makes a noun of a form that can be one:
// "two states where", "the swing states like", "three wishes".
func (p *page) readsAsNoun(q *predication, next string) bool {
	if q.form == third && p.Tokens[q.verb-min(1, q.verb)].In("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "some", "many", "few", "several", "most", "both", "all") {
		return true
	}
	if q.form == third && (next == "to" && q.lemma == "thank" || nouns().Has(q.lemma) && (strings.HasSuffix(next, "ed") || p.participleBefore(q.verb))) {
		return true // "thanks to", "the protests triggered by", "protesting plans to"
	}
	return q.form&(base|third) != 0 && q.at.Len() == 1 && nounFollowers.Has(next) && nouns().Has(q.lemma)
}

// participleBefore reports whether a participle stands before token i.
func (p *page) participleBefore(i int) bool {
	t := &p.Tokens[max(i-1, 0)]
	return !t.Is(text.Capital) && len(t.Lower) > 6 && strings.HasSuffix(t.Lower, "ing")
}

// modalFits tells what somebody will say or tries to ("would call", "went on to
// argue") from what may be.
func (p *page) modalFits(q *predication, s text.Range) bool {
	m := &p.Tokens[q.verb]
	if m.Lower == "to" {
		return q.verb > s.First && !p.Tokens[q.verb-1].In(",", "according", "way", "plan") && (q.class.speaks() || q.class == tell || q.class == describe || q.class == criticise || q.class == accuse)
	}
	return m.In("would", "will", "can", "could", "may", "might", "should", "must")
}

// singleName reports whether one name ends at token i, with which a form of the
// plural cannot agree: "demanded that Norreland publish".
func (p *page) singleName(i int, s text.Range) bool {
	if p.nameAt[i] < 0 && !p.Tokens[i].Is(text.Capital) {
		return false
	}
	for k := i - 1; k >= s.First && k > i-6; k-- {
		if p.Tokens[k].In("and", "or", "nor", "of") {
			return false
		}
	}
	return true
}

// namesBefore reports whether a pronoun or a name stands before token i: then a
// past form is no participle ("he said by telephone").
func (p *page) namesBefore(i int) bool {
	return pronouns.Has(p.Tokens[i-1].Lower) || p.nameAt[i-1] >= 0
}

// infinitiveBefore reports whether the token before i is an infinitive, so that i
// is its object: "did not answer requests".
func (p *page) infinitiveBefore(i int) bool {
	return i >= 2 && (modals.Has(p.Tokens[i-2].Lower) || p.Tokens[i-2].In("not", "do", "does", "did") || strings.HasSuffix(p.Tokens[i-2].Lower, "n't"))
}

// tellsWhom reports whether "to" begins an addressee ("said to reporters")
// rather than an infinitive ("is said to be").
func (p *page) tellsWhom(i int, s text.Range) bool {
	return i+1 < s.Last && (p.Tokens[i+1].In("reporters", "journalists", "me", "him", "her", "them", "us", "the") || p.nameAt[i+1] >= 0)
}

// calls tells "called the report false" from "a group called APT1".
func (p *page) calls(q *predication, s text.Range) bool {
	if q.at.Last >= s.Last {
		return false
	}
	next := &p.Tokens[q.at.Last]
	if p.verbBeforeComma(q.at.Last, s) {
		return false // "a group called the Gulls sang"
	}
	if next.Is(text.Open) && q.verb > s.First && p.namesBefore(q.verb) {
		return true // "which he called "a wreck""
	}
	return determiners.Has(next.Lower) || pronouns.Has(next.Lower) || next.In("him", "her", "them", "me", "us") || p.opensWithin(text.Range{First: q.at.Last, Last: min(s.Last, q.at.Last+8)}) && !next.Is(text.Open)
}

func (p *page) opensWithin(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if p.Tokens[i].Is(text.Open) {
			return true
		}
	}
	return false
}

// verbBeforeComma reports whether a verb stands behind token i before the next
// mark of any sort.
func (p *page) verbBeforeComma(i int, s text.Range) bool {
	for ; i < s.Last && p.Tokens[i].Is(text.Word); i++ {
		if p.Tokens[i].In("that", "which", "who") {
			return false
		}
		if p.finite(i) {
			return true
		}
	}
	return false
}

// pluralBefore reports whether a base form can be a verb: "officials say", "they
// argue", "Mandiant and others believe".
func (p *page) pluralBefore(first int) bool {
	t := &p.Tokens[first-1]
	if t.In("they", "we", "i", "you", "who", "some", "many", "others", "most", "both") || collectives().Has(t.Lower) {
		return true
	}
	if t.Lower == "%" || t.Is(text.Number) {
		return true
	}
	return t.Is(text.Word) && len(t.Lower) > 3 && t.Lower[len(t.Lower)-1] == 's' && t.Lower[len(t.Lower)-2] != 's' && t.Lower[len(t.Lower)-2] != 'u' && !p.quoted(first-1) && !preposition.Has(t.Lower) && !determiners.Has(t.Lower) && !auxiliaries.Has(t.Lower)
}
