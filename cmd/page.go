package cmd

import (
	"io"
	"os"
	"strings"

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
		s = lipgloss.Wrap(s, p.width-indent, "")
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
		value = lipgloss.Wrap(value, p.width-column, "")
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
