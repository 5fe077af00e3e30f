package graph_test

import (
	"context"
	"path/filepath"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/synthetic"
)

// statementsPerPut makes about 10,000 quads.
const statementsPerPut = 350

// BenchmarkLoad loads an invented graph of 20,000 statements into an empty
// store.
//
//	go test ./graph -run - -bench Load -benchtime 1x
func BenchmarkLoad(b *testing.B) {
	var batches []synthetic.Batch
	for batch := range synthetic.Batches(1, 20_000, statementsPerPut) {
		batches = append(batches, batch)
	}
	for _, backend := range graph.Backends() {
		b.Run(backend, func(b *testing.B) {
			quads := 0
			for b.Loop() {
				b.StopTimer()
				store := open(b, backend, filepath.Join(b.TempDir(), "store.db"))
				b.StartTimer()
				for _, batch := range batches {
					if _, _, err := store.Put(b.Context(), batch.Codings, batch.Link); err != nil {
						b.Fatal(err)
					}
				}
				b.StopTimer()
				stats, err := store.Stats(context.Background())
				if err != nil {
					b.Fatal(err)
				}
				quads += stats.Quads
				store.Close()
				b.StartTimer()
			}
			b.ReportMetric(float64(quads)/b.Elapsed().Seconds(), "quads/s")
		})
	}
}
