package main

import (
	"fmt"
	"slices"
	"strings"
)

// An answer is what a system says to a question, with how many milliseconds it took each
// time.
type answer struct {
	Name string     `json:"name"`
	Rows [][]string `json:"rows"`
	MS   []float64  `json:"ms"`
}

// A result is what a system did.
type result struct {
	System  string    `json:"system"`
	Version string    `json:"version"`
	Loads   []float64 `json:"loads"` // seconds
	Bytes   int64     `json:"bytes"` // on disk; 0 for none
	PeakKB  int64     `json:"peak_kb"`
	AskKB   int64     `json:"ask_kb"` // most memory while it answers
	Answers []answer  `json:"answers"`
	Missing string    `json:"-"` // why it was not measured
}

func (a answer) keys() []string {
	out := make([]string, len(a.Rows))
	for i, row := range a.Rows {
		out[i] = strings.Join(row, "\x00")
	}
	return out
}

// sameAnswers returns an error where a system answers otherwise than the first one. all has
// every row of the questions of which some will do.
func sameAnswers(questions []question, all map[string][]string, first, other result) error {
	for i, q := range questions {
		a, b := first.Answers[i], other.Answers[i]
		want, got := a.keys(), b.keys()
		switch {
		case q.Some:
			if len(got) != min(atMost, len(all[q.Name])) {
				return fmt.Errorf("%s: %s gives %d rows", q.Name, other.System, len(got))
			}
			for _, row := range got {
				if _, ok := slices.BinarySearch(all[q.Name], row); !ok {
					return fmt.Errorf("%s: %s gives a row that is none: %q", q.Name, other.System, row)
				}
			}
			continue
		case !q.Ordered:
			slices.Sort(want)
			slices.Sort(got)
		}
		if len(want) == 0 {
			return fmt.Errorf("%s: no rows; ask about what there is", q.Name)
		}
		if !slices.Equal(want, got) {
			at := 0
			for at < len(want) && at < len(got) && want[at] == got[at] {
				at++
			}
			return fmt.Errorf("%s: %s and %s differ: %d and %d rows, first in\n%.300q\n%.300q", q.Name, first.System, other.System, len(want), len(got), want[at:min(at+1, len(want))], got[at:min(at+1, len(got))])
		}
	}
	return nil
}
