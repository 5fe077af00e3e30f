package plots

import (
	"strings"
	"sync"
	"unicode"

	"github.com/clipperhouse/uax29/v2/graphemes"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/gofont/goregular"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// Go's own fonts draw the letters of a PNG. They measure those of an SVG too, which its
// reader draws with one of the families, the widest of which is DejaVu Sans: wider than
// Go's by spare.
var (
	regular = sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(goregular.TTF) })
	bold    = sync.OnceValues(func() (*sfnt.Font, error) { return sfnt.Parse(gobold.TTF) })
)

const families = "Helvetica, Arial, 'Liberation Sans', 'Noto Sans', 'Noto Sans CJK SC', 'DejaVu Sans', sans-serif"

var spare = [2]float64{1.14, 1.2} // regular, bold

// widths are how wide Go's fonts draw each letter of ASCII, in sizes of the font.
var widths = sync.OnceValue(func() (w [2][unicode.MaxASCII + 1]float64) {
	for i, load := range []func() (*sfnt.Font, error){regular, bold} {
		f, err := load()
		if err != nil {
			panic(err) // the font is part of the program
		}
		var b sfnt.Buffer
		for r := range w[i] {
			const size = 1000
			glyph, _ := f.GlyphIndex(&b, rune(r))
			advance, err := f.GlyphAdvance(&b, glyph, fixed.I(size), font.HintingNone)
			if err != nil {
				panic(err)
			}
			w[i][r] = float64(advance) / 64 / size * spare[i]
		}
	}
	return w
})

// width returns how wide a line of words is drawn at most.
func width(words string, size float64, isBold bool) float64 {
	w := widths()[0]
	if isBold {
		w = widths()[1]
	}
	sum := 0.0
	for _, r := range words {
		switch {
		case r <= unicode.MaxASCII:
			sum += w[r]
		case unicode.Is(unicode.Mn, r):
		case unicode.In(r, unicode.Latin, unicode.Greek, unicode.Cyrillic):
			sum += .8
		default:
			sum++ // Chinese and the like are as wide as high
		}
	}
	return sum * size
}

func (t *Text) width() float64 { return width(t.Words, t.Size, t.Bold) }

// cut returns words that are no wider than most, with an ellipsis for what it had to
// take off their end.
func cut(words string, size, most float64, isBold bool) string {
	words = strings.Join(strings.Fields(words), " ")
	if width(words, size, isBold) <= most {
		return words
	}
	const ellipsis = "…"
	kept, room := "", most-width(ellipsis, size, isBold)
	for g := graphemes.FromString(words); g.Next(); {
		if room -= width(g.Value(), size, isBold); room < 0 {
			break
		}
		kept += g.Value()
	}
	return strings.TrimRight(kept, " ,;:") + ellipsis
}

// wrap breaks words into lines that are no wider than most. What does not fit into the
// last of the lines allowed is cut, as is a word that fits into none; 0 lines are as
// many as it takes.
func wrap(words string, size, most float64, lines int) []string {
	var out []string
	line := ""
	fields := strings.Fields(words)
	for i, word := range fields {
		longer := strings.TrimSpace(line + " " + word)
		if line == "" || width(longer, size, false) <= most {
			line = longer
			continue
		}
		if lines > 0 && len(out) == lines-1 {
			line += " " + strings.Join(fields[i:], " ")
			break
		}
		out, line = append(out, cut(line, size, most, false)), word
	}
	return append(out, cut(line, size, most, false))
}

// A box is where something stands.
type box struct{ left, top, right, bottom float64 }

func (b box) overlaps(c box) bool {
	return b.left < c.right && c.left < b.right && b.top < c.bottom && c.top < b.bottom
}

func (b box) within(c box) bool {
	return b.left >= c.left && b.right <= c.right && b.top >= c.top && b.bottom <= c.bottom
}

// box returns where the text stands at most.
func (t *Text) box() box {
	w := t.width()
	before := map[Anchor]float64{Middle: w / 2, End: w}[t.Anchor]
	if t.Turned {
		below := t.Y + before
		return box{t.X - t.Size*.75, below - w, t.X + t.Size*.2, below}
	}
	return box{t.X - before, t.Y - t.Size*.75, t.X - before + w, t.Y + t.Size*.2}
}
