package article

import (
	"math/big"
	"slices"
	"strings"
	"sync"

	"counterclaim/graph"
	"counterclaim/loaders/text"
)

var (
	numbers    = sync.OnceValue(func() *text.List { return text.Words("numbers") })
	bounds     = sync.OnceValue(func() *text.List { return text.Words("bounds") })
	currencies = sync.OnceValue(func() *text.List { return text.Words("currencies") })
)

// amounts returns the values that the content gives, sorted.
func (r *reading) amounts() []graph.Amount {
	var out []graph.Amount
	for _, c := range r.f.content {
		for i := c.First; i < c.Last; {
			a, n := r.amountAt(i, c)
			if n == 0 {
				i++
				continue
			}
			if a != "" {
				out = append(out, a)
			}
			i += n
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// amountAt reads the amount whose number begins at token i, and returns how many
// tokens it takes: 0 for no number, and no amount where the number only names or
// dates something.
func (p *page) amountAt(i int, c text.Range) (graph.Amount, int) {
	if t := &p.Tokens[i]; !t.Is(text.Number) && !numbers().Has(t.Lower) && !t.In("a", "an", "one", "$", "£", "€") {
		return "", 0
	}
	first, money := i, p.currency(i)
	if money != "" {
		i++
	}
	value, n := p.number(i, c.Last)
	if n == 0 {
		return "", 0
	}
	last := i + n
	bound := p.boundBefore(first)
	if money == "" {
		if code := p.currency(last); code != "" && last < c.Last {
			money = code
			last++
		}
	}
	switch {
	case money != "":
		return graph.NewAmount(bound, value, money), last - first
	case p.dated(i, last, bound):
		return "", last - first
	}
	unit, end := p.unitAt(last, c.Last, strings.Contains(value, "/"))
	if unit == "" || bound == "" && p.definite(first, c.First) {
		return "", last - first
	}
	return graph.NewAmount(bound, value, unit), end - first
}

// currency returns the code of the currency that token i stands for, "" for none.
func (p *page) currency(i int) string {
	if i >= len(p.Tokens) {
		return ""
	}
	_, code := currencies().At(p.Text, i, i+1)
	return code
}

// number reads the number at token i: "11,000", "2.5 million", "two dozen",
// "twenty-five", "two-thirds", "a dozen". n is how many tokens it takes.
func (p *page) number(i, end int) (value string, n int) {
	if i+1 < end && p.Tokens[i].In("a", "an", "one") && p.scales(i+1) {
		i, n = i+1, 1
	}
	if i >= end {
		return "", 0
	}
	v, ok := p.digits(i)
	if !ok {
		if v, ok = p.numeral(i); !ok || n == 0 && p.Tokens[i].In("third", "quarter", "dozen", "hundred", "thousand", "million", "billion", "trillion", "thirds", "bn") {
			return "", 0
		}
	}
	n++
	k := i + 1
	for k < end {
		at := k
		if p.is(k, "-") && k+1 < end { // "two-thirds", "twenty-five"
			at = k + 1
		}
		m, ok := p.numeral(at)
		if p.is(at, "thirds") || p.is(at, "quarters") {
			v, ok = new(big.Rat).Mul(v, big.NewRat(1, int64(map[bool]int{true: 3, false: 4}[p.is(at, "thirds")]))), true
			return v.RatString(), n + at + 1 - k
		}
		switch {
		case !ok:
			return decimal(v), n
		case m.Cmp(big.NewRat(12, 1)) >= 0 && p.scales(at):
			v = new(big.Rat).Mul(v, m)
		case at > k && m.Cmp(big.NewRat(10, 1)) < 0 && v.Cmp(big.NewRat(20, 1)) >= 0:
			v = new(big.Rat).Add(v, m)
		default:
			return decimal(v), n
		}
		n += at + 1 - k
		k = at + 1
	}
	return decimal(v), n
}

// decimal writes a whole number or a decimal, and a share as a fraction.
func decimal(v *big.Rat) string {
	if v.IsInt() || v.Cmp(big.NewRat(1, 1)) < 0 && v.Denom().Cmp(big.NewInt(4)) <= 0 {
		return v.RatString()
	}
	return strings.TrimRight(strings.TrimRight(v.FloatString(4), "0"), ".")
}

// scales reports whether token i multiplies: "dozen", "million", or is a part.
func (p *page) scales(i int) bool {
	return i < len(p.Tokens) && p.Tokens[i].In("dozen", "hundred", "thousand", "million", "billion", "trillion", "bn", "third", "quarter")
}

// digits reads a number in figures.
func (p *page) digits(i int) (*big.Rat, bool) {
	t := &p.Tokens[i]
	if !t.Is(text.Number) || len(t.Lower) > 18 {
		return nil, false
	}
	for k, r := range t.Lower {
		if (r < '0' || r > '9') && r != '.' && r != ',' || r == ',' && len(t.Lower)-k < 4 {
			return nil, false
		}
	}
	return new(big.Rat).SetString(strings.ReplaceAll(t.Lower, ",", ""))
}

// numeral reads a number as a word.
func (p *page) numeral(i int) (*big.Rat, bool) {
	if i >= len(p.Tokens) {
		return nil, false
	}
	_, value := numbers().At(p.Text, i, i+1)
	if value == "" || value[0] == '/' {
		return nil, false
	}
	return new(big.Rat).SetString(value)
}

// boundBefore returns the sign of the bound that ends before token i.
func (p *page) boundBefore(i int) string {
	for k := max(0, i-3); k < i; k++ {
		if n, sign := bounds().At(p.Text, k, i); n > 0 && k+n == i {
			return sign
		}
	}
	return ""
}

// dated reports whether the number from token i to last is a day, a year, a time
// or an age.
func (p *page) dated(i, last int, bound string) bool {
	t := &p.Tokens[i]
	if i > 0 && dateWords.Has(p.Tokens[i-1].Lower) && p.Tokens[i-1].Is(text.Capital) || last < len(p.Tokens) && dateWords.Has(p.Tokens[last].Lower) && p.Tokens[last].Is(text.Capital) {
		return true
	}
	if bound == "" && last == i+1 && yearOf(t.Lower) > 0 {
		return true
	}
	return last < len(p.Tokens) && p.Tokens[last].In("a.m", "p.m", "a.m.", "p.m.", "am", "pm", ":", "o'clock", "-year-old") || p.is(last+1, "old") || p.is(last, "-")
}

// definite reports whether the words before a number make it a name for what is
// known already: "the two sides", "these three ships".
func (p *page) definite(i, first int) bool {
	return i > first && p.Tokens[i-1].In("the", "these", "those", "both", "its", "their", "our", "his", "her", "my", "no")
}

// unitAt returns what is counted by a number that ends before token i: the plural
// noun behind it, or "%" with what it is a share of.
func (p *page) unitAt(i, end int, share bool) (unit string, last int) {
	if i < end && p.Tokens[i].In("%", "percent") || i+1 < end && p.is(i, "per") && p.is(i+1, "cent") {
		if i++; p.is(i-1, "per") {
			i++
		}
		if noun, last := p.counted(i, end); noun != "" && p.is(i, "of") {
			return "% " + noun, last
		}
		return "%", i
	}
	noun, last := p.counted(i, end)
	if share && noun == "" {
		return "", i
	}
	return noun, last
}

// counted returns the plural noun that stands behind a number, at most four words
// on: "government websites", "of the ships".
func (p *page) counted(i, end int) (noun string, last int) {
	for k := i; k < end && k < i+5; k++ {
		t := &p.Tokens[k]
		if k > i+2 && determiners.Has(t.Lower) || !t.Is(text.Word) && t.Lower != "-" || auxiliaries.Has(t.Lower) || preposition.Has(t.Lower) && !(k == i && t.Lower == "of") {
			break
		}
		if !t.Is(text.Capital) && plural(t.Lower) && !p.plural(k+1, end) {
			return t.Lower, k + 1
		}
	}
	return "", i
}

// plural reports whether token i is one more noun in the plural, so that the one
// before is no head.
func (p *page) plural(i, end int) bool {
	return i < end && !p.Tokens[i].Is(text.Capital) && plural(p.Tokens[i].Lower) && !preposition.Has(p.Tokens[i].Lower) && len(cues().Of(p.Tokens[i].Lower)) == 0
}

// plural reports whether a word has the form of a noun in the plural.
func plural(low string) bool {
	switch low {
	case "people", "men", "women", "children", "police", "troops", "personnel", "staff", "tonnes":
		return true
	case "this", "as", "was", "is", "has", "its", "does", "us", "times", "yes", "plus", "less", "across":
		return low == "times"
	}
	return len(low) > 3 && low[len(low)-1] == 's' && low[len(low)-2] != 's' && low[len(low)-2] != 'u' && low[len(low)-2] != '\''
}
