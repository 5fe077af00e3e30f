package queries

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

// BenchmarkContrasts asks contrasts of one speaker in a graph of 100,000 invented
// statements on bolt, which takes a minute or so to make: of the busiest speaker
// and of ones who say less; the first 100 rows, as a table shows them, and all.
//
//	go test ./queries -run '^$' -bench Contrasts
func BenchmarkContrasts(b *testing.B) {
	db := syntheticStore(b, 100_000)
	q, err := Find("contrasts")
	if err != nil {
		b.Fatal(err)
	}
	for _, n := range []int{0, 3, 10, 30, 100} {
		for name, limit := range map[string]int{"first": 100, "all": 0} {
			b.Run(fmt.Sprintf("speaker-%d/%s", n, name), func(b *testing.B) {
				benchmark(b, db, q, map[string]string{"speaker": synthetic.Speaker(n)}, limit)
			})
		}
	}
}

// BenchmarkQueries asks each query for the first 100 rows of a middling speaker, side, incident or
// document or, where it takes none of these, for all.
func BenchmarkQueries(b *testing.B) {
	db := syntheticStore(b, 100_000)
	queries, err := All()
	if err != nil {
		b.Fatal(err)
	}
	documents, err := db.Documents(context.Background())
	if err != nil {
		b.Fatal(err)
	}
	narrow := map[string]string{"speaker": synthetic.Speaker(100), "side": synthetic.Country(20), "name": "Speaker 77", "about": "incident:invented-7"}
	for _, q := range queries {
		b.Run(q.Name, func(b *testing.B) {
			params := map[string]string{}
			for _, p := range q.Params {
				if value, ok := narrow[p.Name]; ok && (len(params) == 0 || !p.Optional) {
					params[p.Name] = value
				}
			}
			if _, ok := q.param("document"); ok && len(params) == 0 {
				params["document"] = documents[0].ID
			}
			benchmark(b, db, q, params, 100)
		})
	}
}

func benchmark(b *testing.B, db *store.Store, q Query, params map[string]string, limit int) {
	rows := 0
	for b.Loop() {
		table, err := Run(b.Context(), db, q, params, Limits{Rows: limit})
		if err != nil {
			b.Fatal(err)
		}
		rows = len(table.Rows)
	}
	b.ReportMetric(float64(rows), "rows/op")
}

func syntheticStore(b *testing.B, statements int) *store.Store {
	b.Helper()
	db, err := store.Open("bolt", filepath.Join(b.TempDir(), "store"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	for batch := range synthetic.Batches(1, statements, 350) {
		if _, _, err := db.Put(b.Context(), batch.Codings, batch.Link); err != nil {
			b.Fatal(err)
		}
	}
	return db
}
