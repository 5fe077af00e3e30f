package article

import "counterclaim/loaders/text"

// leftQuotations finds who says the quotations of a sentence that no predication
// took. A quotation is loud: a verb of saying right before it, a colon, a dash and
// a name behind it are enough, whatever the rest of the sentence is like.
func (p *page) leftQuotations(s, from int) {
	sentence := p.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		if !p.Tokens[i].Is(text.Open) || p.taken(i, from) {
			continue
		}
		quotation := p.Quotations[p.Tokens[i].Quote].Range
		f := found{class: state, answers: -1, content: p.trimAll([]text.Range{quotation})}
		if len(f.content) > 0 && (p.verbBefore(&f, i, sentence) || p.labelBefore(&f, i, s) || p.verbBehind(&f, quotation, sentence) || p.signed(&f, quotation.Last)) {
			p.found = append(p.found, f)
		}
		i = max(i, quotation.Last-1)
	}
}

// taken reports whether a statement from that one on has token i in its content.
func (p *page) taken(i, from int) bool {
	for k := max(0, from-1); k < len(p.found); k++ {
		if covers(p.found[k].content, text.Range{First: i + 1}) {
			return true
		}
	}
	return false
}

// verbBefore takes a verb of saying that stands right before the quotation at
// token i, or before whom it is said to: "with one of her ads asking,", "told the
// crowd in Stavik:".
func (p *page) verbBefore(f *found, i int, s text.Range) bool {
	k := i - 1
	pause := p.is(k, ",") || p.is(k, ":")
	if pause || p.is(k, "that") {
		k--
	}
	if p.cried(f, k, s) {
		return true
	}
	for verb := k; verb >= s.First && verb > k-12 && !p.quoted(verb); verb-- {
		c, n := p.cueAt(verb, i)
		if verb == k && p.spokenNoun(verb) {
			f.rule, f.cue = "verb, then quotation", text.Range{First: verb, Last: verb + 1}
			q := predication{at: f.cue, verb: verb}
			if p.clauseSubject(&q, s, ""); q.subject.Len() > 0 && p.plausible(q.subject) {
				f.subject, f.apposition = q.subject, q.apposition
			}
			return q.subject.Len() > 0
		}
		if n > 0 && !silent.Has(c.lemma) && p.voices(&predication{cue: *c}) && (verb+n > k || pause) && !p.nounAt(verb) {
			f.rule, f.lemma, f.cue = "verb, then quotation", c.lemma, text.Range{First: verb, Last: verb + n}
			p.utterer(f, *c, s)
			return true
		}
		if p.is(verb, ",") || p.is(verb, ";") || !pause && verb == k {
			break
		}
	}
	return pause && p.saidFirst(f, i, s)
}

// cried takes "of" at token k in "their chants of", which many say at once. Whose they
// are is told before them; nobody's are those that only are heard.
func (p *page) cried(f *found, k int, s text.Range) bool {
	noun := k - 1
	if noun <= s.First || !p.is(k, "of") || !p.Tokens[noun].In("chant", "chants", "cries", "shouts", "screams", "chorus", "choruses") {
		return false
	}
	f.rule, f.cue = "verb, then quotation", text.Range{First: noun, Last: k + 1}
	q := predication{verb: noun, at: f.cue}
	switch before := &p.Tokens[noun-1]; {
	case before.In("their", "his", "her"):
		q.subject = text.Range{First: noun - 1, Last: noun}
	case before.In("with", "into", "in") && p.Tokens[max(noun-2, s.First)].In("responded", "answered", "broke", "burst", "erupted"):
		p.clauseSubject(&q, s, "")
	}
	if q.subject.Len() > 0 && p.plausible(q.subject) {
		f.subject, f.apposition = q.subject, q.apposition
	}
	return true
}

// saidFirst takes a verb of saying that begins the sentence, and who stands behind
// it: Said Eva Moe, who was there, "It was dark."
func (p *page) saidFirst(f *found, i int, s text.Range) bool {
	c, n := p.cueAt(s.First, s.Last)
	if n == 0 || p.quoted(s.First) || c.form&(past|third) == 0 || s.First+n >= i {
		return false
	}
	q := predication{cue: *c, verb: s.First, at: text.Range{First: s.First, Last: s.First + n}}
	if !p.voices(&q) {
		return false
	}
	np := p.nounPhraseAfter(q.at.Last, text.Range{First: s.First, Last: i})
	if np.Len() == 0 || !p.plausible(np) || !p.namesSomebody(np) {
		return false
	}
	f.rule, f.lemma, f.cue, f.subject = "verb, then quotation", c.lemma, q.at, np
	if p.is(np.Last, ",") && np.Last < i-1 {
		f.apposition = text.Range{First: np.Last + 1, Last: i - 1}
	}
	return true
}

