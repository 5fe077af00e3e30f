package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// findPredications returns the cues of a sentence that somebody is the subject
// of, in order.
func (p *page) findPredications(s text.Range) []predication {
	var out []predication
	for i := s.First; i < s.Last; i++ {
		if p.quoted(i) || p.Tokens[i].Is(text.Capital) && !p.starts(i) {
			continue
		}
		c, n := p.cueAt(i, s.Last)
		if n == 0 {
			continue
		}
		q := predication{cue: c, verb: i, at: text.Range{First: i, Last: i + n}}
		if p.isVerb(&q, s) && p.findSubject(&q, s, out) {
			out = append(out, q)
			i += n - 1
		}
	}
	return out
}

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
		case haveForms[t.Lower]:
			perfect = true
		case beForms[t.Lower]:
			passive = true
		case modals[t.Lower]:
			modal = true
		case p.adverb(i - 1):
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
	begins := first == s.First || p.Tokens[first-1].Shape&text.Open != 0
	switch {
	case modal:
		return q.form&base != 0 && p.Tokens[q.verb].In("would", "will") && q.class != wish && (q.class != state || q.lemma == "say")
	case q.lemma == "be willing to" || q.lemma[:min(3, len(q.lemma))] == "be ":
		return true
	case passive && !perfect && q.form&ing == 0:
		return q.class == worry
	case q.class == worry && passive:
		return true
	case passive && perfect && q.form&ing == 0:
		return false
	case perfect:
		return q.form&(participle|ing) != 0
	case q.form&past != 0:
		return !begins && !(next == "by" && !p.namesBefore(first)) && !(q.class == accuse && (next == "of" || next == "in")) && !(next == "to" && (q.class == state || q.class == say) && !p.tellsWhom(q.at.Last, s)) &&
			!(q.lemma == "call" && !p.calls(q, s))
	case q.form&third != 0:
		return !begins && !p.nounBefore(first) && !p.infinitiveBefore(first) && !auxiliaries[next] && (q.lemma != "call" || p.calls(q, s))
	case q.form&ing != 0:
		prev := &p.Tokens[max(s.First, first-1)]
		return passive || !begins && (prev.Lower == "," || papers().Has(prev.Lower) || prev.Lower == "and" || prev.Is(text.Close))
	case q.form&base != 0:
		return !begins && p.pluralBefore(first)
	}
	return false
}

// namesBefore reports whether a pronoun or a name stands before token i: then a
// past form is no participle ("he said by telephone").
func (p *page) namesBefore(i int) bool {
	return pronouns[p.Tokens[i-1].Lower] || p.nameAt[i-1] >= 0
}

// infinitiveBefore reports whether the token before i is an infinitive, so that i
// is its object: "did not answer requests".
func (p *page) infinitiveBefore(i int) bool {
	return i >= 2 && (modals[p.Tokens[i-2].Lower] || p.Tokens[i-2].In("not", "do", "does", "did") || strings.HasSuffix(p.Tokens[i-2].Lower, "n't"))
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
	return determiners[next.Lower] || pronouns[next.Lower] || next.In("him", "her", "them", "me", "us") || p.opensWithin(text.Range{First: q.at.Last, Last: min(s.Last, q.at.Last+8)}) && !next.Is(text.Open)
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
	return t.Is(text.Word) && len(t.Lower) > 3 && t.Lower[len(t.Lower)-1] == 's' && t.Lower[len(t.Lower)-2] != 's' && t.Lower[len(t.Lower)-2] != 'u' && !p.quoted(first-1) && !preposition[t.Lower] && !determiners[t.Lower] && !auxiliaries[t.Lower]
}

// findSubject finds who says it: behind an inverted cue, before a relative
// pronoun, before an apposition, right before the verb, or with an earlier verb.
func (p *page) findSubject(q *predication, s text.Range, earlier []predication) bool {
	if p.inverted(q, s) {
		return true
	}
	k := p.beforeDate(q.verb, s) - 1
	if k < s.First {
		return false
	}
	t := &p.Tokens[k]
	switch {
	case p.quoted(k):
		return false
	case q.form&ing != 0 && q.verb == q.at.First && !beForms[p.Tokens[q.verb].Lower]:
		return p.participleSubject(q, s, earlier)
	case t.Lower == "who":
		q.subject, q.how = p.antecedent(k, s), "who said"
	case t.In("which", "that"):
		q.subject, q.how = p.nounPhrase(p.skipComma(k, s), s), "which said"
	case t.In("and", "but", "or"):
		return p.shared(q, s, earlier)
	case t.Lower == ",":
		if !p.appositionSubject(q, k, s) {
			return p.shared(q, s, earlier)
		}
	default:
		q.subject, q.how = p.nounPhrase(k+1, s), "subject before cue"
	}
	return p.plausible(q.subject)
}

