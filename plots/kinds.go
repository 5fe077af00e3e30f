package plots

import (
	"fmt"
	"slices"

	"counterclaim/graph"
)

// kinds draws how often each side makes statements of each kind over time: a small
// chart for each, all on one scale.
func kinds(s *graph.Selection, o Options) (Picture, error) {
	c := countKinds(s, o)
	p := newPage("Kinds of statements over time, by " + string(o.By))
	c.layOut(p)
	for row := range c.kinds {
		for column := range c.list {
			c.panel(p, row, column)
		}
	}
	for column := range c.list {
		c.ticks(p, column)
	}
	p.y = c.y + c.height*float64(len(c.kinds)) + 26
	return p.finish(s, c.notes()...), nil
}

// tallies count statements by kind, group and time.
type tallies struct {
	groups
	bins    bins
	kinds   []graph.Kind // those that occur
	counts  map[tally]int
	twice   bool // a statement has several kinds
	inexact int  // statements that lie in no bin
	most    int  // of all counts in bins, and 1 at least

	x, y, width, height float64 // of the first panel, with its margin
	step                float64 // from one bin to the next
}

// A tally says what is counted; the bin -1 is that of the inexact dates.
type tally struct{ kind, group, bin int }

func countKinds(s *graph.Selection, o Options) *tallies {
	c := &tallies{groups: groupBy(s, o, func(*graph.Position) int { return 1 }), counts: map[tally]int{}, most: 1}
	var dates []graph.Date
	total := map[graph.Kind]int{}
	for i := range s.Positions {
		dates = append(dates, s.Positions[i].When())
		for _, k := range s.Positions[i].Statement.Kinds {
			total[k]++
		}
	}
	c.bins = newBins(dates)
	row := map[graph.Kind]int{}
	for _, k := range graph.Kinds {
		if total[k.Kind] > 0 {
			row[k.Kind] = len(c.kinds)
			c.kinds = append(c.kinds, k.Kind)
		}
	}
	for i := range s.Positions {
		p := &s.Positions[i]
		place := -1
		if name := c.bins.of(p.When()); name != "" {
			place = c.bins.place[name]
		} else {
			c.inexact++
		}
		c.twice = c.twice || len(p.Statement.Kinds) > 1
		for _, k := range p.Statement.Kinds {
			t := tally{row[k], c.groups.of(p), place}
			c.counts[t]++
			if place >= 0 {
				c.most = max(c.most, c.counts[t])
			}
		}
	}
	return c
}

const (
	kindLabels  = 124
	panelHeight = 50
	panelApart  = 14
	headRoom    = 12 // of a panel, for its sum
	inexactWide = 24
)

// layOut decides how large panels are, and adds the names of sides and kinds.
func (c *tallies) layOut(p *page) {
	c.x, c.y = margin+kindLabels, p.y+42
	c.width = (pageWidth - margin - c.x) / float64(len(c.list))
	c.height = panelHeight + 8
	c.step = (c.width - panelApart - c.inexactRoom()) / float64(max(1, len(c.bins.list)))
	c.step = min(c.step, 26)
	for i, g := range c.list {
		x := c.x + c.width*float64(i)
		p.heading(g.name, x, c.y-20, textSize, c.width-panelApart)
		p.words(plural(g.weight, "statement"), x, c.y-7, smallSize, Start).Colour = grey
	}
	if len(c.bins.list) > 0 {
		p.words("statements a "+c.bins.unit, margin, c.y-7, smallSize, Start).Colour = grey
		p.words(c.bins.unit, c.x-6, c.y+c.height*float64(len(c.kinds)-1)+panelHeight+13, smallSize, End).Colour = grey
	}
	for i, k := range c.kinds {
		y := c.y + c.height*float64(i) + panelHeight
		style := kindStyles[k]
		p.add(style.mark(margin+6, y-16, 5.5, ""))
		p.words(string(k), margin+18, y-12, textSize, Start)
		c.scale(p, y)
	}
}

func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// inexactRoom returns how wide the bar of inexact dates is with its distance.
func (c *tallies) inexactRoom() float64 {
	if c.inexact == 0 {
		return 0
	}
	return inexactWide
}

// scale adds the numbers at the left of a row: none and most.
func (c *tallies) scale(p *page, y float64) {
	p.words("0", c.x-6, y+3, smallSize, End).Colour = grey
	p.words(fmt.Sprint(c.most), c.x-6, y-c.tall(c.most)+4, smallSize, End).Colour = grey
}

