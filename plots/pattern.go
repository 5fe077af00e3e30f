package plots

import (
	"fmt"
	"image"
	"image/color"
	"math"
)

// A Pattern says how a fill is told apart without colour.
type Pattern string

// The patterns; the zero one is even.
const (
	Even    Pattern = ""
	Rising  Pattern = "rising"
	Falling Pattern = "falling"
	Level   Pattern = "level"
	Upright Pattern = "upright"
	Crossed Pattern = "crossed"
	Checked Pattern = "checked"
	Dotted  Pattern = "dotted"
	Hollow  Pattern = "hollow"
)

// A hatching is lines of some width, one in each tile as high as the tiles are wide.
type hatching struct {
	tile, width float64
	angle       float64 // degrees, clockwise
	twice       bool    // once more at a right angle
	dots        bool    // dots of that width instead
}

var hatchings = map[Pattern]hatching{
	Rising:  {tile: 3.2, width: 1.2, angle: -45},
	Falling: {tile: 3.2, width: 1.2, angle: 45},
	Level:   {tile: 3.4, width: 1.2},
	Upright: {tile: 3.4, width: 1.2, angle: 90},
	Crossed: {tile: 4.2, width: 1, angle: 45, twice: true},
	Checked: {tile: 4, width: 1, twice: true},
	Dotted:  {tile: 3.4, width: 2, dots: true},
	Hollow:  {tile: 1},
}

// svg returns the pattern's definition under that name.
func (h hatching) svg(name string, c color.NRGBA) string {
	middle, drawn := number(h.tile/2), ""
	switch {
	case h.dots:
		drawn = fmt.Sprintf(`<circle cx="%s" cy="%s" r="%s" fill="%s"/>`, middle, middle, number(h.width/2), hex(c))
	case h.width > 0:
		path := "M0 " + middle + "H" + number(h.tile)
		if h.twice {
			path += "M" + middle + " 0V" + number(h.tile)
		}
		drawn = fmt.Sprintf(`<path d="%s" stroke="%s" stroke-width="%s"/>`, path, hex(c), number(h.width))
	}
	return fmt.Sprintf(`<pattern id="%s" width="%s" height="%s" patternUnits="userSpaceOnUse" patternTransform="rotate(%s)"><rect width="%[2]s" height="%[2]s" fill="#fff"/>%[5]s</pattern>`,
		name, number(h.tile), number(h.tile), number(h.angle), drawn)
}

// A hatched image has no bounds; it is a fill as a PNG has it.
type hatched struct {
	hatching
	colour color.NRGBA
	scale  float64 // pixels a unit
}

func (h hatched) ColorModel() color.Model { return color.NRGBAModel }
func (h hatched) Bounds() image.Rectangle { return image.Rect(-1e9, -1e9, 1e9, 1e9) }

// At returns white with as much of the colour as lines or dots cover of the pixel.
func (h hatched) At(px, py int) color.Color {
	sin, cos := math.Sincos(h.angle * math.Pi / 180)
	x, y := (float64(px)+.5)/h.scale, (float64(py)+.5)/h.scale
	fromMiddle := func(v float64) float64 { return math.Abs(v - h.tile*math.Floor(v/h.tile) - h.tile/2) }
	dx, dy := fromMiddle(x*cos+y*sin), fromMiddle(y*cos-x*sin)
	away := dy
	switch {
	case h.dots:
		away = math.Hypot(dx, dy)
	case h.twice:
		away = min(dx, dy)
	}
	covered := max(0, min(1, (h.width/2-away)*h.scale+.5))
	if h.width == 0 {
		covered = 0
	}
	mix := func(c uint8) uint8 { return uint8(math.Round(255 - covered*(255-float64(c)))) }
	return color.NRGBA{mix(h.colour.R), mix(h.colour.G), mix(h.colour.B), 255}
}
