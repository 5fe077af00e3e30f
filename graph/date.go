package graph

import (
	"fmt"
	"time"
)

// A Date is an ISO 8601 calendar date that keeps its precision: "2013-03-12" is
// a day, "2013-03" a month, "2013" a year, "" unknown. A month is never turned
// into its first day. Dates of one precision compare as strings do.
type Date string

// dateLayouts are the precisions a Date can have, with what follows the last
// moment of each.
var dateLayouts = []struct {
	layout string
	next   func(time.Time) time.Time
}{
	{"2006-01-02", func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }},
	{"2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }},
	{"2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }},
}

// Days returns the first and the last day that the date can mean. Both are zero
// for an unknown or malformed date.
func (d Date) Days() (first, last time.Time) {
	for _, l := range dateLayouts {
		if len(d) != len(l.layout) {
			continue
		}
		if t, err := time.Parse(l.layout, string(d)); err == nil {
			return t, l.next(t).AddDate(0, 0, -1)
		}
	}
	return time.Time{}, time.Time{}
}

// Validate returns an error that names the three allowed forms.
func (d Date) Validate() error {
	if first, _ := d.Days(); d != "" && first.IsZero() {
		return fmt.Errorf("date %q; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013", string(d))
	}
	return nil
}

// Month returns the month of a day or a month, "" for a year or an unknown date.
func (d Date) Month() Date {
	if len(d) < len("2006-01") {
		return ""
	}
	return d[:len("2006-01")]
}

// After reports whether every day that d can mean lies after every day that e
// can mean. It is false where either is unknown.
func (d Date) After(e Date) bool {
	n := min(len(d), len(e))
	return d[:n] > e[:n] // with what both know: 2014-02 is after 2013, and not after 2014
}

// DaysSince returns how many days lie between e and the later d, as a range:
// equal ends where both dates are days. ok is false where either is unknown.
func (d Date) DaysSince(e Date) (least, most int, ok bool) {
	dFirst, dLast := d.Days()
	eFirst, eLast := e.Days()
	if dFirst.IsZero() || eFirst.IsZero() {
		return 0, 0, false
	}
	days := func(a, b time.Time) int { return int(b.Sub(a).Hours() / 24) }
	return days(eLast, dFirst), days(eFirst, dLast), true
}
