package article

import (
	"strings"
	"unicode/utf8"

	"counterclaim/loaders/text"
)

// A line of the source and what it is taken for.
type line struct {
	text.Range // bytes
	words      string
}

// Lengths, in characters, by which lines are told apart.
const (
	shortLine   = 60  // a line as long as this may be a sentence without its end
	teaserLine  = 110 // headlines of other articles are shorter than this
	wrapColumn  = 50  // lines of hard-wrapped text are longer than this
	wrapAtMost  = 100
	wrappedMany = 3
)

// paragraphs returns the lines of the source; lines of hard-wrapped text are
// joined, so that a paragraph is one range.
func paragraphs(source string) []line {
	lines := text.Lines(source)
	out := make([]line, 0, len(lines))
	for i := 0; i < len(lines); {
		last := i + 1
		for last < len(lines) && adjacent(source, lines[last-1], lines[last]) {
			last++
		}
		if wrapped(source, lines[i:last]) {
			out = append(out, newLine(source, text.Range{First: lines[i].First, Last: lines[last-1].Last}))
		} else {
			for _, l := range lines[i:last] {
				out = append(out, newLine(source, l))
			}
		}
		i = last
	}
	return out
}

// adjacent reports whether no blank line stands between two lines.
func adjacent(source string, a, b text.Range) bool {
	return strings.Count(source[a.Last:b.First], "\n") == 1
}

func newLine(source string, r text.Range) line {
	return line{r, oneLine(strings.TrimSpace(source[r.First:r.Last]))}
}

// wrapped reports whether the lines of a block are one paragraph cut at a column.
func wrapped(source string, block []text.Range) bool {
	if len(block) < wrappedMany {
		return false
	}
	for _, l := range block[:len(block)-1] {
		n := utf8.RuneCountInString(strings.TrimSpace(source[l.First:l.Last]))
		if n < wrapColumn || n > wrapAtMost {
			return false
		}
	}
	return true
}

// prose reports whether a line belongs to the article: it ends like a sentence,
// or is too long for a menu, and is none of the lines that pages put around
// articles.
func (l *line) prose() bool {
	n := utf8.RuneCountInString(l.words[:min(len(l.words), 2*shortLine*utf8.UTFMax)]) // more do not count
	if n < 2*shortLine && isBoilerplate(strings.ToLower(l.words)) {
		return false
	}
	if endsLikeSentence(l.words) {
		return n > 15 || strings.HasSuffix(l.words, ":") && strings.Contains(l.words, " ") // "Holm said:"
	}
	if n >= teaserLine {
		return true
	}
	return n >= shortLine && strings.ContainsAny(l.words, `"“”`)
}

func isBoilerplate(low string) bool {
	for _, b := range boilerplateLines() {
		if strings.HasPrefix(low, b) {
			return true
		}
	}
	return false
}

func endsLikeSentence(s string) bool {
	s = strings.TrimRight(s, "\"”’') µ")
	for _, end := range []string{".", "!", "?", ":", ",", "…", "—"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
