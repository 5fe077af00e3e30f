package plots

import (
	"cmp"
	"slices"
	"time"

	"counterclaim/graph"
)

// An axis maps days to x. Where nothing was said for long, it is broken: what lies
// between two of its parts has no place.
type axis struct{ parts []part }

// A part is an unbroken piece of an axis.
type part struct {
	first, last int // days since 1970, both in it
	x, width    float64
	dates       int // how many different dates are in it
}

func (p *part) days() int { return p.last - p.first + 1 }

func (p *part) at(day int) float64 { return p.x + p.width*float64(day-p.first)/float64(p.days()) }

func dayOf(t time.Time) int { return int(t.Unix() / (24 * 60 * 60)) }

func dateOf(day int) time.Time { return time.Unix(int64(day)*24*60*60, 0).UTC() }

// placed reports whether the date has a place on an axis: whether its month is known.
func placed(d graph.Date) bool { return d.Month() != "" }

const (
	mostParts = 6
	breakWide = 18
	partWide  = 58 // at least, for its label
	long      = 21 // days without a statement that can be left out
)

// newAxis makes one from left to right for dates that are placed; nil ones have none.
func newAxis(dates []graph.Date, left, right float64) axis {
	a := axis{joined(dates)}
	a.join()
	free := right - left - breakWide*float64(len(a.parts)-1) - partWide*float64(len(a.parts))
	days, different := 0, 0
	for _, p := range a.parts {
		days += p.days()
		different += p.dates
	}
	for i := range a.parts {
		p := &a.parts[i]
		p.x = left
		p.width = partWide + free*(float64(p.days())/float64(days)+float64(p.dates)/float64(different))/2
		left += p.width + breakWide
	}
	return a
}

// joined returns a part for each stretch of days without a day between them that is
// part of no date.
func joined(dates []graph.Date) []part {
	dates = slices.Compact(slices.Sorted(slices.Values(dates)))
	var parts []part
	for _, d := range dates {
		first, last := d.Days()
		parts = append(parts, part{first: dayOf(first), last: dayOf(last), dates: 1})
	}
	slices.SortFunc(parts, func(a, b part) int { return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.last, b.last)) })
	var out []part
	for _, p := range parts {
		if n := len(out); n > 0 && p.first <= out[n-1].last+1 {
			out[n-1].last = max(out[n-1].last, p.last)
			out[n-1].dates += p.dates
			continue
		}
		out = append(out, p)
	}
	return out
}

// join closes the smallest gaps until each that is left is long and would take a fifth of
// the axis, and until there are few.
func (a *axis) join() {
	for len(a.parts) > 1 {
		gap := func(i int) int { return a.parts[i+1].first - a.parts[i].last - 1 }
		least := 0
		for i := range len(a.parts) - 1 {
			if gap(i) < gap(least) {
				least = i
			}
		}
		shown := gap(least)
		for _, p := range a.parts {
			shown += p.days()
		}
		if len(a.parts) <= mostParts && gap(least) >= long && gap(least)*5 > shown {
			return
		}
		a.parts[least].last = a.parts[least+1].last
		a.parts[least].dates += a.parts[least+1].dates
		a.parts = slices.Delete(a.parts, least+1, least+2)
	}
}

// span returns from where to where the days lie that the date can mean.
func (a *axis) span(d graph.Date) (from, to float64) {
	first, last := d.Days()
	for i := range a.parts {
		if p := &a.parts[i]; dayOf(first) >= p.first && dayOf(last) <= p.last {
			return p.at(dayOf(first)), p.at(dayOf(last) + 1)
		}
	}
	return 0, 0 // no date that the axis was made for
}

// A tick is where a day, month or year begins.
type tick struct {
	x     float64
	label string
	above string // the month or year that begins here, or in which the part begins
}

// units are what ticks can be apart, finest first.
var units = []struct {
	label, above string // layouts
	begins       func(t time.Time) bool
	days         float64 // at least between two of them
	room         float64 // that a label needs
}{
	{"2", "2006-01", func(time.Time) bool { return true }, 1, 16},
	{"2", "2006-01", func(t time.Time) bool { return t.Weekday() == time.Monday }, 7, 18},
	{"01", "2006", func(t time.Time) bool { return t.Day() == 1 }, 28, 18},
	{"01", "2006", func(t time.Time) bool { return t.Day() == 1 && t.Month()%3 == 1 }, 90, 18},
	{"2006", "", func(t time.Time) bool { return t.YearDay() == 1 }, 365, 32},
	{"2006", "", func(t time.Time) bool { return t.YearDay() == 1 && t.Year()%10 == 0 }, 3652, 32},
}

// ticks returns the finest that have room for their labels.
func (p *part) ticks() []tick {
	u := units[len(units)-1]
	for _, finer := range units {
		if p.width*finer.days/float64(p.days()) >= finer.room {
			u = finer
			break
		}
	}
	var out []tick
	above, free := "", p.x
	for day := p.first; day <= p.last; day++ {
		t := dateOf(day)
		if !u.begins(t) && day > p.first {
			continue
		}
		one := tick{x: p.at(day)}
		if u.begins(t) {
			one.label = t.Format(u.label)
		}
		if is := t.Format(u.above); is != above {
			above = is
			if one.x >= free && one.x+width(is, smallSize, true) <= p.x+p.width+breakWide {
				one.above, free = is, one.x+width(is, smallSize, true)+8
			}
		}
		out = append(out, one)
	}
	return out
}