func (c *tallies) tall(n int) float64 {
	return (panelHeight - headRoom) * float64(n) / float64(c.most)
}

// panel draws the bars of a kind and a group.
func (c *tallies) panel(p *page, row, column int) {
	x, y := c.x+c.width*float64(column), c.y+c.height*float64(row)+panelHeight
	right := x + c.width - panelApart
	p.add(Mark{Path: segments(x, y-c.tall(c.most), right, y-c.tall(c.most)), Line: Line{paleGrey, 1, nil}})
	sum := 0
	style := kindStyles[c.kinds[row]]
	for i, b := range c.bins.list {
		n := c.counts[tally{row, column, i}]
		left := x + c.step*float64(i)
		switch {
		case b.name == "":
			p.add(Mark{Path: rectangle(left+c.step*.25, y-c.tall(c.most), c.step*.5, c.tall(c.most)), Fill: Fill{Colour: paleGrey}})
		case n > 0:
			says := fmt.Sprintf("%s, %s, %s: %d", c.list[column].name, c.kinds[row], b.name, n)
			p.add(Mark{Path: rectangle(left+c.step*.1, y-c.tall(n), c.step*.8, c.tall(n)), Fill: Fill{Colour: style.colour}, Says: says})
		}
		sum += n
	}
	if n := c.counts[tally{row, column, -1}]; n > 0 {
		p.words(fmt.Sprint("+", n), right, y-4, smallSize, End)
		sum += n
	}
	p.add(Mark{Path: segments(x, y, right, y), Line: Line{middleGrey, 1, nil}})
	if sum > 0 {
		p.words(fmt.Sprint("n=", sum), right, y-panelHeight+8, smallSize, End).Colour = grey
	}
}

// ticks adds the names of bins below a column, as far as there is room.
func (c *tallies) ticks(p *page, column int) {
	x, y := c.x+c.width*float64(column), c.y+c.height*float64(len(c.kinds)-1)+panelHeight
	right := x + c.width - panelApart
	if c.inexact > 0 {
		p.words("?", right-3, y+13, smallSize, End).Colour = grey
		right -= inexactWide
	}
	var taken []interval
	for _, i := range c.labelled() {
		name := c.bins.list[i].name
		wide, begin := width(name, smallSize, false), x+c.step*float64(i)
		left := max(x, min(begin, right-wide))
		here := interval{left - 4, left + wide + 4}
		if slices.ContainsFunc(taken, func(other interval) bool { return here.from < other.to && other.from < here.to }) {
			continue
		}
		taken = append(taken, here)
		p.add(Mark{Path: segments(begin+c.step/2, y, begin+c.step/2, y+3), Line: Line{middleGrey, 1, nil}})
		p.words(name, left, y+13, smallSize, Start).Colour = grey
	}
}

// labelled returns the bins that have labels as far as there is room, those first that
// matter most: the first, the one after the last gap, and the others after a gap or at
// the beginning of a year.
func (c *tallies) labelled() []int {
	var out []int
	last := -1
	for i, b := range c.bins.list {
		after := i == 0 || c.bins.list[i-1].name == ""
		if b.name != "" && (after || c.regular(i)) {
			out = append(out, i)
		}
		if after {
			last = i
		}
	}
	if last > 0 {
		out = append([]int{0, last}, out...)
	}
	return append(out, len(c.bins.list)-1)
}

// regular reports whether the bin begins a year or a tenth day.
func (c *tallies) regular(i int) bool {
	name := c.bins.list[i].name
	switch c.bins.unit {
	case "day":
		return len(name) > 0 && name[len(name)-1] == '1'
	case "month":
		return len(name) > 3 && name[len(name)-3:] == "-01"
	case "quarter":
		return len(name) > 3 && name[len(name)-3:] == "-Q1"
	}
	return true
}

func (c *tallies) notes() []string {
	notes := []string{fmt.Sprintf("A bar counts the statements of a %s; all charts have one scale, and n is the sum of each.", c.bins.unit)}
	if len(c.bins.list) == 0 {
		notes[0] = "The n of each chart is its sum."
	}
	if c.twice {
		notes = append(notes, "A statement of several kinds counts once for each.")
	}
	if slices.Contains(c.bins.list, bin{}) {
		notes = append(notes, "A grey band stands for a time without any.")
	}
	if c.inexact > 0 {
		notes = append(notes, fmt.Sprintf("Behind + stand those whose date is unknown or less exact (%s).", plural(c.inexact, "statement")))
	}
	return append(notes, c.unnamedNote(), c.others(c.by.withMost("statements")))
}
