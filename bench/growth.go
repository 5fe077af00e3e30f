package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"time"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

// A point is what was measured at one size.
type point struct {
	Statements, Quads int
	Bulk              float64 // quads a second of a load of all into an empty store
	Later             float64 // quads a second of documents that come later, in batches
	Bytes             int64
	PeakKB            int64 // of the load
	Answers           []answer
}

// laterStatements is how many come later.
const laterStatements = 12_000

func (b *bench) grow(ctx context.Context, statements int) (p point, err error) {
	fmt.Fprintln(os.Stderr, statements, "statements")
	quads, err := b.quads(ctx, statements)
	if err != nil {
		return p, err
	}
	path := b.path("growth.db")
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return p, err
	}
	m, err := b.measure(ctx, b.work, nil, b.binary, "load", quads, "--store", path)
	if err != nil {
		return p, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return p, err
	}
	p = point{Statements: statements, Bytes: info.Size(), PeakKB: m.PeakKB}
	// The loaded file has the name under which questionsOn looks for it.
	if err := os.Rename(path, b.path(fmt.Sprintf("ours-%d.db", statements))); err != nil {
		return p, err
	}
	path = b.path(fmt.Sprintf("ours-%d.db", statements))
	list, _, err := b.questionsOn(ctx, quads, statements)
	if err != nil {
		return p, err
	}
	asked, err := b.askOurs(ctx, list, "-store", path)
	if err != nil {
		return p, err
	}
	p.Answers = asked.Answers
	if p.Quads, p.Later, err = addLater(ctx, path, statements); err != nil {
		return p, err
	}
	p.Bulk = float64(p.Quads) / m.Seconds
	return p, os.Remove(path)
}

// addLater puts documents that the store does not have into it, as loads do: some 30,000
// quads at a time. It returns how many quads there were before.
func addLater(ctx context.Context, path string, statements int) (quads int, rate float64, err error) {
	db, err := store.Open("bolt", path)
	if err != nil {
		return 0, 0, err
	}
	defer db.Close()
	before, err := db.Stats(ctx)
	if err != nil {
		return 0, 0, err
	}
	later, err := laterBatches(ctx, db, statements)
	if err != nil {
		return 0, 0, err
	}
	start := time.Now()
	for _, batch := range later {
		if _, _, err := db.Put(ctx, batch.Codings, batch.Link); err != nil {
			return 0, 0, err
		}
	}
	took := time.Since(start)
	after, err := db.Stats(ctx)
	return before.Quads, float64(after.Quads-before.Quads) / took.Seconds(), err
}

// laterBatches returns the documents that come behind those of a graph of so many
// statements.
func laterBatches(ctx context.Context, db *store.Store, statements int) ([]synthetic.Batch, error) {
	const perBatch = 1200
	var out []synthetic.Batch
	var codings []graph.Coding // of out
	done := 0
	for batch := range synthetic.Batches(1, statements+laterStatements, perBatch) {
		if done += batch.Statements; done <= statements {
			continue
		}
		var fresh []graph.Coding
		for _, c := range batch.Codings {
			if _, known, err := db.Coding(ctx, c.Document.ID); err != nil {
				return nil, err
			} else if !known {
				fresh = append(fresh, c)
			}
		}
		if len(fresh) < len(batch.Codings) {
			continue // some of it is there
		}
		codings = append(codings, batch.Codings...)
		// What answers a document that was left out cannot be there.
		batch.Contrasts = slices.DeleteFunc(batch.Contrasts, func(c graph.Contrast) bool {
			_, known, err := db.Statement(ctx, c.Claim)
			return err != nil || !known && !within(codings, c.Claim)
		})
		out = append(out, batch)
	}
	return out, nil
}

func within(codings []graph.Coding, statement string) bool {
	return slices.ContainsFunc(codings, func(c graph.Coding) bool {
		return slices.ContainsFunc(c.Statements, func(s graph.Statement) bool { return s.ID == statement })
	})
}