// beforeDate skips back over "on Saturday", "late on Monday", "last week" between
// a subject and its verb.
func (p *page) beforeDate(verb int, s text.Range) int {
	i := verb
	for i > s.First+1 && dateWords[p.Tokens[i-1].Lower] && p.nameAt[i-1] < 0 {
		i--
	}
	for i < verb && i > s.First+1 && p.Tokens[i-1].In("on", "late", "early", "last", "this", "earlier") {
		i--
	}
	return i
}

func (p *page) skipComma(k int, s text.Range) int {
	if k > s.First && p.Tokens[k-1].Lower == "," {
		return k - 1
	}
	return k
}

// plausible reports whether the words can name a speaker.
func (p *page) plausible(r text.Range) bool {
	if r.Len() <= 0 {
		return false
	}
	head := &p.Tokens[r.Last-1]
	if r.Len() == 1 && head.In("it", "this", "that", "there", "what", "you", "which", "i", "nothing", "something") {
		return head.Lower == "it" || head.Lower == "i"
	}
	return p.canBeSubject(r.Last-1) && !dateWords[head.Lower] && !stopNoun(head.Lower)
}

func stopNoun(low string) bool {
	return low == "time" || low == "case" || low == "way" || low == "move" || low == "there" || subordinators().Has(low) && low != "once"
}

// inverted finds the subject behind the cue: "...," said a White House official.
func (p *page) inverted(q *predication, s text.Range) bool {
	if q.class != state && q.class != say || q.form&(past|third) == 0 || q.at.First != q.verb || q.at.First == s.First || q.at.Last >= s.Last {
		return false
	}
	prev := &p.Tokens[q.at.First-1]
	quoteBefore := prev.Is(text.Close)
	if !quoteBefore && prev.Lower != "," {
		return false
	}
	np := p.nounPhraseAfter(q.at.Last, s)
	if np.Len() == 0 || p.Tokens[np.First].In("that", "there") || dateWords[p.Tokens[np.First].Lower] {
		return false
	}
	if !quoteBefore && (!p.hasVerb(text.Range{First: s.First, Last: q.at.First - 1}) || np.Last < s.Last && p.finite(np.Last)) {
		return false
	}
	if np.Last < s.Last && (p.finite(np.Last) || p.adverb(np.Last) || p.pluralBefore(np.Last) && len(cues()[p.Tokens[np.Last].Lower]) > 0) {
		return false
	}
	if !quoteBefore && np.Last < s.Last && !p.Tokens[np.Last].In(",", ".", "?", "!") && p.appositionSubject(&predication{}, q.at.First-1, s) {
		return false
	}
	q.subject, q.how = np, "cue before subject"
	if np.Last < s.Last && p.Tokens[np.Last].Lower == "," {
		q.apposition = p.appositionAfter(np.Last)
	}
	return true
}

// nounPhraseAfter returns the noun phrase that begins at token i.
func (p *page) nounPhraseAfter(i int, s text.Range) text.Range {
	if t := &p.Tokens[i]; !(t.Is(text.Capital) || determiners[t.Lower] || t.In("he", "she", "they", "it") || roles().Has(t.Lower) || collectives().Has(t.Lower) || t.Is(text.Word) && !preposition[t.Lower] && !auxiliaries[t.Lower] && !adverbs[t.Lower]) {
		return text.Range{}
	}
	last := i
	for last < s.Last && !p.quoted(last) {
		t := &p.Tokens[last]
		if last > i && p.finite(last) && p.nameAt[last] < 0 || t.In(",", ".", ";", ":", "(", "?", "!", "who", "which", "that", "when", "while", "as", "to", "before", "after", "during") {
			break
		}
		if t.In("at", "in", "on", "by", "via") && last > i && p.nameAt[last] < 0 {
			break
		}
		if dateWords[t.Lower] && p.nameAt[last] < 0 && t.Is(text.Capital) || last > i && p.adverb(last) && p.nameAt[last] < 0 {
			break
		}
		last++
	}
	return text.Range{First: i, Last: last}
}

// participleSubject finds who is saying in ", saying that" and "a report
// alleging that": the subject of the verb before, or of the clause.
func (p *page) participleSubject(q *predication, s text.Range, earlier []predication) bool {
	if len(earlier) > 0 {
		last := &earlier[len(earlier)-1]
		q.subject, q.apposition, q.how = last.subject, last.apposition, "participle"
		return true
	}
	for i := s.First; i < q.at.First; i++ {
		if p.quoted(i) || !p.finite(i) {
			continue
		}
		q.subject, q.how = p.nounPhrase(i, s), "participle"
		if q.subject.Len() == 0 && i > s.First && p.Tokens[i-1].Lower == "," {
			p.appositionSubject(q, i-1, s)
			q.how = "participle"
		}
		if p.plausible(q.subject) {
			return true
		}
	}
	return false
}

// shared takes the subject of the verb before: "denied it, and argued that".
func (p *page) shared(q *predication, s text.Range, earlier []predication) bool {
	if len(earlier) == 0 || q.form&(past|third|participle) == 0 {
		return false
	}
	last := &earlier[len(earlier)-1]
	q.subject, q.apposition, q.how = last.subject, last.apposition, "same subject"
	return true
}

