package queries

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"time"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// Limits bound a run. Zero is no bound.
type Limits struct {
	Rows int           // how many rows to return
	Time time.Duration // how long to run
}

// errEnough ends a run whose rows cannot change any more.
var errEnough = errors.New("enough rows")

// Run asks the store. Unknown, missing and malformed parameters are refused
// before anything runs; errors of the script begin with path:line. The rows are
// sorted by q.Order, then by all columns from left to right. Where there are more
// than limits.Rows, the table is Cut to the first ones in that order; of a script
// without a header, which declares no order, to those that the store gave first.
func Run(ctx context.Context, db *store.Store, q Query, params map[string]string, limits Limits) (Table, error) {
	values, err := q.bind(params)
	if err != nil {
		return Table{}, fmt.Errorf("query %s: %w", q.label(), err)
	}
	prelude, err := prelude(values)
	if err != nil {
		return Table{}, err
	}
	if limits.Time > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limits.Time)
		defer cancel()
	}
	c := &collector{query: q, limit: limits.Rows}
	first := &store.First{Rows: limits.Rows, Order: q.keys()}
	err = db.Gizmo(ctx, prelude, q.Script, first, c.add)
	c.cut = c.cut || first.More > 0
	switch {
	case errors.Is(err, errEnough):
	case errors.Is(err, context.DeadlineExceeded) && limits.Time > 0:
		return Table{}, fmt.Errorf("query %s: not done after %v; ask for less by a parameter, or allow more time: %w", q.label(), limits.Time, err)
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return Table{}, fmt.Errorf("query %s: %w", q.label(), err)
	case err != nil:
		return Table{}, fmt.Errorf("%s%w", q.at(err), err)
	}
	return c.table(), nil
}

func (q *Query) label() string {
	if q.Name != "" {
		return q.Name
	}
	return q.Path
}

// at returns where an error happened, as far as it does not say so itself.
func (q *Query) at(err error) string {
	if first := err.Error()[0]; first >= '0' && first <= '9' {
		return q.Path + ":"
	}
	return q.Path + ": "
}

// prelude is lib.js with the values that it and the script use.
func prelude(params string) (string, error) {
	lib, err := files.ReadFile(libName)
	if err != nil {
		return "", err
	}
	vocabulary := map[string][]string{"kinds": {}, "equals": {}, "conditions": conditionPredicates()}
	for _, k := range graph.Kinds {
		vocabulary["kinds"] = append(vocabulary["kinds"], string(k.Kind))
	}
	for _, r := range graph.Relations {
		if r.Equal {
			vocabulary["equals"] = append(vocabulary["equals"], string(r.Relation))
		}
	}
	data, err := json.Marshal(vocabulary)
	if err != nil {
		return "", err
	}
	return fmt.Sprintf("%s\nconst vocabulary = %s, params = %s;\n", lib, data, params), nil
}

// A collector takes rows as the store gives them.
type collector struct {
	query Query
	limit int
	rows  []map[string]any
	cut   bool
}

func (c *collector) add(row map[string]any) error {
	if err := c.query.complete(row); err != nil {
		return err
	}
	c.rows = append(c.rows, row)
	if c.limit == 0 {
		return nil
	}
	if len(c.query.Columns) == 0 && len(c.rows) > c.limit {
		c.rows, c.cut = c.rows[:c.limit], true
		return errEnough
	}
	// Twice the limit bounds the memory; sorting now and then keeps the first rows.
	if len(c.query.Columns) > 0 && len(c.rows) >= 2*c.limit+100 {
		c.trim(c.query.Columns)
	}
	return nil
}

func (c *collector) trim(columns []Column) {
	slices.SortStableFunc(c.rows, c.query.compare(columns))
	if c.limit > 0 && len(c.rows) > c.limit {
		c.rows, c.cut = c.rows[:c.limit], true
	}
}

func (c *collector) table() Table {
	t := Table{Columns: c.query.Columns}
	if len(t.Columns) == 0 {
		t.Columns = c.query.foundColumns(c.rows)
	}
	c.trim(t.Columns)
	t.Cut = c.cut
	for _, row := range c.rows {
		values := make([]any, len(t.Columns))
		for i, col := range t.Columns {
			values[i] = row[col.Name]
			if n, ok := values[i].(int64); ok && col.Type == Number {
				values[i] = float64(n)
			}
		}
		t.Rows = append(t.Rows, values)
	}
	return t
}

// complete gives the row's values the types of their columns.
func (q *Query) complete(row map[string]any) error {
	for _, col := range q.Columns {
		v, err := col.value(row[col.Name])
		if err != nil {
			return fmt.Errorf("column %s: %w", col.Name, err)
		}
		if v == nil && !col.Optional {
			return fmt.Errorf("column %s: a row has no value for it; declare it optional, or set it in every row", col.Name)
		}
		row[col.Name] = v
	}
	return nil
}

// foundColumns makes columns of what the rows have, in the order in which the
// script names them. Cayley's own "id" counts where there is nothing else.
func (q *Query) foundColumns(rows []map[string]any) []Column {
	var names []string
	for _, row := range rows {
		for name := range row {
			if !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
	}
	if len(names) > 1 && q.mention("id") < 0 {
		names = slices.DeleteFunc(names, func(n string) bool { return n == "id" })
	}
	slices.Sort(names)
	slices.SortStableFunc(names, func(a, b string) int { return q.mention(a) - q.mention(b) })
	columns := make([]Column, len(names))
	for i, name := range names {
		columns[i] = Column{Name: name, Type: typeOf(rows, name), Optional: true}
	}
	return columns
}

// mention returns where the script first has the word, or -1.
func (q *Query) mention(word string) int {
	at := regexp.MustCompile(`\b` + regexp.QuoteMeta(word) + `\b`).FindStringIndex(q.Script)
	if at == nil {
		return -1
	}
	return at[0]
}
