package queries

import (
	"reflect"
	"testing"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

// What a file is asked for on all cores is what the memory store gives.
func TestManyRowsAreTheSameOnEveryBackend(t *testing.T) {
	q, err := Find("contrasts")
	if err != nil {
		t.Fatal(err)
	}
	var tables []Table
	for _, backend := range store.Backends() {
		db := open(t, backend, "")
		for batch := range synthetic.Batches(1, 5000, 350) {
			if _, _, err := db.Put(t.Context(), batch.Codings, batch.Link); err != nil {
				t.Fatal(err)
			}
		}
		for _, params := range []map[string]string{{"speaker": synthetic.Speaker(0)}, {"side": synthetic.Country(0), "relation": "relation:denies"}, {}} {
			table, err := Run(t.Context(), db, q, params, Limits{})
			if err != nil {
				t.Fatal(err)
			}
			if len(table.Rows) < 20 {
				t.Errorf("%v: only %d rows to compare", params, len(table.Rows))
			}
			tables = append(tables, table)
		}
	}
	for i := range len(tables) / 2 {
		if !reflect.DeepEqual(tables[i], tables[len(tables)/2+i]) {
			t.Errorf("question %d: the answers differ", i)
		}
	}
}

// However few rows are asked for, they are the first of all.
func TestFirstRowsAreThoseOfAll(t *testing.T) {
	q, err := Find("contrasts")
	if err != nil {
		t.Fatal(err)
	}
	params := map[string]string{"speaker": synthetic.Speaker(0)}
	for _, backend := range store.Backends() {
		db := open(t, backend, "")
		for batch := range synthetic.Batches(1, 4000, 350) {
			if _, _, err := db.Put(t.Context(), batch.Codings, batch.Link); err != nil {
				t.Fatal(err)
			}
		}
		all, err := Run(t.Context(), db, q, params, Limits{})
		if err != nil || all.Cut || len(all.Rows) < 15 {
			t.Fatalf("%s: %d rows, cut %v, %v", backend, len(all.Rows), all.Cut, err)
		}
		for n := 1; n <= len(all.Rows); n += 1 + n/3 {
			first, err := Run(t.Context(), db, q, params, Limits{Rows: n})
			if err != nil || first.Cut != (n < len(all.Rows)) || !reflect.DeepEqual(first.Rows, all.Rows[:n]) {
				t.Fatalf("%s: the first %d are not those of all, cut %v, %v", backend, n, first.Cut, err)
			}
		}
	}
}
