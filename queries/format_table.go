package queries

// The format for people: aligned columns with wrapped texts or, where they would
// be too narrow to read, one block a row with a line for each value. Widths are
// those on a terminal: a Chinese character takes two columns.

import (
	"io"
	"slices"
	"strings"
	"unicode"

	"charm.land/lipgloss/v2"
)

const (
	gap      = "  "
	leastFor = 14 // a text column narrower than that is not for reading
)

func writeTable(w io.Writer, t Table, width int, color bool) error {
	cells := make([][]string, len(t.Rows))
	for i, row := range t.Rows {
		cells[i] = make([]string, len(row))
		for j, v := range row {
			cells[i][j] = printable(text(v))
		}
	}
	p := painter{color}
	var out strings.Builder
	if widths, ok := fit(t.Columns, cells, width); ok {
		p.grid(&out, t.Columns, cells, widths)
	} else {
		p.blocks(&out, t.Columns, cells, max(width, 40))
	}
	_, err := io.WriteString(w, out.String())
	return err
}

// printable keeps a text to one line and takes out what would steer the terminal.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return ' '
		}
		return r
	}, s)
	return strings.Join(strings.Fields(s), " ")
}

// fit returns how wide each column becomes so that all go into width: texts are
// narrowed, the widest first. ok is false where that is not enough.
func fit(columns []Column, cells [][]string, width int) (widths []int, ok bool) {
	widths = make([]int, len(columns))
	total := len(gap) * (len(columns) - 1)
	for j, c := range columns {
		widths[j] = lipgloss.Width(c.Name)
		for _, row := range cells {
			widths[j] = max(widths[j], lipgloss.Width(row[j]))
		}
		total += widths[j]
	}
	for width > 0 && total > width {
		widest := -1
		for j, c := range columns {
			if c.Type == Text && widths[j] > max(leastFor, len(c.Name)) && (widest < 0 || widths[j] > widths[widest]) {
				widest = j
			}
		}
		if widest < 0 {
			return nil, false
		}
		widths[widest]--
		total--
	}
	return widths, true
}

type painter struct{ color bool }

func (p painter) strong(s string) string {
	if !p.color {
		return s
	}
	return lipgloss.NewStyle().Bold(true).Render(s)
}

func (p painter) faint(s string) string {
	if !p.color {
		return s
	}
	return lipgloss.NewStyle().Faint(true).Render(s)
}

func (p painter) grid(out *strings.Builder, columns []Column, cells [][]string, widths []int) {
	if len(columns) == 0 {
		return
	}
	names, rules := make([]string, len(columns)), make([]string, len(columns))
	for j, c := range columns {
		names[j], rules[j] = c.Name, strings.Repeat("─", widths[j])
	}
	p.line(out, columns, names, widths, p.strong)
	p.line(out, columns, rules, widths, p.faint)
	for _, row := range cells {
		wrapped := make([][]string, len(row))
		height := 1
		for j, cell := range row {
			wrapped[j] = wrap(cell, widths[j])
			height = max(height, len(wrapped[j]))
		}
		for i := range height {
			part := make([]string, len(row))
			for j, lines := range wrapped {
				if i < len(lines) {
					part[j] = lines[i]
				}
			}
			p.line(out, columns, part, widths, func(s string) string { return s })
		}
	}
}

// line writes one line of the terminal, without blanks at its end.
func (p painter) line(out *strings.Builder, columns []Column, cells []string, widths []int, paint func(string) string) {
	last := len(cells) - 1
	for last > 0 && cells[last] == "" {
		last--
	}
	for j, cell := range cells[:last+1] {
		if j > 0 {
			out.WriteString(gap)
		}
		pad := strings.Repeat(" ", max(0, widths[j]-lipgloss.Width(cell)))
		switch {
		case columns[j].Type == Number:
			out.WriteString(pad + paint(cell))
		case j == last:
			out.WriteString(paint(cell))
		default:
			out.WriteString(paint(cell) + pad)
		}
	}
	out.WriteString("\n")
}

// blocks writes one block a row; what lacks has no line.
func (p painter) blocks(out *strings.Builder, columns []Column, cells [][]string, width int) {
	label := 0
	for _, c := range columns {
		label = max(label, lipgloss.Width(c.Name))
	}
	label = min(label, width/2)
	for i, row := range cells {
		if i > 0 {
			out.WriteString("\n")
		}
		for j, cell := range row {
			if cell == "" {
				continue
			}
			name := columns[j].Name
			out.WriteString(p.strong(name) + strings.Repeat(" ", max(0, label-lipgloss.Width(name))))
			indent := "\n" + strings.Repeat(" ", label) + gap
			out.WriteString(gap + strings.Join(wrap(cell, width-label-len(gap)), indent) + "\n")
		}
	}
}

// wrap breaks a text into lines of at most width columns, at spaces where it can.
func wrap(s string, width int) []string {
	if width < 1 || lipgloss.Width(s) <= width {
		return []string{s}
	}
	lines := strings.Split(lipgloss.Wrap(s, width, ""), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return slices.DeleteFunc(lines, func(l string) bool { return l == "" })
}
