package plots

import (
	"fmt"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// A Font has the shapes of letters.
type Font struct{ font *sfnt.Font }

// ReadFont reads a TrueType or OpenType font, or the first of a collection of them.
func ReadFont(src []byte) (*Font, error) {
	fonts, err := sfnt.ParseCollection(src)
	if err != nil {
		return nil, err
	}
	f, err := fonts.Font(0)
	return &Font{f}, err
}

// Lacks returns the letters of the picture, each once, that a PNG of it would have as
// boxes.
func Lacks(p *Picture, fonts ...*Font) []rune {
	l := newLetters(fonts)
	var lacks []rune
	seen := map[rune]bool{}
	for i := range p.Marks {
		for _, r := range p.Marks[i].Text.Words {
			if _, glyph := l.find(r, false); glyph == 0 && !seen[r] {
				lacks = append(lacks, r)
			}
			seen[r] = true
		}
	}
	return lacks
}

// letters makes outlines of words.
type letters struct {
	fonts  []*Font
	buffer *sfnt.Buffer
}

func newLetters(fonts []*Font) letters { return letters{fonts, new(sfnt.Buffer)} }

// find returns the font that has the letter, and which of its glyphs that is: 0, a box,
// where none has.
func (l letters) find(r rune, isBold bool) (*sfnt.Font, sfnt.GlyphIndex) {
	load := regular
	if isBold {
		load = bold
	}
	first, err := load()
	if err != nil {
		panic(err) // the font is part of the program
	}
	if glyph, err := first.GlyphIndex(l.buffer, r); err == nil && glyph > 0 {
		return first, glyph
	}
	for _, f := range l.fonts {
		if glyph, err := f.font.GlyphIndex(l.buffer, r); err == nil && glyph > 0 {
			return f.font, glyph
		}
	}
	return first, 0
}

// outline returns the text as shapes.
func (l letters) outline(t *Text) (Path, error) {
	const ppem = 256 // finer than any picture shows
	scale := t.Size / ppem
	var path Path
	pen := 0.0
	for _, r := range t.Words {
		f, glyph := l.find(r, t.Bold)
		segments, err := f.LoadGlyph(l.buffer, glyph, fixed.I(ppem), nil)
		if err != nil {
			return nil, fmt.Errorf("letter %q: %w", r, err)
		}
		path = append(path, glyphPath(segments, pen, scale)...)
		advance, err := f.GlyphAdvance(l.buffer, glyph, fixed.I(ppem), font.HintingNone)
		if err != nil {
			return nil, fmt.Errorf("letter %q: %w", r, err)
		}
		pen += float64(advance) / 64 * scale
	}
	shift := map[Anchor]float64{Middle: pen / 2, End: pen}[t.Anchor]
	return path.moved(func(a point) point {
		if t.Turned {
			return point{t.X + a.y, t.Y - (a.x - shift)}
		}
		return point{t.X + a.x - shift, t.Y + a.y}
	}), nil
}

func glyphPath(segments sfnt.Segments, pen, scale float64) Path {
	at := func(p fixed.Point26_6) point {
		return point{pen + float64(p.X)/64*scale, float64(p.Y) / 64 * scale}
	}
	var path Path
	var last point
	for i, s := range segments {
		to := at(s.Args[0])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				path.close()
			}
			path.move(to.x, to.y)
		case sfnt.SegmentOpLineTo:
			path.line(to.x, to.y)
		case sfnt.SegmentOpQuadTo: // as a cubic curve
			via := to
			to = at(s.Args[1])
			path.curve(last.x+(via.x-last.x)*2/3, last.y+(via.y-last.y)*2/3, to.x+(via.x-to.x)*2/3, to.y+(via.y-to.y)*2/3, to.x, to.y)
		case sfnt.SegmentOpCubeTo:
			c := at(s.Args[1])
			end := at(s.Args[2])
			path.curve(to.x, to.y, c.x, c.y, end.x, end.y)
			to = end
		}
		last = to
	}
	if len(path) > 0 {
		path.close()
	}
	return path
}
