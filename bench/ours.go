package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"syscall"
	"time"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

// askCommand is the child process that asks a store of ours, so that its memory is its own.
func askCommand(ctx context.Context, args []string) error {
	f := flag.NewFlagSet("ask", flag.ExitOnError)
	backend := f.String("backend", "bolt", "")
	path := f.String("store", "", "")
	load := f.String("load", "", "N-Quads to load first")
	asked := f.String("questions", "", "")
	asks := f.Int("asks", 1, "")
	if err := f.Parse(args); err != nil {
		return err
	}
	data, err := os.ReadFile(*asked)
	if err != nil {
		return err
	}
	var list []question
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	open := store.OpenReadOnly
	if *load != "" {
		open = store.Open
	}
	db, err := open(*backend, *path)
	if err != nil {
		return err
	}
	defer db.Close()
	var out result
	if *load != "" {
		seconds, err := loadQuads(ctx, db, *load)
		if err != nil {
			return err
		}
		out.Loads = []float64{seconds}
	}
	out.Answers, err = answers(ctx, db, list, *asks)
	out.AskKB = peakKB()
	return errors.Join(err, json.NewEncoder(os.Stdout).Encode(out))
}

func peakKB() int64 {
	var usage syscall.Rusage
	if syscall.Getrusage(syscall.RUSAGE_SELF, &usage) != nil {
		return 0
	}
	return usage.Maxrss
}

func loadQuads(ctx context.Context, db *store.Store, path string) (seconds float64, err error) {
	in, err := os.Open(path)
	if err != nil {
		return 0, err
	}
	defer in.Close()
	start := time.Now()
	err = db.ReadQuads(ctx, in, nil)
	return time.Since(start).Seconds(), err
}

// answers asks each question once to warm up, and then so many times, in one session as a
// notebook does.
func answers(ctx context.Context, db *store.Store, list []question, asks int) ([]answer, error) {
	session, err := queries.NewSession(nil)
	if err != nil {
		return nil, err
	}
	var out []answer
	for _, q := range list {
		a := answer{Name: q.Name}
		for i := range asks + 1 {
			start := time.Now()
			rows, err := ask(ctx, session, db, q, atMost)
			if err != nil {
				return nil, fmt.Errorf("%s: %w", q.Name, err)
			}
			if i > 0 {
				a.MS = append(a.MS, time.Since(start).Seconds()*1000)
			}
			a.Rows = rows
		}
		out = append(out, a)
	}
	return out, nil
}

// ask asks in a session or, where that is nil or the script has a header with an order, by
// itself.
func ask(ctx context.Context, session *queries.Session, db *store.Store, q question, rows int) ([][]string, error) {
	var table queries.Table
	script, err := queries.Script(q.Ours)
	headed := strings.HasPrefix(q.Ours, "// name:")
	if headed {
		script, err = queries.Parse("said.js", []byte(q.Ours))
	}
	switch {
	case err != nil:
	case session == nil || headed:
		table, err = queries.Run(ctx, db, script, nil, queries.Limits{Rows: rows})
	default:
		table, err = session.Run(ctx, db, "{"+q.Ours+"}", queries.Limits{Rows: rows})
	}
	if err != nil {
		return nil, err
	}
	var out [][]string
	for _, row := range table.Rows {
		cells := make([]string, len(q.Columns))
		for i, name := range q.Columns {
			at := slices.IndexFunc(table.Columns, func(c queries.Column) bool { return c.Name == name })
			if at < 0 {
				return nil, fmt.Errorf("no column %s", name)
			}
			// The verbs put the word of saying before what was said.
			cells[i] = strings.TrimPrefix(bare(fmt.Sprint(row[at])), "said: ")
		}
		out = append(out, cells)
	}
	return out, nil
}

// bare returns a value as all systems spell it.
func bare(value string) string {
	return strings.TrimSuffix(strings.TrimPrefix(value, "<"), ">")
}

// deniedClaim returns an accusation that was denied more than once.
func deniedClaim(ctx context.Context, db *store.Store) (string, error) {
	q := question{Columns: []string{"id"}, Ours: `const seen = {};
g.V("<kind:denial>").In("<kind>").Out("<denies>").Limit(2000).ToArray().forEach(id => seen[id] = (seen[id] || 0) + 1);
const most = Object.keys(seen).sort((a, b) => seen[b] - seen[a] || (a < b ? -1 : 1))[0];
g.emit({id: most})`}
	rows, err := ask(ctx, nil, db, q, 1)
	if err == nil && len(rows) == 0 {
		err = errors.New("nothing is denied")
	}
	if err != nil {
		return "", err
	}
	return rows[0][0], nil
}
