package queries

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// A Table is an answer. A row has a value for each column: graph.Node in an iri
// column, string in a text column, float64 in a number column, graph.Date in a
// date column, nil where an optional one lacks.
type Table struct {
	Columns []Column
	Rows    [][]any
	Cut     bool // there were more rows than the limit
}

// value returns a value of a result as the column has it, nil for an empty one.
func (c *Column) value(v any) (any, error) {
	if v == nil || v == "" || v == graph.Node("") {
		return nil, nil
	}
	switch c.Type {
	case IRI:
		if s, ok := v.(string); ok {
			v = graph.Node(s)
		}
		n, ok := v.(graph.Node)
		if _, known := graph.ClassOf(string(n)); !ok || !known {
			return nil, fmt.Errorf("%v is no node", v)
		}
		return n, nil
	case Number:
		switch v := v.(type) {
		case int64:
			return float64(v), nil
		case float64:
			if v-v == 0 {
				return v, nil
			}
		}
		return nil, fmt.Errorf("%v is no number", v)
	case Date:
		s, ok := v.(string)
		if t, isTime := v.(time.Time); isTime {
			s, ok = t.Format(time.DateOnly), true
		}
		if !ok {
			return nil, fmt.Errorf("%v is no date", v)
		}
		return graph.Date(s), graph.Date(s).Validate()
	default:
		return text(v), nil
	}
}

// text returns a value as it is printed.
func text(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		return v
	case graph.Node:
		return string(v)
	case graph.Date:
		return string(v)
	case time.Time:
		return v.Format(time.RFC3339)
	case float64:
		return strconv.FormatFloat(math.Round(v*1e6)/1e6, 'f', -1, 64)
	default:
		return fmt.Sprint(v)
	}
}

// typeOf returns the type of column that holds all the rows' values.
func typeOf(rows []map[string]any, name string) Type {
	found := Type("")
	for _, row := range rows {
		t := Text
		switch row[name].(type) {
		case nil:
			continue
		case graph.Node:
			t = IRI
		case float64, int64:
			t = Number
		}
		if found != "" && found != t {
			return Text
		}
		found = t
	}
	return cmp.Or(found, Text)
}

// compare returns an order of rows: by the declared one, then by all columns, so
// that no two runs differ.
func (q *Query) compare(columns []Column) func(a, b map[string]any) int {
	order := q.Order
	for _, c := range columns {
		order = append(order[:len(order):len(order)], c.Name)
	}
	return func(a, b map[string]any) int {
		for _, name := range order {
			name, compare := comparing(name)
			if n := compare(a[name], b[name]); n != 0 {
				return n
			}
		}
		return 0
	}
}

// keys are the declared order for a store, which has the values not yet as their
// columns have them; to compare, these are the same.
func (q *Query) keys() []store.Key {
	var keys []store.Key
	for _, name := range q.Order {
		name, compare := comparing(name)
		keys = append(keys, store.Key{Column: name, Compare: compare})
	}
	return keys
}

// comparing returns the column that an order names and how to compare its values.
func comparing(name string) (string, func(a, b any) int) {
	column, down := strings.CutPrefix(name, "-")
	if !down {
		return column, compareValues
	}
	return column, func(a, b any) int {
		if a == nil || b == nil {
			return compareValues(a, b)
		}
		return compareValues(b, a)
	}
}

// compareValues puts numbers by size, all else as text, and what lacks last.
func compareValues(a, b any) int {
	if a == nil || b == nil {
		switch {
		case a == nil && b == nil:
			return 0
		case a == nil:
			return 1
		}
		return -1
	}
	x, xok := number(a)
	y, yok := number(b)
	if xok && yok {
		return cmp.Compare(x, y)
	}
	return strings.Compare(text(a), text(b))
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case float64:
		return v, true
	case int64:
		return float64(v), true
	}
	return 0, false
}
