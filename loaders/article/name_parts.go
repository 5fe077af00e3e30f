package article

import (
	"strings"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// withoutLetters is the name without the letters of a rank behind it: "Ida Holm KC".
func (p *page) withoutLetters(r text.Range) text.Range {
	if r.Len() > 2 && letters.Has(p.Word(r.Last-1)) {
		r.Last--
	}
	return r
}

// letters stand behind the names of persons and are no part of them.
var letters = set("KC QC SC MP MEP MSP TD MD PhD OBE CBE MBE")

// syllable reports whether the hyphen at token i joins the last syllable of a name:
// "Park Min-seo", but not "Brackwater Labs-owned".
func (p *page) syllable(i int) bool {
	if i < 2 || i+1 >= len(p.Tokens) || p.Tokens[i].Lower != "-" || p.Tokens[i].Is(text.Spaced) || p.Tokens[i+1].Is(text.Spaced) || !p.Tokens[i-2].Is(text.Capital) || p.starts(i-1) {
		return false
	}
	last := p.Tokens[i+1].Lower
	return p.Tokens[i+1].Is(text.Word) && len(last) <= 5 && len(p.Tokens[i-1].Lower) <= 5 && !strings.HasSuffix(last, "ed") && !suffixes.Has(last) && !organisations().Has(p.Tokens[i-1].Lower)
}

// suffixes stand behind a hyphen and are no part of the name.
var suffixes = set("run style born era like made held area only wide type free owned top per own")

// titleEnd returns where the name begins behind a title: "Foreign Minister Oran
// Teskin", "Sen. Ida Holm". It is first where there is no title, or nothing behind it.
func (p *page) titleEnd(first, last int) int {
	for i := last - 2; i >= first; i-- {
		if roles().Has(p.Tokens[i].Lower) || honorifics.Has(p.Tokens[i].Lower) {
			return i + 1
		}
	}
	return first
}

// onlyTitles reports whether the capitalised words are titles without a name:
// "Lieutenant General".
func (p *page) onlyTitles(first, last int) bool {
	for i := first; i < last; i++ {
		if low := p.Tokens[i].Lower; !roles().Has(low) && !honorifics.Has(low) {
			return false
		}
	}
	return true
}

// surname adds "Colonel Reyes" where no full name of a Reyes is known yet.
func (p *page) surname(ids map[string]int, r text.Range) {
	low := p.Tokens[r.Last-1].Lower
	for k := range p.entities {
		if p.entities[k].person() && p.entities[k].family == low {
			return
		}
	}
	if honorifics.Has(p.Tokens[r.First].Lower) {
		r.First++
	}
	p.add(ids, r, actors.Name{Text: p.Words(r), Form: actors.Proper})
}

// honorifics stand before the names of persons and are no part of them.
var honorifics = set("mr. mrs. ms. miss dr. prof. rev. sir dame lord lady sen. rep. gov. gen. col. lt. capt. cmdr. maj. sgt. adm. amb. hon. mr mrs ms dr prof rev sen rep gov gen col lt capt")
