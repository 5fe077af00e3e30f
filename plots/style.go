package plots

import (
	"image/color"

	"counterclaim/graph"
)

// The colours are those of Okabe and Ito (2008), which people with any colour vision
// tell apart. None stands alone: kinds have their shapes, relations their lines and
// patterns, so that a copy in black and white says the same.
var (
	black      = color.NRGBA{0x1a, 0x1a, 0x1a, 255}
	grey       = color.NRGBA{0x66, 0x66, 0x66, 255}
	lightGrey  = color.NRGBA{0xcc, 0xcc, 0xcc, 255}
	paleGrey   = color.NRGBA{0xf3, 0xf3, 0xf3, 255}
	white      = color.NRGBA{0xff, 0xff, 0xff, 255}
	vermilion  = color.NRGBA{0xd5, 0x5e, 0x00, 255}
	blue       = color.NRGBA{0x00, 0x72, 0xb2, 255}
	purple     = color.NRGBA{0xa8, 0x4f, 0x86, 255} // theirs, darkened to be seen as a line
	orange     = color.NRGBA{0xd9, 0x8c, 0x00, 255} // the same
	green      = color.NRGBA{0x00, 0x8a, 0x64, 255} // the same
	brown      = color.NRGBA{0x7f, 0x4a, 0x1e, 255}
	middleGrey = color.NRGBA{0x99, 0x99, 0x99, 255}
)

// A kindStyle is how a statement of a kind is drawn. Kinds that are near to each other
// share a colour and a shape, one filled and one hollow.
type kindStyle struct {
	shape  func(x, y, r float64) Path
	colour color.NRGBA
	hollow bool
}

var kindStyles = map[graph.Kind]kindStyle{
	graph.Attribution: {triangle, vermilion, false},
	graph.Criticism:   {triangle, vermilion, true},
	graph.Denial:      {square, blue, false},
	graph.Refusal:     {square, blue, true},
	graph.Victimhood:  {diamond, purple, false},
	graph.Concern:     {diamond, purple, true},
	graph.Demand:      {arrow, orange, false},
	graph.Threat:      {arrow, orange, true},
	graph.Cooperation: {circle, green, false},
	graph.Commitment:  {circle, green, true},
	graph.Praise:      {plus, green, false},
	graph.Admission:   {times, black, false},
	graph.Assertion:   {dot, grey, false},
}

func (k kindStyle) mark(x, y, r float64, says string) Mark {
	m := Mark{Path: k.shape(x, y, r), Fill: Fill{Colour: k.colour}, Line: Line{k.colour, 1, nil}, Says: says}
	if k.hollow {
		m.Fill.Colour, m.Line.Width = white, 1.5
	}
	return m
}

func triangle(x, y, r float64) Path {
	return polygon(x, y-r*1.05, x+r*1.05, y+r*.8, x-r*1.05, y+r*.8)
}

func square(x, y, r float64) Path { return rectangle(x-r*.85, y-r*.85, r*1.7, r*1.7) }

func diamond(x, y, r float64) Path {
	return polygon(x, y-r*1.15, x+r*1.15, y, x, y+r*1.15, x-r*1.15, y)
}

func arrow(x, y, r float64) Path { return polygon(x-r*.8, y-r, x+r*1.05, y, x-r*.8, y+r) }

func dot(x, y, r float64) Path { return circle(x, y, r*.55) }

func plus(x, y, r float64) Path {
	a, b := r*.3, r*1.05
	return polygon(x-a, y-b, x+a, y-b, x+a, y-a, x+b, y-a, x+b, y+a, x+a, y+a, x+a, y+b, x-a, y+b, x-a, y+a, x-b, y+a, x-b, y-a, x-a, y-a)
}

func times(x, y, r float64) Path {
	a, b := r*.35, r*.95
	return polygon(x, y-a, x+b-a, y-b, x+b, y-b+a, x+a, y, x+b, y+b-a, x+b-a, y+b, x, y+a, x-b+a, y+b, x-b, y+b-a, x-a, y, x-b, y-b+a, x-b+a, y-b)
}

// A relationStyle is how a relation is drawn: as a line between two statements and as a
// patch in a table.
type relationStyle struct {
	line    Line
	pattern Pattern
}

var relationStyles = map[graph.Relation]relationStyle{
	graph.Denies:            {Line{blue, 1.4, nil}, Even},
	graph.CounterAttributes: {Line{vermilion, 1.4, []float64{9, 3}}, Rising},
	graph.ClaimsVictimhood:  {Line{purple, 1.8, []float64{2, 3}}, Dotted},
	graph.Rebuts:            {Line{black, 1.2, []float64{5, 2.5}}, Level},
	graph.Doubts:            {Line{orange, 1.6, []float64{1.5, 5}}, Hollow},
	graph.Criticises:        {Line{brown, 1.3, []float64{9, 3, 2, 3}}, Falling},
	graph.Refuses:           {Line{black, 1.3, []float64{9, 3, 2, 3, 2, 3}}, Crossed},
	graph.Reverses:          {Line{green, 2.4, nil}, Upright},
	graph.Echoes:            {Line{middleGrey, 1, nil}, Even},
	graph.Renders:           {Line{middleGrey, 1, []float64{2, 2}}, Checked},
}

// patch is a small square in the relation's pattern.
func (r relationStyle) patch(x, y, size float64, says string) Mark {
	return Mark{Path: rectangle(x, y, size, size), Fill: Fill{r.line.Colour, r.pattern}, Line: Line{r.line.Colour, 1, nil}, Says: says}
}
