package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
	"counterclaim/queries"
)

// ours measures this program on a backend: a process that keeps the store open, as the
// notebook does.
func ours(backend string) func(context.Context, string, string) (session, string, error) {
	return func(ctx context.Context, _, folder string) (session, string, error) {
		s, err := startOurs(ctx, backend, filepath.Join(folder, "store.db"))
		return s, oursVersion(ctx), err
	}
}

// oursVersion names the commit that is measured.
func oursVersion(ctx context.Context) string {
	commit, err := exec.CommandContext(ctx, "git", "rev-parse", "--short", "HEAD").Output()
	if err != nil {
		return none
	}
	return strings.TrimSpace(string(commit))
}

func startOurs(ctx context.Context, backend, path string) (*oursSession, error) {
	if !slices.Contains(store.Backends(), backend) {
		return nil, absent{"there is no such backend in this version"}
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c, _, err := startChild(ctx, "", self, "ours", backend, path)
	if err != nil {
		return nil, err
	}
	return &oursSession{c}, nil
}

type oursSession struct{ *child }

func (o *oursSession) load(ctx context.Context, f files) (int64, error) {
	a, err := o.send(ctx, request{Load: f.short})
	return a.Disk, err
}

func (o *oursSession) ask(ctx context.Context, q *question, s subjects) ([][]any, error) {
	a, err := o.send(ctx, request{Call: &call{q.Name, s}})
	return a.Rows, err
}

// A call asks one of the questions on the subjects of a graph.
type call struct {
	Question string
	On       subjects
}

// A put asks for the batches of a graph of Statements that come after the first From, with
// which a batch ends.
type put struct{ From, Statements int }

func newOurs() *cobra.Command {
	c := &cobra.Command{Use: "ours BACKEND PATH", Hidden: true, Args: cobra.ExactArgs(2)}
	c.RunE = func(c *cobra.Command, args []string) error {
		db, err := store.Open(args[0], args[1])
		if err != nil {
			return err
		}
		out := json.NewEncoder(os.Stdout)
		for in := json.NewDecoder(bufio.NewReader(os.Stdin)); in.More(); {
			var r request
			if err := in.Decode(&r); err != nil {
				return errors.Join(err, db.Close())
			}
			a, err := serve(c.Context(), db, r)
			if err != nil {
				a.Error = err.Error()
			}
			if info, err := os.Stat(args[1]); err == nil {
				a.Disk = info.Size()
			}
			if err := out.Encode(a); err != nil {
				return errors.Join(err, db.Close())
			}
		}
		return db.Close()
	}
	return c
}

func serve(ctx context.Context, db *store.Store, r request) (answer, error) {
	switch {
	case r.Load != "":
		in, err := os.Open(r.Load)
		if err != nil {
			return answer{}, err
		}
		defer in.Close()
		return answer{}, db.ReadQuads(ctx, in, nil)
	case r.Put != nil:
		return putBatches(ctx, db, *r.Put)
	case r.Call != nil:
		i := slices.IndexFunc(questions, func(q question) bool { return q.Name == r.Call.Question })
		q, params, err := questions[i].query(r.Call.On)
		if err != nil {
			return answer{}, err
		}
		t, err := queries.Run(ctx, db, q, params, queries.Limits{Rows: rows})
		return answer{Rows: pick(&t, questions[i].columns)}, err
	}
	return answer{}, nil
}

// pick returns the table's rows with these columns.
func pick(t *queries.Table, columns []string) [][]any {
	places := make([]int, len(columns))
	for i, name := range columns {
		places[i] = slices.IndexFunc(t.Columns, func(c queries.Column) bool { return c.Name == name })
	}
	out := make([][]any, len(t.Rows))
	for i, row := range t.Rows {
		for _, p := range places {
			out[i] = append(out[i], row[p])
		}
	}
	return out
}

// putBatches puts the batches into the store, as a load of news would that has found no
// other answers than these. The inventing is not in the time.
func putBatches(ctx context.Context, db *store.Store, p put) (answer, error) {
	before, err := db.Stats(ctx)
	if err != nil {
		return answer{}, err
	}
	var taken time.Duration
	done := 0
	for b := range synthetic.Batches(seed, p.Statements, perBatch) {
		if done += b.Statements; done <= p.From {
			continue
		}
		began := time.Now()
		if _, _, err := db.Put(ctx, b.Codings, b.Link); err != nil {
			return answer{}, err
		}
		taken += time.Since(began)
	}
	after, err := db.Stats(ctx)
	return answer{Quads: after.Quads - before.Quads, Seconds: taken.Seconds()}, err
}
