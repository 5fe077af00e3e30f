package article

import (
	"strings"

	"counterclaim/loaders/text"
)

// findPredications appends to out the cues of a sentence that somebody is the
// subject of, in order.
func (p *page) findPredications(out []predication, s text.Range) []predication {
	for i := s.First; i < s.Last; i++ {
		if !p.begins(i, cueWord) || p.quoted(i) || p.Tokens[i].Is(text.Capital) && !p.starts(i) {
			continue
		}
		c, n := p.cueAt(i, s.Last)
		if n == 0 {
			continue
		}
		q := predication{cue: *c, verb: i, at: text.Range{First: i, Last: i + n}}
		if p.isVerb(&q, s) && p.findSubject(&q, s, out) && !isObject(&q, out) {
			out = append(out, q)
			i += n - 1
		}
	}
	return out
}

// isObject reports whether the subject is what the verb before acts on, so that the
// cue is a noun: "accused a Norrish signals unit".
func isObject(q *predication, earlier []predication) bool {
	if len(earlier) == 0 || q.how != "subject before cue" {
		return false
	}
	last := &earlier[len(earlier)-1]
	return !last.class.speaks() && last.class != tell && last.class != wish && q.subject.First == last.at.Last
}

// findSubject finds who says it: behind an inverted cue, before a relative
// pronoun, before an apposition, right before the verb, or with an earlier verb.
func (p *page) findSubject(q *predication, s text.Range, earlier []predication) bool {
	if p.inverted(q, s) || p.afterQuotation(q, s) {
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
	case q.form&ing != 0 && q.verb == q.at.First && !beForms.Has(p.Tokens[q.verb].Lower):
		return p.participleSubject(q, s, earlier)
	case p.Tokens[q.verb].Lower == "to":
		ok := p.participleSubject(q, s, earlier)
		q.how = "infinitive"
		return ok
	case t.Lower == "who":
		q.subject, q.relative, q.how = p.antecedent(k, s), text.Range{First: k, Last: k + 1}, "who said"
		if !p.is(k-1, ",") && p.nameAt[k-1] < 0 && !p.hasRole(q.subject) {
			return false // "the people who support it"
		}
	case t.In("which", "that"):
		q.subject, q.how = p.nounPhrase(p.skipComma(k, s), s), "which said"
		if q.subject.Len() > 0 {
			q.relative = text.Range{First: k, Last: k + 1}
		}
	case t.In("and", "but", "or"):
		return p.shared(q, s, earlier)
	case t.Lower == ",":
		if !p.appositionSubject(q, k, s) {
			return p.shared(q, s, earlier)
		}
	default:
		q.subject, q.how = p.withRelative(p.nounPhrase(k+1, s), s), "subject before cue"
	}
	return p.plausible(q.subject)
}

// beforeDate skips back over "on Saturday", "late on Monday", "last week" between
// a subject and its verb.
func (p *page) beforeDate(verb int, s text.Range) int {
	i := verb
	if i > s.First+3 && p.Tokens[i-1].Is(text.Number) && dateWords.Has(p.Tokens[i-2].Lower) {
		i-- // "on February 22"
	}
	for i > s.First+1 && dateWords.Has(p.Tokens[i-1].Lower) && p.nameAt[i-1] < 0 && !p.starts(i-1) {
		i--
	}
	for i < verb && i > s.First+1 && (p.Tokens[i-1].In("on", "late", "early", "last", "this", "earlier") || p.is(i-1, "in") && p.isMonth(i)) {
		i--
	}
	return i
}

// isMonth reports whether token i is the name of a month.
func (p *page) isMonth(i int) bool {
	_, ok := months[p.Tokens[i].Lower]
	return ok && p.Tokens[i].Is(text.Capital)
}

func (p *page) skipComma(k int, s text.Range) int {
	if k > s.First && p.Tokens[k-1].Lower == "," {
		return k - 1
	}
	return k
}

