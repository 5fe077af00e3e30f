package article

import (
	"slices"

	"counterclaim/loaders/text"
)

// found is one statement as far as grammar tells: who by which words, what in
// which words. Reading what it means comes after.
type found struct {
	rule       string
	class      class
	lemma      string
	sentence   int
	cue        text.Range
	subject    text.Range // who says it, in the words of the article; empty where nobody is named
	apposition text.Range // what is said of who says it
	addressee  text.Range
	content    []text.Range
	via        []text.Range
	same       bool // the speaker is the one of the statement before
	implicit   bool // the words of another statement imply it: "dismissed speculation that ..."
	answers    int  // index of the statement that this one takes up, -1 for none
}

// start is the first token of the content.
func (f *found) start() int { return f.content[0].First }

// A predication is a cue with its subject: somebody says something.
type predication struct {
	cue
	verb       int        // first token of the verb group, auxiliaries included
	at         text.Range // the cue's tokens
	subject    text.Range
	apposition text.Range
	how        string // how the subject was found
}

// start is where the predication begins, for what stands before it to end.
func (q *predication) start() int {
	if q.subject.Len() > 0 && q.subject.First < q.at.First && q.how != "participle" && q.how != "same subject" {
		return q.subject.First
	}
	return q.verb
}

// findSpeech goes through the sentences and collects what is said in each.
func (p *page) findSpeech() {
	for s := range p.Sentences {
		before := len(p.found)
		p.predications(s)
		p.accordingTo(s, before)
		p.believed(s)
		p.dropNested(before)
		if len(p.found) == before {
			p.chain(s)
		}
		for i := before; i < len(p.found); i++ {
			p.found[i].sentence = s
		}
	}
}

// predications collects what the predications of a sentence say.
func (p *page) predications(s int) {
	sentence := p.Sentences[s]
	all := p.findPredications(sentence)
	done := sentence.First // contents before it are taken
	for k := range all {
		q := &all[k]
		if q.at.First < done && !(q.how == "who said" && p.citesInside(q)) {
			continue
		}
		rest := all[k+1:]
		f := found{class: q.class, lemma: q.lemma, cue: q.at, subject: q.subject, apposition: q.apposition, rule: q.how, answers: -1}
		if !p.contentOf(&f, q, sentence, rest) {
			continue
		}
		if q.at.First < done && q.how == "who said" && p.citesInside(q) {
			f.via = append(f.via, p.uncite())
		}
		for _, c := range f.content {
			done = max(done, c.Last)
		}
		p.emit(f)
	}
}

// citesInside reports whether the predication lies in what the statement before
// cites: "He cited a post by X, who said ...".
func (p *page) citesInside(q *predication) bool {
	if len(p.found) == 0 {
		return false
	}
	last := &p.found[len(p.found)-1]
	return last.class == stress && last.content[0].Holds(q.at.First)
}

// uncite takes the statement before back, which only cites, and returns who
// cited.
func (p *page) uncite() text.Range {
	last := p.found[len(p.found)-1]
	p.found = p.found[:len(p.found)-1]
	return last.subject
}

// emit adds a statement and, where its words imply the claim that they reject,
// that claim.
func (p *page) emit(f found) {
	f.content = p.trimAll(f.content)
	if len(f.content) == 0 {
		return
	}
	if f.class == demand && p.asksAnonymity(f.content[0]) {
		return
	}
	claim, holder := p.takenUp(&f)
	switch {
	case claim.Len() == 0:
	case f.class == deny || f.class == reject || f.class == dispute:
		p.found = append(p.found, found{
			rule: "implied claim", class: state, cue: f.content[0], subject: holder,
			content: []text.Range{claim}, implicit: true, answers: -1,
		})
		p.found[len(p.found)-1].cue.Last = claim.First
		f.answers = len(p.found) - 1
	case f.class == stress || f.class == state || f.class == say:
		f.content[0].First = claim.First
	case holder.Len() > 0:
		p.found = append(p.found, found{rule: "noun cue", class: state, cue: text.Range{First: claim.First - 1, Last: claim.First}, subject: holder, content: []text.Range{claim}, answers: -1})
	}
	p.found = append(p.found, f)
}

// asksAnonymity reports whether somebody only asks not to be named.
func (p *page) asksAnonymity(r text.Range) bool {
	for i := r.First; i < r.Last && i < r.First+6; i++ {
		if p.Tokens[i].In("identified", "named", "anonymity", "quoted", "anonymous") {
			return true
		}
	}
	return false
}

