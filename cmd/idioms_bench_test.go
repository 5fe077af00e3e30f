package cmd_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
	"counterclaim/queries"
)

// BenchmarkIdioms runs the scripts of docs/vocabulary.md on 100,000 invented statements in
// a file, which takes a minute or so to make.
//
//	go test ./cmd -run '^$' -bench Idioms -benchtime 3x
func BenchmarkIdioms(b *testing.B) {
	db, err := store.Open("bolt", filepath.Join(b.TempDir(), "store"))
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for batch := range synthetic.Batches(1, 100_000, 350) {
		if _, _, err := db.Put(b.Context(), batch.Codings, batch.Link); err != nil {
			b.Fatal(err)
		}
	}
	page, err := os.ReadFile(vocabularyPage)
	if err != nil {
		b.Fatal(err)
	}
	there := strings.NewReplacer("actor:mandiant", synthetic.Speaker(30), "actor:china", synthetic.Country(3), "2013-02", "2020-01", "2013-03", "2020-10", "/unit/", "/a/")
	for _, i := range idioms(string(page)) {
		for n, script := range i.scripts {
			q, err := queries.Parse("script", []byte(there.Replace(script)))
			if err != nil {
				b.Fatal(err)
			}
			b.Run(fmt.Sprintf("%s/%d", i.title, n+1), func(b *testing.B) {
				rows := 0
				for b.Loop() {
					table, err := queries.Run(b.Context(), db, q, nil, queries.Limits{})
					if err != nil {
						b.Fatal(err)
					}
					rows = len(table.Rows)
				}
				b.ReportMetric(float64(rows), "rows/op")
			})
		}
	}
}
