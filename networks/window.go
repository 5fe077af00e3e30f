package networks

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"counterclaim/graph"
)

// A Period is a length of time: so many days, weeks, months or years.
type Period struct{ days, months int }

// periods are the units of time, by the letter that follows the number.
var periods = map[byte]Period{'d': {days: 1}, 'w': {days: 7}, 'm': {months: 1}, 'y': {months: 12}}

// ParsePeriod reads "30d", "2w", "6m" or "1y".
func ParsePeriod(s string) (Period, error) {
	if s != "" {
		unit, known := periods[s[len(s)-1]]
		n, err := strconv.Atoi(s[:len(s)-1])
		if known && err == nil && n > 0 && n < 10000 {
			return Period{unit.days * n, unit.months * n}, nil
		}
	}
	return Period{}, fmt.Errorf("period %q; allowed is a number of days, weeks, months or years: 30d, 2w, 6m, 1y", s)
}

// String returns the period as ParsePeriod reads it, in days or months.
func (p Period) String() string {
	if p.months > 0 {
		return strconv.Itoa(p.months) + "m"
	}
	return strconv.Itoa(p.days) + "d"
}

func (p Period) after(t time.Time) time.Time { return t.AddDate(0, p.months, p.days) }

// start returns when the first window begins: on the first day or, where it is of
// months or years, with the month or year of the first day.
func (p Period) start(first time.Time) time.Time {
	switch {
	case p.months == 0:
		return first
	case p.months%12 == 0:
		return time.Date(first.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	return time.Date(first.Year(), first.Month(), 1, 0, 0, 0, 0, time.UTC)
}

// mostWindows keeps a slip of the pen from running for hours.
const mostWindows = 5000

// Windows returns a network for each time window: the first begins with the earliest
// statement, each further one a step later, and the last is the first to reach the
// latest statement. Steps as long as the window make slices, shorter ones a window that
// moves, as DNA's do. A statement is of a window if all days lie in it that its date can
// mean; one that is of no window counts as LeftOut in every network.
func Windows(s *graph.Selection, o Options, window, step Period) ([]Network, error) {
	o, err := o.complete()
	if err != nil {
		return nil, err
	}
	bounds, err := windows(s, window, step)
	if err != nil {
		return nil, err
	}
	all := make([]Network, len(bounds))
	placed := map[string]bool{}
	for i, b := range bounds {
		var positions []graph.Position
		for _, p := range s.Positions {
			if first, last := p.When().Days(); !first.IsZero() && !first.Before(b.from) && !last.After(b.to) {
				positions = append(positions, p)
				placed[p.Statement.ID] = true
			}
		}
		if all[i], err = build(s, positions, o); err != nil {
			return nil, err
		}
		all[i].From, all[i].To = graph.Date(b.from.Format(time.DateOnly)), graph.Date(b.to.Format(time.DateOnly))
	}
	for i := range all {
		if undated := len(s.Positions) - len(placed); undated > 0 {
			all[i].LeftOut[Undated] = undated
		}
	}
	return all, nil
}

type bounds struct{ from, to time.Time } // both days are of the window

func windows(s *graph.Selection, window, step Period) ([]bounds, error) {
	var first, last time.Time
	for i := range s.Positions {
		from, to := s.Positions[i].When().Days()
		if !from.IsZero() && (first.IsZero() || from.Before(first)) {
			first = from
		}
		if to.After(last) {
			last = to
		}
	}
	if first.IsZero() {
		return nil, nil
	}
	begin := window.start(first)
	if step.after(begin).After(window.after(begin)) {
		return nil, fmt.Errorf("a step of %v is longer than the window of %v, and leaves days out; allowed is one as long or shorter", step, window)
	}
	var out []bounds
	for from := begin; ; from = step.after(from) {
		to := window.after(from).AddDate(0, 0, -1)
		out = append(out, bounds{from, to})
		if !to.Before(last) {
			return out, nil
		}
		if len(out) == mostWindows {
			return nil, fmt.Errorf("steps of %v from %s to %s make more than %d windows; take longer ones",
				step, first.Format(time.DateOnly), last.Format(time.DateOnly), mostWindows)
		}
	}
}

// Span says which time window the network is of, "" where it has none.
func (n *Network) Span() string {
	if n.From == "" {
		return ""
	}
	return strings.Join([]string{string(n.From), string(n.To)}, " to ")
}
