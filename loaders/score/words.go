package score

import (
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"counterclaim/graph"
)

// A page is a text with its words: runs of letters and digits, which may have a
// hyphen, an apostrophe or a point between them.
type page struct {
	text   string
	words  []graph.Span
	quoted set
}

func newPage(text string) *page {
	p := &page{text: text}
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if !ofWord(r) {
			i += size
			continue
		}
		end := wordEnd(text, i)
		p.words = append(p.words, graph.Span{Start: i, End: end})
		i = end
	}
	p.quoted = p.set(quotations(text)...)
	return p
}

func ofWord(r rune) bool {
	return r == '_' || unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsNumber(r)
}

func wordEnd(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		if strings.ContainsRune("-'’.", r) {
			next, more := utf8.DecodeRuneInString(text[i+size:])
			if !ofWord(next) {
				return i
			}
			i += size + more
			continue
		}
		if !ofWord(r) {
			return i
		}
		i += size
	}
	return i
}

// A set is words of a page by their numbers, in order, each once.
type set []int

// set returns the words that begin in the spans, or that a span's start cuts.
func (p *page) set(spans ...graph.Span) set {
	var out set
	for _, s := range spans {
		i := sort.Search(len(p.words), func(i int) bool { return p.words[i].End > s.Start })
		for ; i < len(p.words) && p.words[i].Start < s.End; i++ {
			out = append(out, i)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// shared returns how many words are in both sets.
func (a set) shared(b set) int {
	n := 0
	for i, k := 0, 0; i < len(a) && k < len(b); {
		switch {
		case a[i] == b[k]:
			n, i, k = n+1, i+1, k+1
		case a[i] < b[k]:
			i++
		default:
			k++
		}
	}
	return n
}

// dice returns how alike the sets are: 1 for the same words, 0 for none shared.
func (a set) dice(b set) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(a.shared(b)) / float64(len(a)+len(b))
}

// leads are words before a content that one annotator takes in and another leaves
// out.
var leads = []string{"that", "the", "a", "an"}

// core returns the words of a content without one of leads before them; a comma
// behind it, as in "that, on the whole, prices fell", makes it one of the words.
func (p *page) core(content []graph.Span) set {
	words := p.set(content...)
	if len(words) == 0 || len(p.set(content[0])) < 2 {
		return words
	}
	first := p.words[words[0]]
	next, _ := utf8.DecodeRuneInString(p.text[first.End:])
	if first.Start < content[0].Start || !unicode.IsSpace(next) || !slices.Contains(leads, strings.ToLower(first.Of(p.text))) {
		return words
	}
	return words[1:]
}

// mode returns how much of a content stands in quotation marks.
func (p *page) mode(content set) graph.Mode {
	switch n := content.shared(p.quoted); {
	case n == 0:
		return graph.Indirect
	case float64(n) >= .9*float64(len(content)):
		return graph.Direct
	}
	return graph.Mixed
}

// quotations returns what stands between double quotation marks. A straight mark
// opens and closes in turn; what is open at the end of a paragraph ends there.
func quotations(text string) []graph.Span {
	var out []graph.Span
	from := 0
	for paragraph := range strings.Lines(text) {
		end := from + len(strings.TrimRight(paragraph, "\n"))
		open := -1
		for i, r := range paragraph {
			mark := r == '"' || r == '“' || r == '”'
			switch {
			case mark && open < 0 && r != '”':
				open = from + i + utf8.RuneLen(r)
			case mark && open >= 0 && r != '“':
				out = append(out, graph.Span{Start: open, End: from + i})
				open = -1
			}
		}
		if open >= 0 {
			out = append(out, graph.Span{Start: open, End: end})
		}
		from += len(paragraph)
	}
	return out
}
