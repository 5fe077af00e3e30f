package plots

import (
	"math"

	"counterclaim/graph"
)

// link draws a contrast between two marks as a curve that leads around those between.
func (t *chart) link(p *page, c *graph.Contrast) {
	counter, claim := t.byID[c.Counter], t.byID[c.Claim]
	from, to := point{counter.x, counter.y}, point{claim.x, claim.y}
	dx, dy := to.x-from.x, to.y-from.y
	via1, via2 := point{from.x, from.y + dy*.4}, point{to.x, to.y - dy*.4}
	switch {
	case counter.lane == claim.lane && (math.Abs(dx) >= 3*t.pitch || math.Abs(dy) < t.pitch): // over the marks between them
		up := min(laneSpace/2+t.pitch*1.5, 8+math.Abs(dx)*.2)
		via1, via2 = point{from.x + dx*.2, min(from.y, to.y) - up}, point{to.x - dx*.2, min(from.y, to.y) - up}
	case math.Abs(dx) < 3*t.pitch: // one above the other: beside them
		aside := min(60, 6+math.Abs(dy)*.2)
		if max(from.x, to.x)+aside > t.right {
			aside = -aside
		}
		via1.x += aside
		via2.x += aside
	}
	from, to = towards(from, via1, t.radius+1), towards(to, via2, t.radius+2)
	marks := link(c.Relation, from, via1, via2, to, string(c.Relation)+"\n"+counter.Statement.ID+"\n"+claim.Statement.ID)
	if len(t.links) > fewLinks {
		marks[0].Line.Width *= .8
		marks[0].Line.Colour.A = 180
	}
	p.add(marks...)
}

// fewLinks is how many can be drawn boldly.
const fewLinks = 50

// towards returns the point that lies so far from one on the way to another.
func towards(from, to point, far float64) point {
	length := math.Hypot(to.x-from.x, to.y-from.y)
	if length == 0 {
		return from
	}
	return point{from.x + (to.x-from.x)/length*far, from.y + (to.y-from.y)/length*far}
}

// link draws a curve in the relation's line, with an arrow head at its end unless
// neither of the two answers the other.
func link(r graph.Relation, from, via1, via2, to point, says string) []Mark {
	line := relationStyles[r].line
	line.Colour.A = 215
	return tied(!r.Equal(), line, from, via1, via2, to, says)
}

// tied draws a curve, with an arrow head at its end where it has a direction.
func tied(directed bool, line Line, from, via1, via2, to point, says string) []Mark {
	end, head := to, []Mark(nil)
	if directed {
		long, wide := 6+line.Width, 2.4+line.Width/2
		end = towards(to, via2, long-1)
		foot := towards(to, via2, long)
		nx, ny := (to.y-foot.y)/long*wide, (foot.x-to.x)/long*wide
		head = []Mark{{Path: polygon(to.x, to.y, foot.x+nx, foot.y+ny, foot.x-nx, foot.y-ny), Fill: Fill{Colour: line.Colour}, Says: says}}
	}
	var path Path
	path.move(from.x, from.y)
	path.curve(via1.x, via1.y, via2.x, via2.y, end.x, end.y)
	return append([]Mark{{Path: path, Line: line, Says: says}}, head...)
}
