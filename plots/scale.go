package plots

import (
	"fmt"
	"math"
)

// scale draws the lanes with their names, and the axis with its ticks.
func (t *chart) scale(p *page) {
	p.words("date", t.left-44, t.top-22, smallSize, End).Colour = grey
	p.words("statements", t.left-8, t.top-8, smallSize, End).Colour = grey
	end := pageWidth - float64(margin)
	for i := range t.axis.parts {
		t.part(p, &t.axis.parts[i])
	}
	if t.apart > 0 {
		p.words("no month known", t.apart+apartWide/2, t.top-8, smallSize, Middle).Colour = grey
		p.add(Mark{Path: segments(t.apart-breakWide/2, t.top, t.apart-breakWide/2, t.bottom), Line: Line{middleGrey, 1, []float64{3, 3}}})
	}
	for _, l := range t.lanes {
		line := Line{lightGrey, 1, nil}
		from := t.left
		if l.heading != "" {
			p.add(Mark{Path: segments(margin, l.y-headingRoom, end, l.y-headingRoom), Line: Line{middleGrey, 1, nil}})
			p.heading(l.heading, margin, l.y-4, smallSize, pageWidth/2).Colour = grey
			line.Width = 0
		} else if l.y == t.top {
			line.Colour, from = middleGrey, margin
		}
		p.add(Mark{Path: segments(from, l.y, end, l.y), Line: line})
		g := t.list[l.group]
		p.label(g.name, t.left-44, l.y+l.height/2+4, textSize, laneLabels-46, End)
		p.words(fmt.Sprint(g.weight), t.left-8, l.y+l.height/2+4, textSize, End).Colour = grey
	}
	p.add(Mark{Path: segments(margin, t.bottom, end, t.bottom), Line: Line{middleGrey, 1, nil}})
	t.spans(p)
}

// part draws a part of the axis, and the break before it.
func (t *chart) part(p *page, one *part) {
	if one.x > t.left {
		x := one.x - breakWide/2
		p.add(Mark{Path: rectangle(x-4, t.top, 8, t.bottom-t.top), Fill: Fill{Colour: paleGrey}},
			Mark{Path: segments(x-5, t.top+4, x-1, t.top-4), Line: Line{grey, 1, nil}},
			Mark{Path: segments(x+1, t.top+4, x+5, t.top-4), Line: Line{grey, 1, nil}})
	}
	for _, tick := range one.ticks() {
		colour := paleGrey
		if tick.above != "" {
			p.words(tick.above, tick.x+2, t.top-22, smallSize, Start).Bold = true
			colour = lightGrey
		}
		if tick.label != "" {
			p.words(tick.label, tick.x+2, t.top-8, smallSize, Start).Colour = grey
		}
		p.add(Mark{Path: segments(tick.x, t.top-5, tick.x, t.bottom), Line: Line{colour, 1, nil}})
	}
}

// spans draws under marks the month of which no day is known.
func (t *chart) spans(p *page) {
	type row struct{ y, from, to float64 }
	drawn := map[row]bool{}
	for _, m := range t.marks {
		when := m.When()
		if !placed(when) || when != when.Month() {
			continue
		}
		from, to := t.axis.span(when)
		r := row{math.Round(m.y + t.pitch/2 - 1), from + 1, to - 1}
		if !drawn[r] {
			drawn[r] = true
			p.add(Mark{Path: segments(r.from, r.y-2, r.from, r.y, r.to, r.y, r.to, r.y-2), Line: Line{middleGrey, 1, nil}})
		}
	}
}