// inverted finds the subject behind the cue: "...," said a White House official.
func (p *page) inverted(q *predication, s text.Range) bool {
	if q.form&(past|third) == 0 || q.at.First != q.verb || q.at.First == s.First || q.at.Last >= s.Last {
		return false
	}
	prev := &p.Tokens[q.at.First-1]
	quoteBefore := prev.Is(text.Close)
	if !q.class.speaks() && !(quoteBefore && q.lemma == "ask" && p.breaksOff(q.at.First)) {
		return false
	}
	if !quoteBefore && prev.Lower != "," {
		return false
	}
	np := p.nounPhraseAfter(q.at.Last, s)
	if np.Len() == 0 || p.adverb(np.First) || p.Tokens[np.First].In("that", "there") || dateWords.Has(p.Tokens[np.First].Lower) {
		return false
	}
	if !quoteBefore && (!p.hasVerb(text.Range{First: s.First, Last: q.at.First - 1}) || np.Last < s.Last && p.finite(np.Last)) {
		return false
	}
	if np.Last < s.Last && (p.finite(np.Last) || p.adverb(np.Last) || p.pluralBefore(np.Last) && p.begins(np.Last, cueWord)) {
		return false
	}
	if !quoteBefore && np.Last < s.Last && !p.Tokens[np.Last].In(",", ".", "?", "!") && p.appositionSubject(&predication{}, q.at.First-1, s) {
		return false
	}
	q.subject, q.how = np, "cue before subject"
	if np.Last < s.Last && p.Tokens[np.Last].Lower == "," {
		q.apposition = p.besideComma(np.Last)
	}
	return true
}

// participleSubject finds who is saying in ", saying that" and "a report
// alleging that": the subject of the verb before, or of the clause.
func (p *page) participleSubject(q *predication, s text.Range, earlier []predication) bool {
	if len(earlier) > 0 {
		last := &earlier[len(earlier)-1]
		q.subject, q.apposition, q.how = last.subject, last.apposition, "participle"
		return true
	}
	return p.clauseSubject(q, s, "participle")
}

// clauseSubject takes the subject of the first verb of the sentence.
func (p *page) clauseSubject(q *predication, s text.Range, how string) bool {
	for i := s.First; i < q.at.First; i++ {
		if p.quoted(i) || !p.finite(i) {
			continue
		}
		q.subject, q.how = p.nounPhrase(p.beforeDate(i, s), s), how
		if q.subject.Len() == 0 && i > s.First && p.Tokens[i-1].Lower == "," {
			p.appositionSubject(q, i-1, s)
			q.how = how
		}
		if p.plausible(q.subject) {
			return true
		}
	}
	return false
}

// shared takes the subject of the verb before: "denied it, and argued that".
func (p *page) shared(q *predication, s text.Range, earlier []predication) bool {
	if q.form&(past|third|participle) == 0 {
		return false
	}
	if len(earlier) == 0 {
		return p.clauseSubject(q, s, "same subject") && (q.class.speaks() || q.class == tell || q.class != describe && p.speaks(q.subject))
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
		if np.First > s.First && preposition.Has(p.Tokens[np.First-1].Lower) && p.modifierBefore(np.First-1, s) {
			continue // "the letter, signed by the counsel, Ida Holm, said"
		}
		if between.Len() == 0 || np.Len() == 0 || !p.plausible(np) || !p.describes(between) {
			continue
		}
		if np.Len() == 1 && strings.HasSuffix(p.Tokens[np.First].Lower, ".") {
			continue // "in Harlan, Ohio, said"
		}
		q.subject, q.apposition, q.how = np, between, "subject with apposition"
		p.outermost(q, m, s)
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
	if p.adverb(r.First) && r.Len() < 4 && strings.HasSuffix(p.Tokens[r.Last-1].Lower, "ed") {
		return true // "Holm, clearly annoyed, said"
	}
	if first.In("and", "but", "or", "that") || subordinators().Has(first.Lower) {
		return false
	}
	if determiners.Has(first.Lower) || strings.HasSuffix(first.Lower, "ed") || strings.HasSuffix(first.Lower, "ing") {
		return !p.hasMainVerb(text.Range{First: r.First + 1, Last: p.relative(r)})
	}
	return p.hasRole(r) || !p.hasVerb(text.Range{First: r.First, Last: p.relative(r)})
}
