package main

import (
	"encoding/xml"
	"fmt"
	"math"
	"strings"
)

// A drawing is an SVG in the making.
type drawing struct {
	strings.Builder
	width, height float64
}

const small, middling = 12.0, 14.0 // sizes of letters

func (d *drawing) text(x, y, size float64, anchor, words string) {
	fmt.Fprintf(d, `<text x="%.1f" y="%.1f" font-size="%.0f" text-anchor="%s" fill="#1a1a1a">%s</text>`+"\n", x, y, size, anchor, escaped(words))
}

func (d *drawing) heading(x, y float64, words string) {
	fmt.Fprintf(d, `<text x="%.1f" y="%.1f" font-size="%.0f" font-weight="bold" fill="#1a1a1a">%s</text>`+"\n", x, y, middling, escaped(words))
}

func (d *drawing) line(x1, y1, x2, y2 float64, colour string, width float64) {
	fmt.Fprintf(d, `<path d="M%.1f %.1fL%.1f %.1f" stroke="%s" stroke-width="%.1f" fill="none"/>`+"\n", x1, y1, x2, y2, colour, width)
}

func (d *drawing) bar(x, y, width, height float64, colour string) {
	fmt.Fprintf(d, `<rect x="%.1f" y="%.1f" width="%.1f" height="%.1f" fill="%s"/>`+"\n", x, y, width, height, colour)
}

// whole returns the SVG.
func (d *drawing) whole(title string) string {
	return fmt.Sprintf(`<svg xmlns="http://www.w3.org/2000/svg" width="%.0f" height="%.0f" viewBox="0 0 %.0f %.0f" role="img" font-family="Helvetica, Arial, sans-serif">
<title>%s</title>
<rect width="100%%" height="100%%" fill="#fff"/>
%s</svg>
`, d.width, d.height, d.width, d.height, escaped(title), d.String())
}

func escaped(words string) string {
	var b strings.Builder
	_ = xml.EscapeText(&b, []byte(words)) // a Builder takes all
	return b.String()
}

// A style is how a system or a question is drawn: a colour of Okabe and Ito, which people
// with any colour vision tell apart, and a shape.
type style struct {
	colour string
	shape  int
}

var colours = []string{"#0072b2", "#d55e00", "#008a64", "#a84f86", "#d98c00", "#666666", "#7f4a1e"}

func styleOf(n int) style { return style{colours[n%len(colours)], n % shapes} }

const shapes = 4

// mark draws the shape at a point.
func (d *drawing) mark(x, y float64, s style) {
	const r = 5.0
	path := ""
	switch s.shape {
	case 0:
		path = fmt.Sprintf("M%.1f %.1fa%.1f %.1f 0 1 0 %.1f 0a%.1f %.1f 0 1 0 %.1f 0z", x-r, y, r, r, 2*r, r, r, -2*r)
	case 1:
		path = fmt.Sprintf("M%.1f %.1fh%.1fv%.1fh%.1fz", x-r*.85, y-r*.85, r*1.7, r*1.7, -r*1.7)
	case 2:
		path = fmt.Sprintf("M%.1f %.1fl%.1f %.1fh%.1fz", x, y-r, r, r*1.8, -2*r)
	case 3:
		path = fmt.Sprintf("M%.1f %.1fl%.1f %.1fl%.1f %.1fl%.1f %.1fz", x, y-r*1.2, r*1.2, r*1.2, -r*1.2, r*1.2, -r*1.2, -r*1.2)
	}
	fmt.Fprintf(d, `<path d="%s" fill="%s" stroke="#fff" stroke-width="1"/>`+"\n", path, s.colour)
}

// A scale puts numbers at places by their logarithms, in whole powers of ten.
type scale struct{ low, high, from, to float64 }

func newScale(values []float64, from, to float64) scale {
	low, high := math.Inf(1), math.Inf(-1)
	for _, v := range values {
		if v > 0 {
			low, high = min(low, math.Floor(math.Log10(v))), max(high, math.Ceil(math.Log10(v)))
		}
	}
	if low >= high {
		high = low + 1
	}
	return scale{low, high, from, to}
}

func (s scale) at(v float64) float64 {
	return s.from + (math.Log10(v)-s.low)/(s.high-s.low)*(s.to-s.from)
}

// ticks returns the powers of ten on the scale.
func (s scale) ticks() []float64 {
	var out []float64
	for p := s.low; p <= s.high; p++ {
		out = append(out, math.Pow(10, p))
	}
	return out
}

// plain writes a power of ten: 0.1, 100, 10k, 1M.
func plain(v float64) string {
	for _, unit := range []struct {
		of   float64
		name string
	}{{1e9, "G"}, {1e6, "M"}, {1e3, "k"}} {
		if v >= unit.of {
			return fmt.Sprintf("%.0f%s", v/unit.of, unit.name)
		}
	}
	return fmt.Sprint(v)
}
