package store_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// TestWritersAndReadersTogether has two writers put, replace and remove
// documents that share actors and answer each other, and two readers read all
// the while. Each reader must find whole codings, and at the end the graph must
// be that of the documents that are left.
func TestWritersAndReadersTogether(t *testing.T) {
	rounds := 25
	if testing.Short() {
		rounds = 5
	}
	onEach(t, func(t *testing.T, db *store.Store) {
		codings := universe(3, 8)
		var writers, readers sync.WaitGroup
		done := make(chan struct{})
		for n := range uint64(2) {
			writers.Go(func() { writeALot(t, db, codings, rand.New(rand.NewPCG(n, 1)), rounds) })
			readers.Go(func() {
				for i := 0; ; i++ {
					select {
					case <-done:
						return
					default:
						readAll(t, db, i)
					}
				}
			})
		}
		writers.Wait()
		close(done)
		readers.Wait()

		left, err := db.Documents(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		fresh := open(t, "memory", "")
		for _, d := range left {
			c, _, err := db.Coding(t.Context(), d.ID)
			if err != nil {
				t.Fatal(err)
			}
			put(t, fresh, c)
		}
		if got, want := quads(t, db), quads(t, fresh); got != want {
			t.Error(difference(got, want))
		}
	})
}

func writeALot(t *testing.T, db *store.Store, codings []graph.Coding, r *rand.Rand, rounds int) {
	for range rounds {
		batch := shuffled(r, codings)[:1+r.IntN(4)]
		if _, _, err := db.Put(t.Context(), batch, linkWith(db)); err != nil {
			t.Errorf("put: %v", err)
		}
		if _, err := db.Remove(t.Context(), codings[r.IntN(len(codings))].Document.ID, nil); err != nil {
			t.Errorf("remove: %v", err)
		}
	}
}

func readAll(t *testing.T, db *store.Store, i int) {
	ctx := t.Context()
	documents, err := db.Documents(ctx)
	if err != nil {
		t.Errorf("documents: %v", err)
	}
	for _, d := range documents {
		c, found, err := db.Coding(ctx, d.ID)
		if err != nil {
			t.Errorf("coding: %v", err)
		}
		if err := c.Validate(); found && err != nil {
			t.Errorf("half a coding: %v", err)
		}
	}
	edge := graph.Edge{Predicate: "about", Node: fmt.Sprint("concept:", i%3)}
	if _, err := db.StatementsWith(ctx, edge); err != nil {
		t.Errorf("statements: %v", err)
	}
	if _, err := db.Stats(ctx); err != nil {
		t.Errorf("stats: %v", err)
	}
	const script = `g.V("<class:statement>").In("<type>").Tag("id").Save("<speaker>", "who").all()`
	if err := db.Gizmo(ctx, "", script, nil, func(map[string]any) error { return nil }); err != nil {
		t.Errorf("gizmo: %v", err)
	}
}

// TestCancelledContextWritesNothing also covers a Linker that fails.
func TestCancelledContextWritesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		ctx, cancel := context.WithCancel(t.Context())
		_, _, err := db.Put(ctx, []graph.Coding{gazette()}, func(context.Context, graph.Change) (graph.Links, error) {
			cancel()
			return graph.Links{}, ctx.Err()
		})
		if err == nil {
			t.Error("no error")
		}
		if got := quads(t, db); got != "" {
			t.Errorf("written:\n%s", got)
		}
		put(t, db, gazette())
	})
}
