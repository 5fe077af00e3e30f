package main

import (
	"fmt"
	"slices"
	"strings"
)

func (g *growth) page() page {
	var b strings.Builder
	fmt.Fprintf(&b, "counterclaim on bolt. %s.\n\n", g.Machine)
	b.WriteString("| statements | loaded at once, quads | quads/s | bytes a quad | bytes a statement | most memory | then put in batches, quads/s | most memory, questions too |\n|---|---|---|---|---|---|---|---|\n")
	for _, p := range g.Points {
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s | %s | %s | %s |\n", thousands(int64(p.Size)), thousands(int64(p.Quads)), thousandsOf(p.rate()),
			round(p.eachQuad()), thousandsOf(p.each()), megabytes(float64(p.LoadMemory)), thousandsOf(p.putRate()), megabytes(float64(p.Memory)))
	}
	b.WriteString("\nQuestions, in milliseconds: the median, in brackets the least and the most.\n\n| question |")
	for _, p := range g.Points {
		b.WriteString(" " + thousands(int64(p.Size)) + " |")
	}
	b.WriteString("\n|---|" + strings.Repeat("---|", len(g.Points)) + "\n")
	for _, q := range questions {
		b.WriteString("| " + q.Says + " |")
		for _, p := range g.Points {
			if times := p.Asks[q.Name]; len(times) > 0 {
				b.WriteString(" " + spread(times, milliseconds) + " |")
			} else {
				b.WriteString(" " + none + " |")
			}
		}
		b.WriteString("\n")
	}
	return page{"growth", b.String(), g.picture()}
}

func (p *point) rate() float64     { return float64(p.Quads) / p.Load }
func (p *point) putRate() float64  { return float64(p.PutQuads) / p.Put }
func (p *point) each() float64     { return float64(p.Disk) / float64(p.Statements) }
func (p *point) eachQuad() float64 { return float64(p.Disk) / float64(p.Quads) }

// A curve is one thing that was measured at several sizes.
type curve struct {
	name   string
	values []float64 // one for each point; NaN where there is none
}

// picture draws four panels over the size of the graph.
func (g *growth) picture() string {
	of := func(name string, value func(*point) float64) curve {
		c := curve{name: name}
		for _, p := range g.Points {
			c.values = append(c.values, value(p))
		}
		return c
	}
	var latencies []curve
	for _, q := range questions {
		latencies = append(latencies, of(q.Says, func(p *point) float64 { return 1000 * median(p.Asks[q.Name]) }))
	}
	d := &drawing{width: 1080, height: 700}
	d.panel(g, "Loading, in quads a second", area{20, 20, 350, 240, 85}, []curve{of("at once", (*point).rate), of("in batches", (*point).putRate)})
	d.panel(g, "On the disk, in bytes a statement", area{380, 20, 330, 240, 85}, []curve{of("loaded", (*point).each)})
	d.panel(g, "Most memory, in MiB", area{720, 20, 350, 240, 120}, []curve{
		of("loading", func(p *point) float64 { return float64(p.LoadMemory) / (1 << 20) }),
		of("with questions", func(p *point) float64 { return float64(p.Memory) / (1 << 20) }),
	})
	d.panel(g, "Ten questions, in milliseconds", area{20, 300, 1040, 380, 340}, latencies)
	return d.whole("How counterclaim on bolt grows")
}

// An area is where a panel is, with how much of its width is for the names of curves.
type area struct{ x, y, width, height, names float64 }

// panel draws curves over the sizes of the graphs, both on scales of powers of ten, and
// their names at their ends.
func (d *drawing) panel(g *growth, heading string, a area, curves []curve) {
	d.heading(a.x, a.y+12, heading)
	left, right, top, bottom := a.x+70, a.x+a.width-a.names-24, a.y+28, a.y+a.height-36
	var sizes, all []float64
	for _, p := range g.Points {
		sizes = append(sizes, float64(p.Size))
	}
	for _, c := range curves {
		all = append(all, c.values...)
	}
	across, up := newScale(sizes, left, right), newScale(all, bottom, top)
	d.ruled(across, top, bottom)
	d.text((left+right)/2, bottom+32, small, "middle", "statements")
	for _, v := range up.ticks() {
		d.line(left, up.at(v), right, up.at(v), grid, 1)
		d.text(left-8, up.at(v)+4, small, "end", plain(v))
	}
	ends := make([]float64, len(curves))
	for i, c := range curves {
		ends[i] = bottom
		for j, v := range c.values {
			if v != v {
				continue
			}
			if j > 0 && c.values[j-1] == c.values[j-1] {
				d.line(across.at(sizes[j-1]), up.at(c.values[j-1]), across.at(sizes[j]), up.at(v), styleOf(i).colour, 1.5)
			}
			ends[i] = up.at(v)
		}
	}
	for i, c := range curves {
		for j, v := range c.values {
			if v == v {
				d.mark(across.at(sizes[j]), up.at(v), styleOf(i))
			}
		}
	}
	for i, at := range apart(ends, 16, bottom) {
		d.mark(right+14, at, styleOf(i))
		d.text(right+24, at+4, small, "start", curves[i].name)
	}
}

// apart moves places downwards until they are so far from one another, in their order, and
// then upwards as far as the last is below the bottom.
func apart(places []float64, least, bottom float64) []float64 {
	order := make([]int, len(places))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		switch {
		case places[a] < places[b]:
			return -1
		case places[a] > places[b]:
			return 1
		}
		return 0
	})
	out := slices.Clone(places)
	for n, i := range order {
		if n > 0 {
			out[i] = max(out[i], out[order[n-1]]+least)
		}
	}
	for n, i := range slices.Backward(order) {
		if n == len(order)-1 {
			out[i] = min(out[i], bottom)
		} else {
			out[i] = min(out[i], out[order[n+1]]-least)
		}
	}
	return out
}