// takenUp finds a claim inside a content: "speculation that P", "China's
// assertion that P", "the revelations made by X that P". It returns P and whose
// claim it is.
func (p *page) takenUp(f *found) (claim, holder text.Range) {
	c := f.content[0]
	limit := c.Last
	if f.class != worry && f.class != praise && f.class != criticise {
		limit = min(c.Last, c.First+6)
	}
	for i := c.First; i < limit; i++ {
		if p.quoted(i) || !allegations().Has(p.Tokens[i].Lower) || p.Tokens[i].Is(text.Capital) {
			continue
		}
		that := i + 1
		for that < c.Last && that < i+16 && p.Tokens[that].Lower != "that" && !p.quoted(that) && p.Tokens[that].Lower != "," {
			that++
		}
		if that+2 >= c.Last || p.Tokens[that].Lower != "that" || p.quoted(that) || !p.madeBy(text.Range{First: i + 1, Last: that}) {
			continue
		}
		holder = p.lastName(text.Range{First: i + 1, Last: that})
		if i > c.First && p.Tokens[i-1].Lower == "'s" {
			holder = p.lastName(text.Range{First: c.First, Last: i - 1})
		}
		return text.Range{First: that + 1, Last: c.Last}, holder
	}
	return text.Range{}, text.Range{}
}

// madeBy reports whether the words between "claims" and "that" say no more than
// whose they are: nothing, "made by X", "of the office".
func (p *page) madeBy(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if p.finite(i) && p.Tokens[i].Lower != "made" {
			return false
		}
	}
	return true
}

// lastName returns the last name in the range.
func (p *page) lastName(r text.Range) text.Range {
	for i := r.Last - 1; i >= r.First; i-- {
		if k := p.nameAt[i]; k >= 0 {
			return p.names[k].Range
		}
	}
	return text.Range{}
}

// dropNested takes out what only repeats part of another statement of the same
// sentence: "X said that Y believed" is X's. What Y does by speaking (denies,
// accuses, agrees) stays.
func (p *page) dropNested(from int) {
	kept := p.found[from:from]
	all := slices.Clone(p.found[from:])
	index := map[int]int{}
	for i, f := range all {
		plain := f.class == state || f.class == say || f.class == stress || f.class == tell || f.class == describe || f.class == wish
		nested := false
		for j, g := range all {
			nested = nested || i != j && plain && !f.implicit && f.rule != "noun cue" && covers(g.content, f.cue) && !covers(f.content, g.cue)
		}
		if !nested {
			index[from+i] = from + len(kept)
			kept = append(kept, f)
		}
	}
	for i := range kept {
		if a := kept[i].answers; a >= 0 {
			if at, ok := index[a]; ok {
				kept[i].answers = at
			} else {
				kept[i].answers = -1
			}
		}
	}
	p.found = p.found[:from+len(kept)]
}

func covers(content []text.Range, r text.Range) bool {
	for _, c := range content {
		if c.Holds(r.First) {
			return true
		}
	}
	return false
}

// chain lets a sentence that is all quotation, or that goes on inside one, be
// said by the speaker of the sentence before.
func (p *page) chain(s int) {
	sentence := p.Sentences[s]
	q := p.Tokens[sentence.First].Quote
	if q < 0 || len(p.found) == 0 {
		return
	}
	last := &p.found[len(p.found)-1]
	if last.sentence < s-2 || !p.inQuotes(p.found[len(p.found)-1]) && last.sentence < s-1 {
		return
	}
	outside := 0
	for i := sentence.First; i < sentence.Last; i++ {
		if !p.quoted(i) && p.Tokens[i].Is(text.Word) {
			outside++
		}
	}
	if outside*5 > sentence.Len() {
		return
	}
	content := p.trimAll([]text.Range{p.Quotations[q].Range})
	if len(content) == 0 || content[0].Len() < 3 {
		return
	}
	p.found = append(p.found, found{rule: "quotation goes on", class: state, lemma: last.lemma, cue: text.Range{First: sentence.First, Last: sentence.First + 1}, subject: last.subject, apposition: last.apposition, content: content, same: true, answers: -1})
}

func (p *page) inQuotes(f found) bool {
	for _, c := range f.content {
		if p.quoted(c.First) || p.quoted(c.Last-1) {
			return true
		}
	}
	return false
}

// trimAll takes punctuation and outer quotation marks off the ends of the
// ranges, and drops what is empty then.
func (p *page) trimAll(rs []text.Range) []text.Range {
	var out []text.Range
	for _, r := range rs {
		if r = p.trim(r); r.Len() > 0 {
			out = append(out, r)
		}
	}
	return out
}

func (p *page) trim(r text.Range) text.Range {
	for r.Len() > 0 && p.loose(r.First, r) {
		r.First++
	}
	for r.Len() > 0 && p.loose(r.Last-1, r) {
		r.Last--
	}
	return r
}

// loose reports whether token i, at an end of r, does not belong to it: a mark,
// unless it is one of a pair of which the other stands further inside.
func (p *page) loose(i int, r text.Range) bool {
	t := &p.Tokens[i]
	if t.Shape&(text.Open|text.Close) != 0 {
		q := p.Quotations[t.Quote]
		whole := q.First <= r.First && r.Last <= q.Last
		return whole || !(r.Holds(q.First) && r.Holds(q.Last-1) && q.Closed)
	}
	if t.In(")", "(") {
		return false
	}
	return !t.Is(text.Word) && !t.Is(text.Number) && !t.In("$", "£", "€", "'s", "%", "#", "@")
}
