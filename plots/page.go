package plots

import (
	"strings"

	"counterclaim/graph"
)

// The page that all kinds of pictures are drawn on: a title, a legend, the picture
// itself, and a caption.

const (
	pageWidth = 960
	margin    = 24

	titleSize = 17
	textSize  = 11
	smallSize = 9.5
)

// A page grows downwards.
type page struct {
	Picture
	y float64 // where the next part begins
}

func newPage(title string) *page {
	p := &page{Picture: Picture{Title: title, Width: pageWidth}, y: margin + titleSize}
	p.heading(title, margin, p.y, titleSize, pageWidth-2*margin)
	p.y += 12
	return p
}

// words adds a line of text and returns it to be changed.
func (p *page) words(words string, x, y, size float64, anchor Anchor) *Text {
	p.add(Mark{Text: Text{Words: words, X: x, Y: y, Size: size, Anchor: anchor, Colour: black}})
	return &p.Marks[len(p.Marks)-1].Text
}

// label adds a line of text that is cut where it is wider than most; a pointer on it
// reads all of it.
func (p *page) label(words string, x, y, size, most float64, anchor Anchor) *Text {
	return p.cutTo(Text{Words: words, X: x, Y: y, Size: size, Anchor: anchor, Colour: black}, most)
}

// heading is a bold label that begins at x.
func (p *page) heading(words string, x, y, size, most float64) *Text {
	return p.cutTo(Text{Words: words, X: x, Y: y, Size: size, Anchor: Start, Colour: black, Bold: true}, most)
}

func (p *page) cutTo(t Text, most float64) *Text {
	m := Mark{Text: t}
	if m.Text.Words = cut(t.Words, t.Size, most, t.Bold); m.Text.Words != t.Words {
		m.Says = t.Words
	}
	p.add(m)
	return &p.Marks[len(p.Marks)-1].Text
}

// A sample is one thing that a legend explains.
type sample struct {
	words string
	wide  float64 // how wide what is drawn is
	draw  func(x, y float64) []Mark
}

// legend adds lines of samples, y being the middle of a line.
func (p *page) legend(heading string, samples []sample) {
	if len(samples) == 0 {
		return
	}
	const apart, lineHeight = 16, 18
	p.y += lineHeight / 2
	begin := margin + width(heading, textSize, true) + 12
	p.words(heading, margin, p.y+4, textSize, Start).Bold = true
	x := begin
	for _, s := range samples {
		room := s.wide + 6 + width(s.words, textSize, false)
		if x > begin && x+room > pageWidth-margin {
			x = begin
			p.y += lineHeight
		}
		p.add(s.draw(x, p.y)...)
		p.words(s.words, x+s.wide+6, p.y+4, textSize, Start)
		x += room + apart
	}
	p.y += lineHeight / 2
}

// finish adds the caption and returns the picture. The notes say how to read it and
// what it leaves out; empty ones are passed over.
func (p *page) finish(s *graph.Selection, notes ...string) Picture {
	notes = append(notes, "Of "+s.Caption()+".")
	var said []string
	for _, n := range notes {
		if n != "" {
			said = append(said, n)
		}
	}
	p.Caption = strings.Join(said, " ")
	p.y += 14
	for _, line := range wrap(p.Caption, textSize, pageWidth-2*margin, 0) {
		p.y += 15
		p.words(line, margin, p.y, textSize, Start).Colour = grey
	}
	p.Height = p.y + margin - 6
	return p.Picture
}
