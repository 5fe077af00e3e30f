package article

import "counterclaim/loaders/text"

// sourceAt reports whether "according to" with a source begins at token i.
func (p *page) sourceAt(i int, s text.Range) bool {
	return p.Tokens[i].Lower == "according" && p.is(i+1, "to") && i+2 < s.Last && p.source(i, s).Len() > 0
}

// source returns the source named by "according to" at token i, empty where what
// follows names none: "according to the law".
func (p *page) source(i int, s text.Range) text.Range {
	np := p.nounPhraseAfter(i+2, s)
	if np.Len() == 0 {
		return np
	}
	for np.Last < s.Last && p.Tokens[np.Last].In("records", "documents", "reports", "filings", "estimates", "figures", "polls", "surveys", "data") {
		np.Last++ // "agency records": no verb here
	}
	for k := np.First; k < np.Last && !preposition.Has(p.Tokens[k].Lower); k++ {
		if notSources().Has(p.Tokens[k].Lower) && !p.Tokens[k].Is(text.Capital) {
			return text.Range{}
		}
	}
	return np
}

// accordingTo collects what the sources of a sentence say. Where the sentence
// already has a speaker, the source is who reports that speaker's words.
func (p *page) accordingTo(s, from int) {
	sentence := p.Sentences[s]
	for i := sentence.First; i < sentence.Last; i++ {
		if !p.begins(i, sourceWord) || p.quoted(i) || !p.sourceAt(i, sentence) {
			continue
		}
		source := p.source(i, sentence)
		f := found{rule: "according to", class: state, lemma: "according to", cue: text.Range{First: i, Last: i + 2}, subject: source, answers: -1}
		if source.Last < sentence.Last && p.is(source.Last, ",") {
			f.apposition = p.besideComma(source.Last)
		}
		if i == sentence.First {
			f.content = []text.Range{{First: p.afterSource(&f, sentence), Last: sentence.Last}}
			p.emitUnlessSaid(f, from)
			continue
		}
		first := p.clauseStart(i, sentence, from)
		if p.reports(source, i, from, first) {
			continue
		}
		f.content = []text.Range{{First: p.pastConnective(text.Range{First: first, Last: i}), Last: i}}
		p.emitUnlessSaid(f, from)
	}
}

func (p *page) emitUnlessSaid(f found, from int) {
	f.content = p.trimAll(f.content)
	if len(f.content) > 0 && f.content[0].Len() > 1 {
		p.found = append(p.found, f)
	}
}

// afterSource returns where the content begins behind a source at the head of a
// sentence: at its first comma, or behind the source's apposition.
func (p *page) afterSource(f *found, s text.Range) int {
	i := f.subject.Last
	if f.apposition.Len() > 0 {
		return f.apposition.Last
	}
	for k := i; k < s.Last && k < i+25 && !p.quoted(k); k++ {
		if p.Tokens[k].Lower == "," {
			return k
		}
	}
	return i
}

// reports makes the source at token i the reporter of the statement that ends
// right before it, if one of verbs of saying does.
//
// Where a quotation in a clause of its own stands before the source, that is what
// the source says: "A rejected it, a move that was "wrong", according to B".
func (p *page) reports(source text.Range, i, from, first int) bool {
	done := false
	for k := from; k < len(p.found); k++ {
		f := &p.found[k]
		last := &f.content[len(f.content)-1]
		end := max(last.Last, f.cue.Last, f.subject.Last)
		if f.rule == "according to" || f.rule == "implied claim" || end < i-3 || end > i || f.cue.First >= i {
			continue
		}
		speech := f.class.speaks() || f.class == tell
		if !speech && first > last.First && p.opensWithin(text.Range{First: first, Last: i}) {
			last.Last = first - 1
			continue
		}
		f.via = append(f.via, source)
		done = true
	}
	return done
}

// clauseStart returns where the clause that ends at token i begins: behind what
// an earlier statement of the sentence takes, else at the sentence's beginning.
func (p *page) clauseStart(i int, s text.Range, from int) int {
	if len(p.found) == from {
		return s.First
	}
	k := i - 2
	for ; k > s.First && k >= i-3; k-- {
		if p.quoted(k) {
			k = p.Quotations[p.Tokens[k].Quote].First - 1
			break
		}
	}
	for ; k > s.First; k-- {
		if p.Tokens[k].Lower == "," && !p.quoted(k) {
			return k + 1
		}
	}
	return s.First
}
