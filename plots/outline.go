package plots

import "math"

// What a PNG is made of: paths as corners, lines as the areas that they cover.

// scaled returns the path in other units.
func (p Path) scaled(by float64) Path {
	return p.moved(func(a point) point { return point{a.x * by, a.y * by} })
}

func (p Path) moved(to func(point) point) Path {
	out := make(Path, len(p))
	for i, s := range p {
		out[i] = step{draw: s.draw, points: make([]point, len(s.points))}
		for j, a := range s.points {
			out[i].points[j] = to(a)
		}
	}
	return out
}

// flat returns the path's pieces, each the corners of a line that stands for its
// curves, a closed one with its first corner once more at the end.
func (p Path) flat() [][]point {
	var pieces [][]point
	var piece []point
	end := func() {
		if len(piece) > 1 {
			pieces = append(pieces, piece)
		}
	}
	for _, s := range p {
		switch {
		case !s.draw:
			end()
			piece = []point{s.points[0]}
		case len(s.points) == 1:
			piece = append(piece, s.points[0])
		case len(s.points) == 3:
			piece = append(piece, bezier(piece[len(piece)-1], s.points)...)
		default:
			piece = append(piece, piece[0])
		}
	}
	end()
	return pieces
}

// bezier returns points on a cubic curve, about two pixels apart, without its first.
func bezier(from point, to []point) []point {
	length := math.Hypot(to[0].x-from.x, to[0].y-from.y) + math.Hypot(to[1].x-to[0].x, to[1].y-to[0].y) + math.Hypot(to[2].x-to[1].x, to[2].y-to[1].y)
	n := max(4, min(200, int(length/2)))
	out := make([]point, n)
	for i := range out {
		t := float64(i+1) / float64(n)
		u := 1 - t
		mix := func(a, b, c, d float64) float64 { return u*u*u*a + 3*u*u*t*b + 3*u*t*t*c + t*t*t*d }
		out[i] = point{mix(from.x, to[0].x, to[1].x, to[2].x), mix(from.y, to[0].y, to[1].y, to[2].y)}
	}
	return out
}

// dashed cuts pieces into what is drawn of them, the lengths of dash by turns drawn and
// not; an empty one leaves them whole.
func dashed(pieces [][]point, dash []float64) [][]point {
	if len(dash) == 0 {
		return pieces
	}
	var out [][]point
	for _, piece := range pieces {
		turn, left := 0, dash[0]
		drawn := []point{piece[0]}
		for i := 1; i < len(piece); i++ {
			from, to := piece[i-1], piece[i]
			for {
				length := math.Hypot(to.x-from.x, to.y-from.y)
				if length <= left {
					left -= length
					drawn = append(drawn, to)
					break
				}
				from = point{from.x + (to.x-from.x)*left/length, from.y + (to.y-from.y)*left/length}
				if turn%2 == 0 {
					out = append(out, append(drawn, from))
				}
				turn++
				left, drawn = dash[turn%len(dash)], []point{from}
			}
		}
		if turn%2 == 0 && len(drawn) > 1 {
			out = append(out, drawn)
		}
	}
	return out
}

// stroked returns what a line of that width covers: a rectangle for each straight part,
// and a disc where two meet. All turn the same way, so that where they overlap they add.
func stroked(piece []point, width float64) [][]point {
	var out [][]point
	r := width / 2
	for i := 1; i < len(piece); i++ {
		a, b := piece[i-1], piece[i]
		length := math.Hypot(b.x-a.x, b.y-a.y)
		if length == 0 {
			continue
		}
		dx, dy := (b.x-a.x)/length*r, (b.y-a.y)/length*r
		out = append(out, []point{{a.x - dy, a.y + dx}, {a.x + dy, a.y - dx}, {b.x + dy, b.y - dx}, {b.x - dy, b.y + dx}})
	}
	closed := len(piece) > 2 && piece[0] == piece[len(piece)-1]
	for i, at := range piece {
		if inside := i > 0 && i < len(piece)-1; !inside && !closed {
			continue
		}
		var disc []point
		const corners = 12
		for k := range corners {
			sin, cos := math.Sincos(-2 * math.Pi * float64(k) / corners)
			disc = append(disc, point{at.x + r*sin, at.y + r*cos})
		}
		out = append(out, disc)
	}
	return out
}
