package graph

import (
	"fmt"
	"strconv"
	"strings"
)

// An Amount is a value that a statement gives, with its bound and its unit, in the
// form that says most in least: ">11000 websites" (more than), ">=12 people" (at
// least), "<=5 ships", "<20%" (less than), "~30 countries" (about), "1/3 votes",
// "15000000000 USD". The number has no other marks than a point or a slash.
type Amount string

// AmountBounds are what an Amount can begin with, longest first.
var AmountBounds = []string{">=", "<=", ">", "<", "~"}

// NewAmount puts an amount together; bound and unit may be empty.
func NewAmount(bound, number, unit string) Amount {
	if unit == "" || strings.HasPrefix(unit, "%") {
		return Amount(bound + number + unit)
	}
	return Amount(bound + number + " " + unit)
}

// Parts takes the amount apart: its bound ("" for exactly), its value and its unit.
// A third is .333..., a fifth of a hundred ("20%") is 20 with the unit "%". The
// error says what is allowed.
func (a Amount) Parts() (bound string, value float64, unit string, err error) {
	rest := string(a)
	for _, b := range AmountBounds {
		if strings.HasPrefix(rest, b) {
			bound, rest = b, rest[len(b):]
			break
		}
	}
	end := strings.IndexFunc(rest, func(r rune) bool { return (r < '0' || r > '9') && r != '.' && r != '/' })
	if end < 0 {
		end = len(rest)
	}
	value, ok := amountValue(rest[:end])
	unit = rest[end:]
	spaced := strings.HasPrefix(unit, " ") && strings.TrimSpace(unit) == unit[1:] && len(unit) > 1
	if !ok || unit != "" && !spaced && !strings.HasPrefix(unit, "%") {
		return "", 0, "", fmt.Errorf("amount %q; allowed is a bound (>= <= > < ~), a number like 11000, 2.5 or 1/3, and a unit, as in \">11000 websites\"", string(a))
	}
	return bound, value, strings.TrimPrefix(unit, " "), nil
}

// amountValue reads "11000", "2.5" or "1/3".
func amountValue(s string) (float64, bool) {
	above, below, fraction := strings.Cut(s, "/")
	n, err := strconv.ParseFloat(above, 64)
	if err != nil || !fraction {
		return n, err == nil && s[0] != '.' && s[len(s)-1] != '.'
	}
	d, err := strconv.ParseUint(below, 10, 32)
	return n / float64(max(d, 1)), err == nil && d > 0 && !strings.Contains(above, ".")
}

// Validate returns an error that names what is allowed.
func (a Amount) Validate() error {
	_, _, _, err := a.Parts()
	return err
}