// antecedent finds the person that "who" at token k goes back to.
func (p *page) antecedent(k int, s text.Range) text.Range {
	for i := k - 1; i >= s.First && i > k-25; i-- {
		if n := p.nameAt[i]; n >= 0 && p.entities[p.names[n].entity].person() && !p.Tokens[p.names[n].First-min(1, p.names[n].First)].In("of", "in", "at") {
			return p.names[n].Range
		}
		if p.finite(i) && i < k-1 {
			break
		}
	}
	return p.nounPhrase(p.skipComma(k, s), s)
}

// appositionSubject finds NAME in "NAME, special assistant to the president,
// told", where token k is the second comma.
func (p *page) appositionSubject(q *predication, k int, s text.Range) bool {
	for m := k - 1; m > s.First; m-- {
		if p.Tokens[m].Lower != "," || p.quoted(m) {
			continue
		}
		between := text.Range{First: m + 1, Last: k}
		np := p.nounPhrase(m, s)
		if between.Len() == 0 || np.Len() == 0 || !p.plausible(np) || !p.describes(between) {
			continue
		}
		q.subject, q.apposition, q.how = np, between, "subject with apposition"
		return true
	}
	return false
}

// describes reports whether the words between two commas say something of the
// noun before them, rather than being a clause.
func (p *page) describes(r text.Range) bool {
	first := &p.Tokens[r.First]
	if first.In("who", "which", "whose", "like", "such", "including", "however", "meanwhile", "too", "as", "for", "in", "on", "at", "with") {
		return true
	}
	if first.In("and", "but", "or", "that") || subordinators().Has(first.Lower) {
		return false
	}
	if determiners[first.Lower] || strings.HasSuffix(first.Lower, "ed") || strings.HasSuffix(first.Lower, "ing") {
		return !p.hasVerb(text.Range{First: r.First + 1, Last: p.relative(r)})
	}
	return p.hasRole(r) || !p.hasVerb(r)
}

// relative returns where a relative clause begins in the range, its end for none.
func (p *page) relative(r text.Range) int {
	for i := r.First; i < r.Last; i++ {
		if p.Tokens[i].In("that", "who", "which", "whose", "where", "whether", "if", "about") {
			return i
		}
	}
	return r.Last
}

// nounPhrase returns the noun phrase that ends before token end, without adverbs
// of time in front.
func (p *page) nounPhrase(end int, s text.Range) text.Range {
	if end > s.First+1 && reflexives[p.Tokens[end-1].Lower] {
		end--
	}
	first, and := end, -1
	for first > s.First && !p.quoted(first-1) {
		t := &p.Tokens[first-1]
		if t.Is(text.Number) || t.In("'s", "'", "-", "&", ".") || p.nameAt[first-1] >= 0 {
			first--
			continue
		}
		if !t.Is(text.Word) || p.finite(first-1) || t.In("that", "which", "who", "if", "whether", "to") || subordinators().Has(t.Lower) || t.Lower == "as" {
			break
		}
		if t.In("and", "or", "but") {
			if t.Lower == "but" {
				break
			}
			and = first - 1
		}
		first--
	}
	if and >= 0 && first > s.First && p.finite(first-1) {
		first = and + 1 // "rejected the request and X said": what is before "and" is another clause
	}
	return p.withoutAdverbial(text.Range{First: first, Last: end})
}

// withoutAdverbial takes "On Tuesday", "Last month", "In a statement" off the
// front of a noun phrase.
func (p *page) withoutAdverbial(r text.Range) text.Range {
	for r.Len() > 1 {
		t := &p.Tokens[r.First]
		if p.nameAt[r.First] >= 0 || !fronted[t.Lower] && !dateWords[t.Lower] && !p.adverb(r.First) && !t.In("and", "but", "or", "for", "to", "by", "with", "from", "according") {
			return r
		}
		next := r.First + 1
		if preposition[t.Lower] || t.In("last", "this", "next", "earlier", "late", "early") {
			next = p.afterAdverbial(r)
		}
		if next >= r.Last {
			return text.Range{First: r.First + 1, Last: r.Last}
		}
		r.First = next
	}
	return r
}

// afterAdverbial returns where the noun phrase begins behind "In a statement",
// "At a meeting in Paris on Friday".
func (p *page) afterAdverbial(r text.Range) int {
	for i := r.First + 2; i < r.Last; i++ {
		t, prev := &p.Tokens[i], &p.Tokens[i-1]
		if preposition[prev.Lower] || determiners[prev.Lower] || preposition[t.Lower] {
			continue
		}
		begins := determiners[t.Lower] || pronouns[t.Lower] || p.nameAt[i] >= 0 && p.names[p.nameAt[i]].First == i
		if begins && (prev.Is(text.Word) || prev.Is(text.Number)) && prev.Lower != "'s" {
			return i
		}
	}
	if r.Len() > 2 && dateWords[p.Tokens[r.First+1].Lower] {
		return r.First + 2
	}
	return r.Last
}
