package cmd

import (
	"io"
	"os"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
)

// A page is text for people: paragraphs and labelled facts, wrapped to the
// terminal. It keeps the first error of writing; close returns it.
type page struct {
	w      io.Writer
	width  int  // 0: no limit
	styled bool // bold and underline, in place of marks
	err    error
}

const (
	widestText = 100 // longer lines are hard to read
	labelWidth = 12
)

// newPage returns a page on w.
func newPage(w io.Writer) *page {
	width := terminalWidth(w)
	return &page{w: w, width: min(width, widestText), styled: width > 0 && os.Getenv("TERM") != "dumb"}
}

// The ways in which words stand out, as codes that turn them on and off.
type look struct{ on, off string }

var (
	bold      = look{"\x1b[1m", "\x1b[22m"}
	faint     = look{"\x1b[2m", "\x1b[22m"}
	underline = look{"\x1b[4m", "\x1b[24m"}
)

// as returns s with that look on a terminal, and s elsewhere.
func (p *page) as(l look, s string) string {
	if !p.styled || s == "" {
		return s
	}
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		if line != "" {
			lines[i] = l.on + line + l.off
		}
	}
	return strings.Join(lines, "\n")
}

// text prints paragraphs, each line of them indented.
func (p *page) text(indent int, s string) {
	margin := strings.Repeat(" ", indent)
	if p.width > 0 {
		s = wrap(s, p.width-indent)
	}
	for line := range strings.Lines(s) {
		line = strings.TrimRight(line, " \n")
		if line != "" {
			line = margin + line
		}
		p.print(line + "\n")
	}
}

// fact prints a value beside its label, nothing for an empty value.
func (p *page) fact(label, value string) {
	if value != "" {
		p.hang(max(labelWidth, len(label)+1), p.as(faint, label), value)
	}
}

// hang prints lead and then value, of which every line begins in the same column.
func (p *page) hang(column int, lead, value string) {
	if p.width > 0 {
		value = wrap(value, p.width-column)
	}
	gap := strings.Repeat(" ", max(0, column-lipgloss.Width(lead)))
	p.print(lead + gap + strings.ReplaceAll(value, "\n", "\n"+strings.Repeat(" ", column)) + "\n")
}

// title prints a line that stands out, after an empty one.
func (p *page) title(s string) { p.print("\n" + p.as(bold, s) + "\n") }

func (p *page) print(s string) {
	if p.err == nil {
		_, p.err = io.WriteString(p.w, s)
	}
}

// wrap breaks lines at spaces, never at the hyphens of dates and IDs, so that they
// stay within width. What has no space and is wider is cut.
func wrap(s string, width int) string {
	lines := strings.Split(s, "\n")
	for i, line := range lines {
		var b strings.Builder
		column := 0
		for j, word := range strings.Split(line, " ") {
			w := lipgloss.Width(word)
			switch {
			case j == 0:
			case column+1+w > width:
				b.WriteByte('\n')
				column = 0
			default:
				b.WriteByte(' ')
				column++
			}
			if w > width {
				word = lipgloss.Wrap(word, width, "")
			}
			b.WriteString(word)
			column += w
		}
		lines[i] = b.String()
	}
	return strings.Join(lines, "\n")
}

// printable takes out of a text what would steer the terminal. It changes no offset:
// what comes in its place is as long in bytes.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || !unicode.IsControl(r) && !unicode.Is(unicode.Bidi_Control, r):
			return r
		case r < 0x80:
			return ' '
		case r < 0x800:
			return '\u00a0'
		}
		return '\u2003'
	}, s)
}
