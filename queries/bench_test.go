package queries

import (
	"cmp"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
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

// BenchmarkQueries asks each query for the first 100 rows by each parameter alone: a middling speaker,
// side, incident, document and outlet; kinds, a month and a confidence, which pick thousands; and a
// relation, which picks all answers. Nothing in the graph has a victim or a go-between. A query that needs
// parameters it asks by these.
//
//	go test ./queries -run '^$' -bench Queries -benchtime 1x -made /tmp
//	go test ./queries -run '^$' -bench 'Queries/.*/(kind|since)' -benchtime 3x -made /tmp
func BenchmarkQueries(b *testing.B) {
	benchmarkQueries(b, syntheticStore(b, 100_000))
}

func benchmarkQueries(b *testing.B, db *store.Store) {
	queries, err := All()
	if err != nil {
		b.Fatal(err)
	}
	documents, err := db.Documents(b.Context())
	if err != nil {
		b.Fatal(err)
	}
	values := map[string][]string{
		"speaker": {synthetic.Speaker(100)}, "side": {synthetic.Country(20)}, "about": {synthetic.Incident(7)}, "document": {documents[0].ID},
		"outlet": {"Outlet 7"}, "kind": {"kind:denial", "kind:attribution"}, "since": {"2020-11"}, "until": {"2020-01"}, "min_confidence": {"0.95"},
		"target": {synthetic.Country(20)}, "target_side": {synthetic.Country(20)}, "victim": {synthetic.Country(20)}, "via": {synthetic.Speaker(100)},
		"answerer": {synthetic.Speaker(100)}, "relation": {"relation:denies"}, "name": {"Speaker 77"}, "class": {"country"},
		"one": {synthetic.Country(20)}, "other": {synthetic.Country(30)},
	}
	for _, q := range queries {
		needed := map[string]string{}
		for _, p := range q.Params {
			if !p.Optional {
				needed[p.Name] = values[p.Name][0]
			}
		}
		if len(needed) > 0 {
			b.Run(q.Name+"/needed", func(b *testing.B) { benchmark(b, db, q, needed, 100) })
			continue
		}
		for _, name := range slices.Sorted(maps.Keys(values)) {
			if _, takes := q.param(name); !takes {
				continue
			}
			for _, value := range values[name] {
				b.Run(q.Name+"/"+name+"="+value, func(b *testing.B) { benchmark(b, db, q, map[string]string{name: value}, 100) })
			}
		}
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

// made is where an invented graph stays from one run to the next: making it takes longer
// than asking.
var made = flag.String("made", "", "folder to keep invented graphs in")

func syntheticStore(b *testing.B, statements int) *store.Store {
	b.Helper()
	path := filepath.Join(cmp.Or(*made, b.TempDir()), fmt.Sprintf("synthetic-%d.db", statements))
	if _, missing := os.Stat(path); missing != nil {
		makeStore(b, path, statements)
	}
	db, err := store.OpenReadOnly("bolt", path)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { db.Close() })
	return db
}

func makeStore(b *testing.B, path string, statements int) {
	b.Helper()
	db, err := store.Open("bolt", path)
	if err != nil {
		b.Fatal(err)
	}
	defer db.Close()
	for batch := range synthetic.Batches(1, statements, 350) {
		if _, _, err := db.Put(b.Context(), batch.Codings, batch.Link); err != nil {
			b.Fatal(err)
		}
	}
}
