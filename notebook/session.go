package notebook

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"counterclaim/graph/store"
	"counterclaim/networks"
	"counterclaim/plots"
	"counterclaim/queries"
)

// A Reader opens the store, calls use and closes it again.
type Reader func(use func(*store.Store) error) error

// A Session runs code cells one after the other. Only one run at a time; nothing needs to
// be closed.
type Session struct {
	read    Reader
	scripts *queries.Session
	count   int
	out     func(Output) // of the cell that runs
}

// NewSession returns a session on the store.
func NewSession(read Reader) (*Session, error) {
	s := &Session{read: read}
	var err error
	s.scripts, err = queries.NewSession(func(line string) { s.out(Printed(line)) })
	return s, err
}

// Run runs a code cell and hands on what it gives, in order, be it from another goroutine,
// but never two outputs at once: what a script prints, while it runs, and then the result. A cell that fails ends in an
// output of type Error, and the same error is returned. It returns the turn of the cell.
func (s *Session) Run(ctx context.Context, source string, limits queries.Limits, out func(Output)) (int, error) {
	s.count++
	s.out = out
	result, err := s.result(ctx, source, limits)
	if errors.Is(err, context.Canceled) {
		err = interrupted{}
	}
	if err != nil {
		out(Failure(err))
		return s.count, err
	}
	if result != nil {
		out(Output{Type: Result, Data: result, Count: s.count})
	}
	return s.count, nil
}

// interrupted is the context.Canceled of a cell, in words for people.
type interrupted struct{}

func (interrupted) Error() string { return "interrupted; what the script had set stays" }
func (interrupted) Unwrap() error { return context.Canceled }

// result returns the data by media type, nil where the cell gives nothing.
func (s *Session) result(ctx context.Context, source string, limits queries.Limits) (data map[string]any, err error) {
	command, err := ParseCommand(source)
	if err != nil {
		return nil, err
	}
	if strings.TrimSpace(source) == "" {
		return nil, nil
	}
	give := map[string]func(context.Context, *store.Store, queries.Limits) (map[string]any, error){
		"query": command.query, "plot": command.plot, "network": command.network,
		"": func(ctx context.Context, db *store.Store, limits queries.Limits) (map[string]any, error) {
			table, err := s.scripts.Run(ctx, db, command.Script, limits)
			if err != nil || len(table.Columns) == 0 {
				return nil, err
			}
			return tableData(table)
		},
	}[command.Verb]
	err = s.read(func(db *store.Store) error {
		data, err = give(ctx, db, limits)
		return err
	})
	if err != nil && command.Verb != "" {
		err = fmt.Errorf("cell:1: %w", err)
	}
	return data, err
}

// query asks a named question.
func (c Command) query(ctx context.Context, db *store.Store, limits queries.Limits) (map[string]any, error) {
	q, err := queries.Find(c.Name)
	if err != nil {
		return nil, err
	}
	table, err := queries.Run(ctx, db, q, c.Params, limits)
	if err != nil {
		return nil, err
	}
	return tableData(table)
}

func (c Command) plot(ctx context.Context, db *store.Store, limits queries.Limits) (map[string]any, error) {
	options, err := c.plotOptions()
	if err != nil {
		return nil, err
	}
	selection, err := queries.Pick(ctx, db, c.Params, queries.Limits{Time: limits.Time})
	if err != nil {
		return nil, err
	}
	picture, err := plots.Draw(c.Name, &selection, options)
	if err != nil {
		return nil, err
	}
	var svg bytes.Buffer
	err = plots.WriteSVG(&svg, &picture)
	return map[string]any{SVG: svg.String(), Plain: c.Name + ": " + selection.Caption()}, err
}

func (c Command) network(ctx context.Context, db *store.Store, limits queries.Limits) (map[string]any, error) {
	options, err := c.networkOptions()
	if err != nil {
		return nil, err
	}
	selection, err := queries.Pick(ctx, db, c.Params, queries.Limits{Time: limits.Time})
	if err != nil {
		return nil, err
	}
	network, err := networks.Build(&selection, options)
	if err != nil {
		return nil, err
	}
	return tableData(edges(&network, limits.Rows))
}
