package main

import (
	"fmt"
	"math"
)

const grid = "#dddddd"

// picture draws two panels, both on a scale of powers of ten: how fast each system loads,
// and how long it takes to answer each question.
func (c *comparison) picture() string {
	const left, right, row = 350.0, 940.0, 24.0
	systems := c.measured()
	d := &drawing{width: 1020}
	y := 30.0
	d.heading(20, y, fmt.Sprintf("Loading %s quads, in quads a second", thousands(int64(c.Quads))))
	var rates, times []float64
	for _, m := range systems {
		rates = append(rates, median(c.rates(m)))
		for _, q := range questions {
			if t := 1000 * median(m.times(q.Name)); t == t {
				times = append(times, t)
			}
		}
	}
	y += 16
	s := newScale(rates, left, right)
	s.low-- // so that the slowest has a bar
	d.ruled(s, y, y+row*float64(len(systems)))
	for i, m := range systems {
		at := y + row*(float64(i)+.5)
		d.text(left-12, at+4, small, "end", m.System)
		d.bar(left, at-7, s.at(rates[i])-left, 14, styleOf(i).colour)
		d.text(s.at(rates[i])+6, at+4, small, "start", thousandsOf(rates[i]))
	}
	y += row*float64(len(systems)) + 56
	d.heading(20, y, "Ten questions, first 100 rows, in milliseconds")
	y += 24
	y = d.legend(systems, y)
	s = newScale(times, left, right)
	d.ruled(s, y, y+row*float64(len(questions)))
	for i, q := range questions {
		at := y + row*(float64(i)+.5)
		d.text(left-12, at+4, small, "end", q.Says)
		d.line(left, at, right, at, grid, 1)
		for j := len(systems) - 1; j >= 0; j-- { // ours in front
			if t := 1000 * median(systems[j].times(q.Name)); !math.IsNaN(t) {
				d.mark(s.at(t), at, styleOf(j))
			}
		}
	}
	d.height = y + row*float64(len(questions)) + 40
	return d.whole("How fast counterclaim and its peers load a graph and answer ten questions")
}

// ruled draws the lines of a scale from top to bottom, with their values below.
func (d *drawing) ruled(s scale, top, bottom float64) {
	for _, v := range s.ticks() {
		d.line(s.at(v), top, s.at(v), bottom, grid, 1)
		d.text(s.at(v), bottom+16, small, "middle", plain(v))
	}
}

// legend draws what the marks stand for and returns where it ends.
func (d *drawing) legend(systems []*measured, y float64) float64 {
	const each, across = 220.0, 4
	for i, m := range systems {
		x := 30 + each*float64(i%across)
		at := y + 20*float64(i/across)
		d.mark(x, at-4, styleOf(i))
		d.text(x+12, at, small, "start", m.System)
	}
	return y + 20*float64((len(systems)-1)/across) + 16
}
