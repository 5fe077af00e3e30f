package plots

import (
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"io"
	"math"

	"golang.org/x/image/vector"
)

// pngScale is how many pixels a unit has: 192 to an inch, which print takes.
const pngScale = 2

// WritePNG writes the picture as PNG, with what a pointer would read left out. Letters
// are drawn with Go's fonts, which have Latin, Greek and Cyrillic ones, or, where those
// lack one, with the first of fonts that has it; a letter that all lack is a box.
func WritePNG(w io.Writer, p *Picture, fonts ...*Font) error {
	c := canvas{image.NewRGBA(image.Rect(0, 0, int(math.Ceil(p.Width*pngScale)), int(math.Ceil(p.Height*pngScale)))), newLetters(fonts)}
	draw.Draw(c.image, c.image.Bounds(), image.White, image.Point{}, draw.Src)
	for i := range p.Marks {
		if err := c.mark(&p.Marks[i]); err != nil {
			return err
		}
	}
	return png.Encode(w, c.image)
}

// A canvas is drawn on in pixels.
type canvas struct {
	image   *image.RGBA
	letters letters
}

func (c *canvas) mark(m *Mark) error {
	if m.Text.Words != "" {
		return c.text(&m.Text)
	}
	path := m.Path.scaled(pngScale)
	if h, ok := hatchings[m.Fill.Pattern]; ok {
		c.fill(path.flat(), hatched{h, m.Fill.Colour, pngScale})
	} else if m.Fill.Colour.A > 0 {
		c.fill(path.flat(), image.NewUniform(m.Fill.Colour))
	}
	c.line(path, m.Line)
	return nil
}

func (c *canvas) line(path Path, l Line) {
	if l.Width == 0 {
		return
	}
	dash := make([]float64, len(l.Dash))
	for i, d := range l.Dash {
		dash[i] = d * pngScale
	}
	for _, piece := range dashed(path.flat(), dash) {
		for first := 0; first < len(piece)-1; first += shortLine {
			part := piece[first:min(first+shortLine+1, len(piece))]
			c.fill(stroked(part, l.Width*pngScale), image.NewUniform(l.Colour))
		}
	}
}

// shortLine is how many corners of a line are drawn at a time. What a fill costs grows
// with the box around it, which for a long curve is most of the picture.
const shortLine = 24

func (c *canvas) text(t *Text) error {
	outline, err := c.letters.outline(t)
	if err != nil {
		return err
	}
	path := outline.scaled(pngScale)
	if t.Halo {
		c.line(path, Line{Colour: color.NRGBA{255, 255, 255, 255}, Width: halo})
	}
	c.fill(path.flat(), image.NewUniform(t.Colour))
	return nil
}

// fill fills what the outlines surround. It touches no pixels but those.
func (c *canvas) fill(outlines [][]point, src image.Image) {
	box := bounds(outlines).Intersect(c.image.Bounds())
	if box.Empty() {
		return
	}
	r := vector.NewRasterizer(box.Dx(), box.Dy())
	at := func(p point) (x, y float32) {
		return float32(p.x - float64(box.Min.X)), float32(p.y - float64(box.Min.Y))
	}
	for _, o := range outlines {
		r.MoveTo(at(o[0]))
		for _, p := range o[1:] {
			r.LineTo(at(p))
		}
		r.ClosePath()
	}
	r.Draw(c.image, box, src, box.Min)
}

// bounds returns the pixels that the outlines can touch.
func bounds(outlines [][]point) image.Rectangle {
	least, most := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for _, o := range outlines {
		for _, p := range o {
			least = point{min(least.x, p.x), min(least.y, p.y)}
			most = point{max(most.x, p.x), max(most.y, p.y)}
		}
	}
	if len(outlines) == 0 {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(least.x)), int(math.Floor(least.y)), int(math.Ceil(most.x))+1, int(math.Ceil(most.y))+1)
}
