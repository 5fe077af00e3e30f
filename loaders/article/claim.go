package article

import (
	"slices"
	"strings"

	"counterclaim/loaders/text"
)

// citesInside reports whether the predication lies in what the statement before
// cites: "He cited a post by X, who said ...".
func (p *page) citesInside(q *predication) bool {
	if len(p.found) == 0 {
		return false
	}
	last := &p.found[len(p.found)-1]
	return (last.lemma == "cite" || last.lemma == "point to") && last.content[0].Holds(q.at.First)
}

// uncite takes the statement before back, which only cites, and returns who
// cited.
func (p *page) uncite() text.Range {
	last := p.found[len(p.found)-1]
	p.found = p.found[:len(p.found)-1]
	return last.subject
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
// assertion that P", "the revelations made by X that P". It returns P, whose claim it
// is, and the noun.
func (p *page) takenUp(f *found) (claim, holder text.Range, noun int) {
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
		return text.Range{First: that + 1, Last: c.Last}, holder, i
	}
	return text.Range{}, text.Range{}, -1
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
	if len(p.found)-from < 2 {
		return
	}
	kept := p.found[from:from]
	all := slices.Clone(p.found[from:])
	index := map[int]int{}
	for i, f := range all {
		plain := f.class.speaks() || f.class == tell || f.class == describe || f.class == wish || strings.HasPrefix(f.lemma, "be ") || f.rule == "passive"
		nested := false
		for j, g := range all {
			nested = nested || i != j && plain && !f.implicit && f.rule != "noun cue" && covers(g.content, f.cue) && (f.rule == "passive" || !covers(f.content, g.cue))
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
