package main

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// none stands for what was not measured.
const none = "–"

// median returns the middle one, NaN of none.
func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	switch n := len(sorted); {
	case n == 0:
		return math.NaN()
	case n%2 == 0:
		return (sorted[n/2-1] + sorted[n/2]) / 2
	default:
		return sorted[n/2]
	}
}

// spread is the median with the least and the most, each as it is written.
func spread(values []float64, write func(float64) string) string {
	return fmt.Sprintf("%s (%s to %s)", write(median(values)), write(slices.Min(values)), write(slices.Max(values)))
}

// round writes a number with two digits that count, 1.2 or 0.034, or all before the point.
func round(v float64) string {
	switch {
	case v != v:
		return none
	case v == 0 || v >= 9.95:
		return thousands(int64(math.Round(v)))
	}
	digits := 1 - int(math.Floor(math.Log10(v)))
	return strconv.FormatFloat(v, 'f', max(0, digits), 64)
}

// thousands writes 1,234,567.
func thousands(n int64) string {
	s := strconv.FormatInt(n, 10)
	var groups []string
	for len(s) > 3 {
		groups = append(groups, s[len(s)-3:])
		s = s[:len(s)-3]
	}
	slices.Reverse(groups)
	return strings.Join(append([]string{s}, groups...), ",")
}

// thousandsOf writes a large measurement with three digits that count: 123,000.
func thousandsOf(v float64) string {
	if v != v || v < 1000 {
		return round(v)
	}
	unit := math.Pow(10, math.Floor(math.Log10(v))-2)
	return thousands(int64(math.Round(v/unit) * unit))
}

func milliseconds(seconds float64) string { return round(1000 * seconds) }
func gigabytes(n int64) string            { return strconv.FormatFloat(float64(n)/(1<<30), 'f', 1, 64) + " GiB" }
func megabytes(n float64) string          { return thousands(int64(math.Round(n/(1<<20)))) + " MiB" }
