package cmd

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"counterclaim/graph"
)

// A mark makes a span of a text stand out. Before goes ahead of it: a number, or
// nothing.
type mark struct {
	graph.Span
	before string
}

// highlight returns the part of text between from and to with its marks: bold on
// a terminal, between « and » elsewhere. Marks may overlap.
func (p *page) highlight(text string, from, to int, marks []mark) string {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	var b strings.Builder
	at := from
	for len(marks) > 0 {
		run := marks[0].Span
		b.WriteString(text[at:run.Start])
		var words strings.Builder
		at = run.Start
		for len(marks) > 0 && marks[0].Start < max(run.End, run.Start+1) {
			words.WriteString(text[at:marks[0].Start] + marks[0].before)
			at, run.End = marks[0].Start, max(run.End, marks[0].End)
			marks = marks[1:]
		}
		words.WriteString(text[at:run.End])
		at = run.End
		b.WriteString(p.marked(words.String()))
	}
	return b.String() + text[at:to]
}

func (p *page) marked(words string) string {
	if p.styled {
		return p.as(bold, words)
	}
	return "«" + words + "»"
}

// widestContext is how much of a paragraph is shown on either side, in bytes.
const widestContext = 400

// around returns where the paragraphs begin and end in which the spans stand,
// cut where they are very long.
func around(text string, spans []graph.Span) (from, to int) {
	first, last := spans[0].Start, spans[len(spans)-1].End
	from = strings.LastIndexByte(text[:first], '\n') + 1
	to = len(text)
	if i := strings.IndexByte(text[last:], '\n'); i >= 0 {
		to = last + i
	}
	for from = max(from, first-widestContext); !utf8.RuneStart(text[from]); from++ {
	}
	for to = min(to, last+widestContext); to < len(text) && !utf8.RuneStart(text[to]); to-- {
	}
	return from, to
}
