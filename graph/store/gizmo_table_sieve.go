package store

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dop251/goja"
)

// doing returns the rows of statements of that kind, or of one of the kinds.
func (t *table) doing(kinds ...string) *table {
	c := t.column("kinds")
	codes, verdicts := c.coded(), map[int32]bool{}
	return t.where(func(row int32) bool {
		does, known := verdicts[codes[row]]
		if !known {
			does = slices.ContainsFunc(strings.Split(c.text(row), ", "), func(k string) bool { return slices.Contains(kinds, k) })
			verdicts[codes[row]] = does
		}
		return does
	})
}

// known returns the rows that have something in all the columns.
func (t *table) known(names ...string) *table {
	for _, name := range names {
		c := t.column(name)
		t = t.where(func(row int32) bool { return c.known(row) })
	}
	return t
}

// among returns the rows that have one of the values in the column, or those that have
// none of them.
func (t *table) among(name string, wanted *table, column string, is bool) *table {
	one := t.column(name).among(t.rows, wanted.column(column), wanted.rows)
	return t.where(func(row int32) bool { return one(row) == is })
}

// alike returns the rows in which the two columns have the same.
func (t *table) alike(one, other string) *table {
	a, b := t.column(one), t.column(other)
	if a.nodes != nil && b.nodes != nil {
		return t.where(func(row int32) bool { return a.nodes[row] == b.nodes[row] && a.values[row] == b.values[row] })
	}
	a.read(t.rows)
	b.read(t.rows)
	return t.where(func(row int32) bool { return a.values[row] == b.values[row] })
}

// having returns the rows in which the columns have these values.
func (t *table) having(wanted map[string]goja.Value) *table {
	for name, v := range wanted {
		c, value := t.column(name), v.Export()
		c.read(t.rows)
		t = t.where(func(row int32) bool { return c.values[row] == value })
	}
	return t
}

// from returns the rows that have at least this number in the column.
func (t *table) from(name string, least float64) *table {
	c := t.column(name)
	return t.where(func(row int32) bool {
		n, ok := c.number(row)
		return ok && n >= least
	})
}

// least returns, of the rows that are alike in the other columns, the first of those with
// the least number.
func (t *table) least(name string, others ...string) *table {
	c, out := t.column(name), t.with(nil)
	for _, part := range t.tally(others...) {
		out.rows = append(out.rows, slices.MinFunc(part.rows, func(a, b int32) int {
			one, _ := c.number(a)
			other, _ := c.number(b)
			return cmp.Compare(one, other)
		}))
	}
	return out
}
