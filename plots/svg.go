package plots

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"image/color"
	"io"
	"math"
	"strconv"
	"strings"
)

// WriteSVG writes the picture as SVG 1.1 without scripts, styles or links. Words are
// always text, never markup; the same picture gives the same bytes.
func WriteSVG(w io.Writer, p *Picture) error {
	s := svg{bufio.NewWriter(w)}
	s.print(`<svg xmlns="http://www.w3.org/2000/svg" width="`, number(p.Width), `" height="`, number(p.Height),
		`" viewBox="0 0 `, number(p.Width), " ", number(p.Height), `" role="img" font-family="`, families, "\">\n")
	s.print("<title>", escaped(p.Title), "</title>\n<desc>", escaped(p.Caption), "</desc>\n")
	s.patterns(p)
	s.print(`<rect width="100%" height="100%" fill="#fff"/>`, "\n")
	for i := range p.Marks {
		s.mark(&p.Marks[i])
	}
	s.print("</svg>\n")
	return s.Flush() // which returns the first error of all
}

type svg struct{ *bufio.Writer }

func (s svg) print(parts ...string) {
	for _, p := range parts {
		s.WriteString(p)
	}
}

// patterns defines those that the picture uses.
func (s svg) patterns(p *Picture) {
	defined := map[string]bool{}
	for i := range p.Marks {
		f := p.Marks[i].Fill
		h, ok := hatchings[f.Pattern]
		if name := f.name(); ok && !defined[name] {
			defined[name] = true
			s.print(h.svg(name, f.Colour), "\n")
		}
	}
}

func (f Fill) name() string { return string(f.Pattern) + "-" + hex(f.Colour)[1:] }

func (s svg) mark(m *Mark) {
	name := "path"
	if m.Text.Words != "" {
		name = "text"
		s.text(&m.Text)
	} else {
		s.print(`<path d="`, m.Path.String(), `"`)
		s.fill(m.Fill)
		s.line(m.Line)
	}
	switch {
	case m.Says != "":
		s.print("><title>", escaped(m.Says), "</title>")
	case name == "path":
		s.print("/>\n")
		return
	default:
		s.print(">")
	}
	s.print(escaped(m.Text.Words), "</", name, ">\n")
}

func (s svg) text(t *Text) {
	s.print(`<text font-size="`, number(t.Size), `"`)
	if t.Turned {
		s.print(` transform="translate(`, number(t.X), " ", number(t.Y), `) rotate(-90)"`)
	} else {
		s.print(` x="`, number(t.X), `" y="`, number(t.Y), `"`)
	}
	if t.Anchor != Start {
		s.print(` text-anchor="`, string(t.Anchor), `"`)
	}
	if t.Bold {
		s.print(` font-weight="bold"`)
	}
	if t.Colour != black {
		s.print(` fill="`, hex(t.Colour), `"`)
	}
	if t.Halo {
		s.print(` stroke="#fff" stroke-width="`, number(halo), `" paint-order="stroke"`)
	}
}

// halo is how wide the rim of a text is, half of it inside the letters.
const halo = 3

func (s svg) fill(f Fill) {
	switch _, patterned := hatchings[f.Pattern]; {
	case patterned:
		s.print(` fill="url(#`, f.name(), `)"`)
	case f.Colour.A == 0:
		s.print(` fill="none"`)
	default:
		s.print(` fill="`, hex(f.Colour), `"`)
		s.opacity("fill", f.Colour)
	}
}

func (s svg) line(l Line) {
	if l.Width == 0 {
		return
	}
	s.print(` stroke="`, hex(l.Colour), `"`)
	if l.Width != 1 {
		s.print(` stroke-width="`, number(l.Width), `"`)
	}
	s.opacity("stroke", l.Colour)
	if len(l.Dash) > 0 {
		lengths := make([]string, len(l.Dash))
		for i, d := range l.Dash {
			lengths[i] = number(d)
		}
		s.print(` stroke-dasharray="`, strings.Join(lengths, " "), `"`)
	}
}

func (s svg) opacity(of string, c color.NRGBA) {
	if c.A < math.MaxUint8 {
		s.print(" ", of, `-opacity="`, strconv.FormatFloat(float64(c.A)/math.MaxUint8, 'f', 2, 64), `"`)
	}
}

// String returns the path in the words of SVG.
func (p Path) String() string {
	var b strings.Builder
	for _, s := range p {
		switch {
		case !s.draw:
			b.WriteByte('M')
		case len(s.points) == 1:
			b.WriteByte('L')
		case len(s.points) == 3:
			b.WriteByte('C')
		default:
			b.WriteByte('Z')
		}
		for i, at := range s.points {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(number(at.x) + " " + number(at.y))
		}
	}
	return b.String()
}

// number writes a length to a tenth, in the same way everywhere.
func number(v float64) string {
	if v = math.Round(v*10) / 10; v == 0 {
		return "0" // and never -0
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

func hex(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

func escaped(words string) string {
	var b strings.Builder
	if err := xml.EscapeText(&b, []byte(words)); err != nil {
		panic(err) // a strings.Builder takes everything
	}
	return b.String()
}
