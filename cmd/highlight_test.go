package cmd

import (
	"strings"
	"testing"

	"counterclaim/graph"
)

func TestHighlight(t *testing.T) {
	const text = "aaa bbb ccc ddd"
	span := func(words string) graph.Span {
		i := strings.Index(text, words)
		return graph.Span{Start: i, End: i + len(words)}
	}
	for _, c := range []struct {
		name  string
		marks []mark
		want  string
	}{
		{"none", nil, text},
		{"one", []mark{{span("bbb"), "[1] "}}, "aaa «[1] bbb» ccc ddd"},
		{"interrupted", []mark{{span("aaa"), "[1] "}, {span("ccc"), ""}}, "«[1] aaa» bbb «ccc» ddd"},
		{"overlapping", []mark{{span("bbb ccc"), "[2] "}, {span("aaa bbb"), "[1] "}}, "«[1] aaa [2] bbb ccc» ddd"},
		{"one inside another", []mark{{span("aaa bbb ccc"), "[1] "}, {span("bbb"), "[2] "}}, "«[1] aaa [2] bbb ccc» ddd"},
		{"the same words twice", []mark{{span("bbb"), "[1] "}, {span("bbb"), "[2] "}}, "aaa «[1] [2] bbb» ccc ddd"},
		{"touching", []mark{{span("aaa "), "[1] "}, {span("bbb"), "[2] "}}, "«[1] aaa »«[2] bbb» ccc ddd"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := (&page{}).highlight(text, 0, len(text), c.marks); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestHighlightStyled(t *testing.T) {
	p := &page{styled: true}
	got := p.highlight("one\ntwo", 0, 7, []mark{{graph.Span{Start: 0, End: 7}, ""}})
	want := "\x1b[1mone\x1b[22m\n\x1b[1mtwo\x1b[22m"
	if got != want {
		t.Errorf("got %q, want %q: each line must stand alone, so that wrapping and margins stay plain", got, want)
	}
}

// The words around a statement end at its paragraph, or on a whole character
// where the paragraph is long.
func TestAround(t *testing.T) {
	text := "before\n" + strings.Repeat("é", 500) + "WORDS" + strings.Repeat("é", 500) + "\nafter"
	i := strings.Index(text, "WORDS")
	from, to := around(text, []graph.Span{{Start: i, End: i + 5}})
	want := strings.Repeat("é", widestContext/2) + "WORDS" + strings.Repeat("é", widestContext/2)
	if got := text[from:to]; got != want {
		t.Errorf("got %d bytes, want %d", len(got), len(want))
	}
	from, to = around("before\nthe WORDS here\nafter", []graph.Span{{Start: 11, End: 16}})
	if from != 7 || to != 21 {
		t.Errorf("got %d-%d, want 7-21", from, to)
	}
}
