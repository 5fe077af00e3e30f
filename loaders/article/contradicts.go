package article

import (
	"strings"
	"sync"

	"counterclaim/loaders/text"
)

// Who is accused, and says in any words that something was not so, denies it: "it
// had not moved the buoy", "no such offer was made", "nobody was told".

// contradicts reports whether the speaker, against whose side somebody has spoken
// before, or of whose words the statement has one, says that something was not so.
func (r *reading) contradicts() bool {
	if !(r.f.class.speaks() || r.f.class == tell) || !r.saysNo() || r.asksSomething() {
		return false
	}
	accuser, _ := r.accuser()
	if accuser.Actor == "" && !r.followsAnother() {
		return false
	}
	first := r.notSoSentence()
	if first.Len() == 0 || accuser.Actor != "" {
		return first.Len() > 0
	}
	m, _ := r.gainsaid(first)
	return m.Actor != ""
}

// saysNo reports whether a word of the content can say that something was not so.
func (r *reading) saysNo() bool {
	for _, c := range r.f.content {
		for i := c.First; i < c.Last; i++ {
			switch w := r.Tokens[i].Lower; {
			case len(w) < 2:
			case w[0] == 'n' && len(w) < 8 && negations.Has(w), w == "cannot", w == "without", w[len(w)-1] == 't' && strings.HasSuffix(w, "n't"):
				return true
			}
		}
	}
	return false
}

// negations are words with an n that say so.
var negations = set("no not never nobody none nothing nor neither")

// notSoSentence returns the first sentence of the content that says that something was
// not so, empty for none.
func (r *reading) notSoSentence() text.Range {
	for _, c := range r.f.content {
		first := c.First
		for i := c.First; i < c.Last; i++ {
			if r.Tokens[i].In(".", ";", "!", "?") || i+1 == c.Last {
				if s := (text.Range{First: first, Last: i + 1}); !r.is(i, "?") && !r.is(i+1, "?") && r.notSo(s) {
					return s
				}
				first = i + 1
			}
		}
	}
	return text.Range{}
}

func (r *reading) asksSomething() bool { return r.f.rule == "question" || r.asks(r.start()) }

// notSo reports whether a sentence says that something was not so: a fact, not what
// one feels, plans or cannot do.
func (r *reading) notSo(s text.Range) bool {
	verb := r.firstFinite(s)
	if verb < 0 || verb > s.First+farVerb || modals.Has(r.Tokens[verb].Lower) || futures.Has(r.Tokens[verb].Lower) {
		return false
	}
	if _, other := r.subjectIn(s, verb); other {
		return false // "Norrline never read our bills" blames Norrline
	}
	if r.noSubject(s, verb) {
		return true
	}
	if r.is(verb-1, "there") {
		return r.is(verb+1, "no") || r.negatedAt(verb)
	}
	return r.negatedFact(verb, s) || r.laterFact(verb, s)
}

// noSubject reports whether the subject before the verb is nobody or nothing.
func (r *reading) noSubject(s text.Range, verb int) bool {
	for i := s.First; i < verb; i++ {
		if r.Tokens[i].In("no", "nobody", "none", "neither", "nothing") && (i == s.First || r.Tokens[i-1].Is(text.Open) || r.is(i-1, ",")) {
			return true
		}
		if subordinators().Has(r.Tokens[i].Lower) {
			return false
		}
	}
	return false
}

// negatedFact reports whether the verb at a token is negated and tells of a fact.
func (r *reading) negatedFact(verb int, s text.Range) bool {
	if next := verb + 1; next < s.Last && r.Tokens[next].In("no", "without", "instead", "neither", "nor") {
		return false // "left no doubt"
	}
	return r.negatedAt(verb) && !r.Tokens[verb].In("is", "are", "am", "'s", "isn't", "aren't", "'m", "'re") && !r.feels(verb, s)
}

// laterFact reports whether the same subject is said not to have done something in a
// second clause: "had flown over the sea and had not crossed the line".
func (r *reading) laterFact(verb int, s text.Range) bool {
	for i := verb + 1; i < s.Last; i++ {
		t := &r.Tokens[i]
		if subordinators().Has(t.Lower) || t.In("that", "who", "which", "if", "whether") {
			return false
		}
		joined := r.Tokens[i-1].In("and", "but") || r.Tokens[i-1].In("we", "i", "it", "they") && r.Tokens[i-2].In("and", "but")
		if joined && t.In("had", "has", "have", "did", "was", "were", "didn't", "hadn't", "hasn't", "haven't", "wasn't", "weren't") && r.negatedFact(i, s) {
			return true
		}
	}
	return false
}

// futures are verbs and what is left of them that tell of what is to come or can be.
var futures = set("won't wouldn't can't couldn't shouldn't cannot 'll 'd")

// feels reports whether what is negated is what one knows, feels or wants.
func (r *reading) feels(verb int, s text.Range) bool {
	for i := verb; i < s.Last && i < verb+4; i++ {
		if t := &r.Tokens[i]; !r.negator(i) && !auxiliaries.Has(t.Lower) && !r.adverb(i) {
			return len(attitudes().Of(t.Lower)) > 0
		}
	}
	return false
}

// farVerb is how many words a sentence has at most before its verb.
const farVerb = 10

// attitudes are verbs for what one knows, feels or wants.
var attitudes = sync.OnceValue(func() *cueTable { return forms("attitudes") })
