package queries

import (
	"context"
	"errors"
	"fmt"

	"counterclaim/graph/store"
)

// A Session runs scripts one after the other, as the cells of a notebook: what one
// declares, the next ones see. Only one run at a time; nothing needs to be closed.
type Session struct{ scripts *store.Session }

// NewSession returns a session whose scripts have the verbs of lib.js. What they print with
// console.log goes to print line by line, from another goroutine; nil throws it away.
func NewSession(print func(line string)) (*Session, error) {
	prelude, err := prelude("{}")
	if err != nil {
		return nil, err
	}
	scripts, err := store.NewSession(prelude, print)
	if err != nil {
		return nil, err
	}
	return &Session{scripts}, nil
}

// Run runs a script on the store as it is now. The table has the rows that it returns, as
// the store gives them; where there are none, the value in which the script ends is the one
// row, under the column "value". Misspelt predicates and nodes are errors before anything
// runs; all errors of the script begin with cell:line or cell:line:column. Variables keep
// what they have where the run fails or ctx ends.
func (s *Session) Run(ctx context.Context, db *store.Store, script string, limits Limits) (Table, error) {
	q, err := cell(script)
	if err != nil {
		return Table{}, err
	}
	stopped := ctx
	if limits.Time > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, limits.Time)
		defer cancel()
	}
	c := &collector{query: q, limit: limits.Rows}
	first := &store.First{Rows: limits.Rows}
	value, err := s.scripts.Run(ctx, db, script, first, c.add)
	c.cut = c.cut || first.More > 0
	switch {
	case err == nil, errors.Is(err, errEnough):
	case stopped.Err() != nil:
		return Table{}, stopped.Err()
	case ctx.Err() != nil:
		return Table{}, fmt.Errorf("not done after %v; ask for less, or allow more time: %w", limits.Time, err)
	default:
		return Table{}, fmt.Errorf("%s%w", q.at(err), err)
	}
	if value != nil {
		c.rows = append(c.rows, map[string]any{"value": value})
	}
	return c.table(), nil
}

// cell makes a query of a script that may return nothing, but declare what others use.
func cell(src string) (Query, error) {
	q := Query{Path: "cell", Script: src}
	errs := &problems{path: q.Path}
	check(&q, cellScript, errs)
	return q, errs.join()
}
