package article

import "counterclaim/loaders/text"

// found is one statement as far as grammar tells: who by which words, what in
// which words. Reading what it means comes after.
type found struct {
	rule       string
	class      class
	lemma      string
	sentence   int // where the cue is
	until      int // where the content ends
	cue        text.Range
	subject    text.Range // who says it, in the words of the article; empty where nobody is named
	apposition text.Range // what is said of who says it
	relative   text.Range // "who" or "which" where that stands for the subject
	addressee  text.Range
	content    []text.Range
	via        []text.Range
	same       bool // the speaker is the one of the statement
	of         int  // with this index
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
	relative   text.Range
	after      bool   // stands behind the quotation that is said
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
	turns := p.turns()
	for s := range p.Sentences {
		if turns = toCome(turns, p.Sentences[s].First); p.takesTurn(turns, s) {
			continue
		}
		before := len(p.found)
		p.takeRejoinder(s, func() { p.findIn(s, before) })
		for i := before; i < len(p.found); i++ {
			p.found[i].sentence, p.found[i].until = s, s
		}
	}
}

// findIn collects what is said in a sentence.
func (p *page) findIn(s, before int) {
	triggers := p.triggersIn(p.Sentences[s])
	for k := range searches {
		if triggers&searches[k].trigger != 0 {
			searches[k].find(p, s, before)
		}
	}
	p.dropNested(before)
	if len(p.found) == before {
		p.unknownVerb(s)
	}
	p.leftQuotations(s, before)
	if len(p.found) == before {
		p.chain(s)
	}
}

// predications collects what the predications of a sentence say.
func (p *page) predications(s int) {
	sentence := p.Sentences[s]
	p.predicated = p.findPredications(p.predicated[:0], sentence)
	all := p.predicated
	done := sentence.First // contents before it are taken
	for k := range all {
		q := &all[k]
		if q.at.First < done && !(q.how == "who said" && p.citesInside(q)) {
			continue
		}
		rest := all[k+1:]
		f := found{class: q.class, lemma: q.lemma, cue: q.at, subject: q.subject, apposition: q.apposition, relative: q.relative, rule: q.how, answers: -1}
		if !p.contentOf(&f, q, sentence, rest) && !p.introduces(&f, q, s) && !p.signsOff(&f, q, s) {
			continue
		}
		if q.at.First < done && q.how == "who said" && p.citesInside(q) {
			f.via = append(f.via, p.uncite())
		}
		for _, c := range f.content {
			done = max(done, c.Last)
		}
		if end := p.clauseEnd(q, sentence, rest); f.content[0].Last <= q.at.First && p.occasionAt(q.at.Last, end) {
			done = max(done, end) // "said in a statement published on Monday"
		}
		p.emit(f)
	}
}

// introduces takes the quotation of the next paragraph for what a sentence that
// ends in a colon says: "He told the crowd, to applause:".
func (p *page) introduces(f *found, q *predication, s int) bool {
	sentence := p.Sentences[s]
	if !p.is(sentence.Last-1, ":") || s+1 >= len(p.Sentences) || q.class == wish {
		return false
	}
	next := p.Sentences[s+1].First
	if !p.Tokens[next].Is(text.Open) {
		return false
	}
	f.content = []text.Range{p.Quotations[p.Tokens[next].Quote].Range}
	f.rule = "introduced by a colon"
	return true
}

// emit adds a statement and, where its words imply the claim that they reject,
// that claim.
func (p *page) emit(f found) {
	f.content = p.trimAll(f.content)
	if len(f.content) == 0 {
		return
	}
	if (f.class == demand || f.class == refuse) && p.asksAnonymity(f.content[0]) {
		return
	}
	claim, holder, noun := p.takenUp(&f)
	switch {
	case claim.Len() == 0:
	case f.class == deny || f.class == reject || f.class == dispute:
		p.found = append(p.found, found{
			rule: "implied claim", class: state, cue: text.Range{First: noun, Last: noun + 1}, subject: holder,
			content: []text.Range{claim}, implicit: true, answers: -1,
		})
		f.answers = len(p.found) - 1
	case f.class.speaks():
		f.content[0].First = claim.First
	case holder.Len() > 0:
		p.found = append(p.found, found{rule: "noun cue", class: state, cue: text.Range{First: noun, Last: noun + 1}, subject: holder, content: []text.Range{claim}, answers: -1})
	}
	p.found = append(p.found, f)
}

// goesOn is the rule of a quotation without an attribution of its own.
const goesOn = "quotation goes on"

// chain lets a sentence that is all quotation, or that goes on inside one, be
// said by the speaker of the sentence before.
func (p *page) chain(s int) {
	sentence := p.Sentences[s]
	q := p.Tokens[sentence.First].Quote
	if q < 0 || len(p.found) == 0 {
		return
	}
	of := p.quotedBefore(s)
	last := &p.found[of]
	if last.until < s-2 || !p.inQuotes(*last) && last.until < s-1 {
		return
	}
	outside := 0
	for i := sentence.First; i < sentence.Last; i++ {
		if !p.quoted(i) && p.Tokens[i].Is(text.Word) {
			outside++
		}
	}
	leads := p.paragraphStarts(sentence.First) && !p.Quotations[q].Continues
	if outside*5 > sentence.Len() {
		return
	}
	content := p.trimAll([]text.Range{p.Quotations[q].Range})
	if len(content) == 0 || content[0].Len() < 3 || last.content[len(last.content)-1].Last > content[0].First {
		return
	}
	if last.until == s-1 && p.inQuotes(*last) && (!leads || p.fillsParagraph(q) && (p.quoted(sentence.First-1) || p.takesUp(content[0].First)) && !p.printedBefore(content[0])) {
		last.content = append(last.content, content...)
		last.until = s
		return
	}
	p.found = append(p.found, found{rule: goesOn, class: state, lemma: last.lemma, cue: text.Range{First: sentence.First, Last: sentence.First + 1}, subject: last.subject, apposition: last.apposition, content: content, same: true, of: of, answers: -1})
}

// quotedBefore returns the index of the last statement, or the last one in quotation marks of the
// sentence before: what goes on is the quotation in "...," said X, who denied it. "...".
func (p *page) quotedBefore(s int) int {
	last := len(p.found) - 1
	for k := last; k >= 0 && p.found[k].until >= s-1; k-- {
		f := &p.found[k]
		if end := f.content[len(f.content)-1]; p.quoted(end.Last-1) && p.quoted(f.start()) {
			return k
		}
	}
	return last
}

func (p *page) inQuotes(f found) bool {
	for _, c := range f.content {
		if p.quoted(c.First) || p.quoted(c.Last-1) {
			return true
		}
	}
	return false
}
