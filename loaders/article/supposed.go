package article

import "counterclaim/loaders/text"

// rumoured collects claims that nobody is said to make: "there was speculation
// that P".
func (p *page) rumoured(s int) {
	sentence := p.Sentences[s]
	for i := sentence.First; i+3 < sentence.Last; i++ {
		if !p.begins(i, rumour) || p.quoted(i) {
			continue
		}
		that := i + 1
		for that < sentence.Last && that < i+8 && p.Tokens[that].Lower != "that" {
			that++
		}
		if that+2 >= sentence.Last || !p.is(that, "that") || p.quoted(that) || !allegations().Has(p.Tokens[that-1].Lower) {
			continue
		}
		f := found{rule: "passive", class: state, lemma: p.Tokens[that-1].Lower, cue: text.Range{First: i, Last: that + 1}, answers: -1}
		f.content = p.trimAll([]text.Range{{First: that + 1, Last: p.clauseEnd(&predication{at: f.cue, verb: i}, sentence, nil)}})
		if len(f.content) > 0 {
			p.found = append(p.found, f)
		}
	}
}

// supposed collects what is said without a speaker: "is believed to have", "it is
// said that", "are expected to".
func (p *page) supposed(s int) {
	sentence := p.Sentences[s]
	for i := sentence.First + 1; i+1 < sentence.Last; i++ {
		if !p.begins(i, supposition) || p.quoted(i) || !p.Tokens[i+1].In("to", "that") {
			continue
		}
		verb := i - 1
		for verb > sentence.First && p.adverb(verb) && p.Tokens[verb].Lower != "not" {
			verb--
		}
		if !beForms.Has(p.Tokens[verb].Lower) {
			continue
		}
		subject := p.nounPhrase(verb, sentence)
		if subject.Len() == 0 || !p.canBeSubject(subject.Last-1) || p.is(i+1, "that") != p.is(subject.Last-1, "it") {
			continue
		}
		f := found{rule: "passive", class: state, lemma: p.Tokens[i].Lower, cue: text.Range{First: verb, Last: i + 1}, answers: -1}
		end := p.clauseEnd(&predication{at: f.cue, verb: verb}, sentence, nil)
		if front := (text.Range{First: sentence.First, Last: subject.First}); !p.hasVerb(front) {
			subject.First = p.pastConnective(text.Range{First: front.First, Last: subject.Last}) // "For years, the boat seemed"
		}
		f.content = []text.Range{subject, {First: i + 1, Last: end}}
		if p.is(i+1, "that") {
			f.content = []text.Range{{First: i + 2, Last: end}}
		}
		p.emitSupposed(f)
	}
}

// seeming collects what seems so to the writer: "the boat seems to be lost".
func (p *page) seeming(s int) {
	sentence := p.Sentences[s]
	for i := sentence.First + 1; i+1 < sentence.Last; i++ {
		if !p.begins(i, semblance) || p.quoted(i) || !p.is(i+1, "to") && p.Tokens[i].Lower[0] != 's' {
			continue
		}
		verb := i
		for verb > sentence.First && p.adverb(verb-1) {
			verb--
		}
		subject := p.nounPhrase(verb, sentence)
		if !p.plausible(subject) {
			continue
		}
		f := found{rule: "seems", class: state, lemma: "seem", cue: text.Range{First: i, Last: i + 1}, answers: -1}
		if front := (text.Range{First: sentence.First, Last: subject.First}); !p.hasVerb(front) {
			subject.First = p.pastConnective(text.Range{First: front.First, Last: subject.Last}) // "For years, the boat seemed"
		}
		f.content = []text.Range{subject, {First: i + 1, Last: p.clauseEnd(&predication{at: f.cue, verb: i}, sentence, nil)}}
		p.emitSupposed(f)
	}
}

// asked collects questions of which only the answer has a speaker: "Asked whether
// it was safe, the mayor left".
func (p *page) asked(s int) {
	sentence := p.Sentences[s]
	for i := sentence.First; i+3 < sentence.Last; i++ {
		if !p.begins(i, question) || p.quoted(i) || i > sentence.First && !beForms.Has(p.Tokens[i-1].Lower) && !p.Tokens[i-1].In("when", ",", "also", "once", "later") {
			continue
		}
		f := found{rule: "question", class: state, lemma: "ask", cue: text.Range{First: i, Last: i + 1}, answers: -1}
		k := i + 1
		if p.is(k, "by") {
			f.subject = p.nounPhraseAfter(k+1, sentence)
			k = f.subject.Last
		}
		for k < sentence.Last && k < i+9 && !questions.Has(p.Tokens[k].Lower) && !p.Tokens[k].In(",", "to", "for", "that", ".") && !p.quoted(k) && !p.finite(k) {
			k++
		}
		if k+1 >= sentence.Last || !questions.Has(p.Tokens[k].Lower) {
			continue
		}
		f.content = []text.Range{{First: k, Last: p.questionEnd(k, i, sentence)}}
		p.emitSupposed(f)
	}
}

// questionEnd returns where a question ends: at the comma before the answer where
// it opens the sentence or stands between commas, else with its clause.
func (p *page) questionEnd(k, asked int, s text.Range) int {
	end := p.clauseEnd(&predication{at: text.Range{First: k, Last: k + 1}, verb: asked}, s, nil)
	opens := asked <= s.First+1 || p.is(asked-1, ",")
	for i := k + 1; i < end && opens; i++ {
		if p.Tokens[i].Lower == "," && !p.quoted(i) {
			return i
		}
	}
	return end
}

// emitSupposed adds a statement that nobody in particular makes, unless its cue
// stands in what somebody says.
func (p *page) emitSupposed(f found) {
	if f.content = p.trimAll(f.content); len(f.content) == 0 {
		return
	}
	for k := len(p.found) - 1; k >= 0 && k >= len(p.found)-6; k-- {
		if covers(p.found[k].content, f.cue) || p.found[k].cue == f.cue {
			return
		}
	}
	p.found = append(p.found, f)
}