// silent verbs take a clause, but a quotation only as a part of it; some are nouns
// as often: "the show", "a post".
var silent = set("show feel hold post detail demonstrate think realise realize learn determine record rule submit stress express know mean signal find figure hope fear suspect")

// spokenNoun reports whether token i is a noun for words said: "issued a statement,".
func (p *page) spokenNoun(i int) bool {
	return p.Tokens[i].In("statement", "statements", "tweet", "message", "comment", "comments", "remark", "words", "motto", "mantra", "refrain", "retort", "reply", "response") && i > 0 && !p.quoted(i-1)
}

// nounAt reports whether a form that can be a noun or a verb is a noun at token i.
func (p *page) nounAt(i int) bool {
	return i > 0 && p.nounBefore(i) && !p.Tokens[i-1].In("by", "in", "to")
}

// utterer finds who says what the cue of f introduces; nobody where the sentence
// does not tell.
func (p *page) utterer(f *found, c cue, s text.Range) {
	q := predication{cue: c, verb: f.cue.First, at: f.cue}
	for q.verb > s.First && (auxiliaries.Has(p.Tokens[q.verb-1].Lower) || p.adverb(q.verb-1)) {
		q.verb--
	}
	np := p.nounPhrase(q.verb, s)
	after := p.nounPhraseAfter(min(f.cue.Last, s.Last-1), s)
	switch {
	case (q.verb == s.First || p.is(q.verb-1, ",")) && after.Len() > 0 && p.plausible(after) && p.namesSomebody(after): // "Said Holm,"
		q.subject = after
	case q.verb == s.First:
		return
	case p.is(q.verb-1, ","):
		if !p.appositionSubject(&q, q.verb-1, s) {
			p.clauseSubject(&q, s, "")
		}
	case p.Tokens[q.verb-1].In("who", "which", "that"):
		q.subject = p.antecedent(q.verb-1, s)
	case np.Len() > 0 && p.plausible(np) && !p.Tokens[q.verb-1].In("and", "but", "or", "then"):
		q.subject = np
	default:
		p.clauseSubject(&q, s, "")
	}
	if q.subject.Len() > 0 && p.plausible(q.subject) {
		f.subject, f.apposition = q.subject, q.apposition
	}
}

// labelBefore takes who is named before the colon that stands before the quotation
// at token i: "Holm:", "From the report:", "The mayor had this to say:". The colon
// may end the paragraph before.
func (p *page) labelBefore(f *found, i, s int) bool {
	sentence := p.Sentences[s]
	if i == sentence.First && s > 0 {
		sentence = p.Sentences[s-1]
	}
	colon := i - 1
	if colon < sentence.First || !p.is(colon, ":") || f.content[0].Len() < 4 {
		return false
	}
	first := colon
	for first > sentence.First && !p.quoted(first-1) && !p.Tokens[first-1].In("-", "–", "—", ";", ".") {
		first--
	}
	lead := text.Range{First: first, Last: colon}
	f.rule, f.cue = "introduced by a colon", text.Range{First: colon, Last: i}
	q := predication{at: f.cue, verb: colon}
	switch {
	case lead.Len() == 0:
		return false
	case p.saidFirst(f, colon, lead):
		return true
	case !p.hasVerb(lead):
		q.subject = p.labelled(lead)
	default:
		p.clauseSubject(&q, text.Range{First: first, Last: colon}, "")
	}
	if q.subject.Len() == 0 || !p.plausible(q.subject) || !p.namesSomebody(q.subject) {
		return false
	}
	f.subject, f.apposition = q.subject, q.apposition
	return true
}

// labelled returns who a label means: all of "Mayor Ida Holm (Coast)", the last
// name of "More from Holm", the report of "From the report".
func (p *page) labelled(r text.Range) text.Range {
	for i := r.Last - 2; i >= r.First; i-- {
		if p.Tokens[i].In("from", "by", "to", "of") {
			r.First = i + 1
		}
	}
	if comma := p.firstComma(r.First, r.Last); comma < r.Last {
		r.Last = comma
	}
	return r
}

// signed takes the name behind a dash at token i, as under a letter or a pull
// quote: "It was a fine day." — Ida Holm, 52
func (p *page) signed(f *found, i int) bool {
	if i+1 >= len(p.Tokens) || !p.Tokens[i].In("-", "–", "—", "―", "--", "~") || f.content[0].Len() < 4 {
		return false
	}
	first := i + 1
	if p.is(first, "-") {
		first++
	}
	last := first
	for last < len(p.Tokens) && last < first+12 && !p.quoted(last) && !p.paragraphStarts(last) && !p.Tokens[last].In(",", ".", ";", "(", "-", "–", "—", "[") {
		if p.finite(last) {
			return false
		}
		last++
	}
	f.subject = text.Range{First: first, Last: last}
	f.rule, f.cue = "signed quotation", text.Range{First: i, Last: first}
	return first < last && p.namesSomebody(f.subject) && p.Tokens[first].Is(text.Capital)
}
