package dna

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A table is a file as rows of cells, with what is wrong with it.
type table struct {
	path   string
	rows   []row
	column map[string]int
	faults []fault
}

// A row is a line with its cells and where these begin.
type row struct {
	cells []string
	at    []place
}

type place struct{ line, column int }

type fault struct {
	place
	says string
}

// mostFaults is how many lines an error has: who is told of so many knows enough.
const mostFaults = 20

func (t *table) bad(at place, format string, args ...any) {
	t.faults = append(t.faults, fault{at, fmt.Sprintf(format, args...)})
}

// err returns what is wrong in the order of the file.
func (t *table) err() error {
	slices.SortStableFunc(t.faults, func(a, b fault) int { return cmp.Or(a.line-b.line, a.place.column-b.place.column) })
	t.faults = slices.Compact(t.faults) // a cell can be read several times
	var errs []error
	for i, f := range t.faults {
		if i == mostFaults {
			errs = append(errs, fmt.Errorf("%s: %d more faults; mend these first", t.path, len(t.faults)-i))
			break
		}
		errs = append(errs, fmt.Errorf("%s:%d:%d: %s", t.path, f.line, f.place.column, f.says))
	}
	return errors.Join(errs...)
}

// firstLine returns the mark between cells, the data from the header on, and how many
// lines were before it. Spreadsheets write a byte order mark and "sep=;".
func firstLine(data []byte) (comma rune, rest []byte, skipped int) {
	rest = bytes.TrimPrefix(data, []byte("\ufeff"))
	for {
		line, after, more := bytes.Cut(rest, []byte("\n"))
		text := strings.TrimSpace(string(line))
		if !more || text != "" && !strings.HasPrefix(strings.ToLower(text), "sep=") {
			break
		}
		rest, skipped = after, skipped+1
	}
	line, _, _ := bytes.Cut(rest, []byte("\n"))
	comma = ';'
	for _, other := range []rune{',', '\t'} {
		if bytes.Count(line, []byte(string(other))) > bytes.Count(line, []byte(string(comma))) {
			comma = other
		}
	}
	return comma, rest, skipped
}

// read takes the file apart.
func (t *table) read(data []byte) {
	comma, rest, skipped := firstLine(data)
	in := csv.NewReader(bytes.NewReader(rest))
	in.Comma, in.FieldsPerRecord = comma, -1
	for {
		cells, err := in.Read()
		var syntax *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			if t.column == nil {
				t.bad(place{1, 1}, "an empty file; allowed is an event list with a line of column names")
			}
			return
		case errors.As(err, &syntax):
			t.bad(place{syntax.Line + skipped, max(1, syntax.Column)}, "%v; allowed is a cell between quotation marks, with those inside it doubled", syntax.Err)
			return
		case err != nil:
			t.bad(place{1, 1}, "%v; allowed is CSV", err)
			return
		}
		r := row{cells: cells}
		for i := range cells {
			line, column := in.FieldPos(i)
			r.at = append(r.at, place{line + skipped, column})
		}
		if t.column == nil {
			t.header(r)
			continue
		}
		if len(cells) != len(t.column) {
			t.bad(r.at[0], "a row of %d cells; allowed are as many as the %d columns", len(cells), len(t.column))
			continue
		}
		t.rows = append(t.rows, r)
	}
}

// header reads the names of the columns and reports those that lack.
func (t *table) header(r row) {
	t.column = map[string]int{}
	for i, name := range header(r.cells) {
		if _, twice := t.column[name]; twice {
			t.bad(r.at[i], "column %q comes twice; allowed is once", name)
			name = fmt.Sprintf("%s, column %d", name, i+1)
		}
		t.column[name] = i
	}
	for _, need := range [][]string{{statementID}, {textOf, concept}, {documentID, documentTitle, document}} {
		if !slices.ContainsFunc(need, t.has) {
			t.bad(r.at[0], "no column %s; an event list needs it", strings.Join(need, " or "))
		}
	}
}

func (t *table) has(column string) bool {
	_, ok := t.column[column]
	return ok
}

// cell returns a cell of the row without spaces around it, "" where the list has no such
// column, and for what R writes in an empty one.
func (t *table) cell(r row, column string) string {
	i, ok := t.column[column]
	if !ok {
		return ""
	}
	if value := strings.TrimSpace(r.cells[i]); value != "NA" {
		return value
	}
	return ""
}

// at returns where the cell begins, or the row.
func (t *table) at(r row, column string) place {
	i, ok := t.column[column]
	if !ok {
		return r.at[0]
	}
	return r.at[i]
}

// list returns the values of a cell that are apart by |.
func (t *table) list(r row, column string) []string {
	var out []string
	for part := range strings.SplitSeq(t.cell(r, column), "|") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}
