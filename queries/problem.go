package queries

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// problems collects what is wrong with one file.
type problems struct {
	path string
	list []problem
}

type problem struct {
	line, column int // column 0: the whole line
	text         string
}

func (p *problems) add(line, column int, format string, args ...any) {
	p.list = append(p.list, problem{line, column, fmt.Sprintf(format, args...)})
}

// join returns the problems in the order of the file, each once, or nil.
func (p *problems) join() error {
	slices.SortStableFunc(p.list, func(a, b problem) int {
		return cmp.Or(cmp.Compare(a.line, b.line), cmp.Compare(a.column, b.column))
	})
	var errs []error
	for _, e := range slices.Compact(p.list) {
		at := fmt.Sprintf("%s:%d", p.path, e.line)
		if e.column > 0 {
			at += fmt.Sprintf(":%d", e.column)
		}
		errs = append(errs, errors.New(at+": "+e.text))
	}
	return errors.Join(errs...)
}

// suggest returns the end of a message about an unknown name: the names nearest
// to it or, where none is near, all of them.
func suggest(name string, allowed []string) string {
	var near []string
	least := 0
	for _, a := range allowed {
		d := distance(name, a)
		if strings.Contains(a, name) && name != "" {
			d = min(d, 1)
		}
		if d > 1+len(a)/4 || len(near) > 0 && d > least {
			continue
		}
		if d < least {
			near = nil
		}
		near, least = append(near, a), d
	}
	if len(near) > 0 {
		return "; did you mean " + strings.Join(near, " or ") + "?"
	}
	return "; allowed are " + strings.Join(allowed, ", ")
}

// distance is how many letters have to be added, dropped, changed or swapped with
// their neighbour to make b of a.
func distance(a, b string) int {
	before, last := make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row := make([]int, len(b)+1)
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := 1
			if a[i-1] == b[j-1] {
				change = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+change)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}
