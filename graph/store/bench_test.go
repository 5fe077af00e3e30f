package store_test

import (
	"flag"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"
	"counterclaim/graph/synthetic"
)

// statements is the size of the benchmarks' graphs. A statement is about 24
// quads.
//
//	go test ./graph/store -run - -bench . -benchtime 1x -statements 1000000
var statements = flag.Int("statements", 20_000, "size of the benchmarks' graphs")

// statementsPerPut makes about 30,000 quads, as a load does.
const statementsPerPut = 1200

// fill puts the benchmark's graph into the store and returns how many quads it
// has and one of its codings.
func fill(b *testing.B, db *store.Store) (quads int, some graph.Coding) {
	b.Helper()
	for batch := range synthetic.Batches(1, *statements, statementsPerPut) {
		if _, _, err := db.Put(b.Context(), batch.Codings, batch.Link); err != nil {
			b.Fatal(err)
		}
		some = batch.Codings[0]
	}
	stats, err := db.Stats(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	return stats.Quads, some
}

// BenchmarkLoad loads an invented graph into an empty store, the inventing
// included, which takes about a twentieth of the time.
func BenchmarkLoad(b *testing.B) {
	for _, backend := range store.Backends() {
		b.Run(backend, func(b *testing.B) {
			total := 0
			for b.Loop() {
				db := open(b, backend, storetest.Place(b, backend))
				quads, _ := fill(b, db)
				total += quads
				if err := db.Close(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}

// BenchmarkUse reads from a graph, and takes a document out and puts it back.
func BenchmarkUse(b *testing.B) {
	for _, backend := range store.Backends() {
		b.Run(backend, func(b *testing.B) { use(b, open(b, backend, storetest.Place(b, backend))) })
	}
}

func use(b *testing.B, db *store.Store) {
	_, coding := fill(b, db)
	id := coding.Document.ID
	edges := []graph.Edge{{Predicate: "kind", Node: "kind:denial"}, {Predicate: "speaker", Node: synthetic.Speaker(7)}}
	for _, op := range []struct {
		name string
		do   func() error
	}{
		{"coding", func() error { _, _, err := db.Coding(b.Context(), id); return err }},
		{"statementsWith", func() error { _, err := db.StatementsWith(b.Context(), edges...); return err }},
		{"unchanged", func() error { _, _, err := db.Put(b.Context(), []graph.Coding{coding}, nil); return err }},
		{"removeAndPut", func() error {
			if _, err := db.Remove(b.Context(), id, nil); err != nil {
				return err
			}
			_, _, err := db.Put(b.Context(), []graph.Coding{coding}, nil)
			return err
		}},
	} {
		b.Run(op.name, func(b *testing.B) {
			for b.Loop() {
				if err := op.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
