package article

import (
	"strings"

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
