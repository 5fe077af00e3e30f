package plots

import "image/color"

// A Picture is what is to be drawn. Its unit is a ninety-sixth of an inch, as in SVG;
// y grows downwards. What stands in it is all decided: writing it as SVG or PNG adds
// and moves nothing.
type Picture struct {
	Title         string // in one line; the first text of the picture, too
	Caption       string // what the picture rests on and what it leaves out; the last text, too
	Width, Height float64
	Marks         []Mark // from back to front
}

// A Mark is a shape or a text.
type Mark struct {
	Path Path   // the outline of a shape
	Fill Fill   // of the shape
	Line Line   // along its outline
	Text Text   // a text; then the rest is empty
	Says string // what a pointer on the mark reads; may be empty
}

// A Fill is how a shape is filled; the zero Fill leaves it empty.
type Fill struct {
	Colour  color.NRGBA
	Pattern Pattern
}

// A Line is how an outline is drawn; of width 0 it is not.
type Line struct {
	Colour color.NRGBA
	Width  float64
	Dash   []float64 // how long it is drawn, and not drawn, by turns; nil is solid
}

// A Text is one line of words.
type Text struct {
	Words  string
	X, Y   float64 // where its baseline begins, has its middle or ends
	Size   float64
	Anchor Anchor
	Colour color.NRGBA
	Bold   bool
	Turned bool // it runs upwards
	Halo   bool // on a white rim, so that it can be read on lines
}

// An Anchor says which part of a text is at its X and Y.
type Anchor string

// The anchors.
const (
	Start  Anchor = "start"
	Middle Anchor = "middle"
	End    Anchor = "end"
)

// A Path is an outline of straight lines and curves.
type Path []step

// A step is drawn from where the one before it ends: a move without drawing, a line or
// a cubic Bézier curve to its last point; or, of no points, back to the last move.
type step struct {
	draw   bool
	points []point
}

type point struct{ x, y float64 }

func (p *Path) move(x, y float64) { *p = append(*p, step{false, []point{{x, y}}}) }
func (p *Path) line(x, y float64) { *p = append(*p, step{true, []point{{x, y}}}) }
func (p *Path) curve(x1, y1, x2, y2, x, y float64) {
	*p = append(*p, step{true, []point{{x1, y1}, {x2, y2}, {x, y}}})
}
func (p *Path) close() { *p = append(*p, step{draw: true}) }

// polygon returns a closed path through points given as x, y, x, y ...
func polygon(xy ...float64) Path {
	p := segments(xy...)
	p.close()
	return p
}

// segments returns an open path through points given as x, y, x, y ...
func segments(xy ...float64) Path {
	var p Path
	p.move(xy[0], xy[1])
	for i := 2; i < len(xy); i += 2 {
		p.line(xy[i], xy[i+1])
	}
	return p
}

func rectangle(x, y, width, height float64) Path {
	return polygon(x, y, x+width, y, x+width, y+height, x, y+height)
}

// circle approximates one by four curves, within a thousandth of its radius.
func circle(x, y, r float64) Path {
	const bend = .5523
	c := float64(bend * r)
	var p Path
	p.move(x+r, y)
	p.curve(x+r, y+c, x+c, y+r, x, y+r)
	p.curve(x-c, y+r, x-r, y+c, x-r, y)
	p.curve(x-r, y-c, x-c, y-r, x, y-r)
	p.curve(x+c, y-r, x+r, y-c, x+r, y)
	p.close()
	return p
}

// add draws marks on top of what is there.
func (p *Picture) add(marks ...Mark) { p.Marks = append(p.Marks, marks...) }
