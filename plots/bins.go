package plots

import (
	"slices"
	"time"

	"counterclaim/graph"
)

// bins are stretches of time of one length, in order. Of many in a row without any
// statement only the first is kept, as a gap.
type bins struct {
	unit  string // "day", "month", "quarter", "year"
	list  []bin
	place map[string]int
}

// A bin is one of them, or a gap.
type bin struct{ name string } // "2031-05"; "" of a gap

// binUnits are how long bins can be, shortest first.
var binUnits = []struct {
	unit string
	name func(time.Time) string
	next func(time.Time) time.Time // the beginning of the next one
}{
	{"day", func(t time.Time) string { return t.Format(time.DateOnly) }, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	{"month", func(t time.Time) string { return t.Format("2006-01") }, func(t time.Time) time.Time { return time.Date(t.Year(), t.Month()+1, 1, 0, 0, 0, 0, time.UTC) }},
	{"quarter", quarter, func(t time.Time) time.Time {
		return time.Date(t.Year(), (t.Month()-1)/3*3+4, 1, 0, 0, 0, 0, time.UTC)
	}},
	{"year", func(t time.Time) string { return t.Format("2006") }, func(t time.Time) time.Time { return time.Date(t.Year()+1, 1, 1, 0, 0, 0, 0, time.UTC) }},
}

func quarter(t time.Time) string {
	return t.Format("2006") + "-Q" + string(rune('1'+(int(t.Month())-1)/3))
}

const (
	mostBins  = 48
	emptyBins = 3 // more without a statement are a gap
)

// newBins makes months, or days where all was said within one month, or longer ones
// where that would make too many. Dates that are not exact enough have none.
func newBins(dates []graph.Date) bins {
	first := 1
	days := slices.DeleteFunc(slices.Clone(dates), func(d graph.Date) bool { return len(d) != len(time.DateOnly) })
	if len(days) == len(dates) && len(days) > 0 && slices.Min(days).Month() == slices.Max(days).Month() {
		first = 0
	}
	var b bins
	for unit := first; unit < len(binUnits); unit++ {
		if b = binsOf(unit, dates); len(b.list) <= mostBins && len(b.list) > 0 {
			break
		}
	}
	return b
}

func binsOf(unit int, dates []graph.Date) bins {
	u := binUnits[unit]
	b := bins{unit: u.unit, place: map[string]int{}}
	starts := map[string]time.Time{}
	for _, d := range dates {
		if name := b.of(d); name != "" {
			starts[name], _ = d.Days()
		}
	}
	names := make([]string, 0, len(starts))
	for name := range starts {
		names = append(names, name)
	}
	slices.Sort(names)
	for i, name := range names {
		if i > 0 {
			b.between(starts[names[i-1]], name, u.name, u.next)
		}
		b.list = append(b.list, bin{name: name})
	}
	for i, one := range b.list {
		b.place[one.name] = i
	}
	return b
}

// between adds the bins without a statement before the one of that name.
func (b *bins) between(last time.Time, name string, nameOf func(time.Time) string, next func(time.Time) time.Time) {
	var empty []bin
	for t := next(last); nameOf(t) != name; t = next(t) {
		if empty = append(empty, bin{name: nameOf(t)}); len(empty) > emptyBins {
			b.list = append(b.list, bin{})
			return
		}
	}
	b.list = append(b.list, empty...)
}

// of returns the name of the bin that the date lies in, "" where it can be several.
func (b *bins) of(d graph.Date) string {
	first, last := d.Days()
	if first.IsZero() {
		return ""
	}
	for _, u := range binUnits {
		if u.unit == b.unit && u.name(first) == u.name(last) {
			return u.name(first)
		}
	}
	return ""
}
