package queries

import (
	"fmt"
	"reflect"
	"testing"

	"counterclaim/graph/synthetic"
)

// What a file is asked for on all cores is what the memory store gives.
func TestManyRowsAreTheSameOnEveryBackend(t *testing.T) {
	q, err := Find("contrasts")
	if err != nil {
		t.Fatal(err)
	}
	var tables []Table
	for _, backend := range backends(t) {
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

// So is what each query counts of a selection of hundreds.
func TestManyAreCountedTheSameOnEveryBackend(t *testing.T) {
	all, err := All()
	if err != nil {
		t.Fatal(err)
	}
	asked := []map[string]string{{"kind": "kind:attribution"}, {"kind": "kind:denial"}, {"until": "2020-01-02"}, {"min_confidence": "0.85"}, {"relation": "relation:denies"}}
	answers := map[string]Table{}
	for _, backend := range backends(t) {
		db := open(t, backend, "")
		for batch := range synthetic.Batches(1, 2000, 350) {
			if _, _, err := db.Put(t.Context(), batch.Codings, batch.Link); err != nil {
				t.Fatal(err)
			}
		}
		for _, q := range all {
			for _, params := range asked {
				table, err := Run(t.Context(), db, q, params, Limits{})
				if err != nil {
					continue // takes no such parameter, or needs another
				}
				question := fmt.Sprint(q.Name, params)
				if known, ok := answers[question]; ok && !reflect.DeepEqual(table, known) {
					t.Errorf("%s: %d rows and %d rows, which differ", question, len(known.Rows), len(table.Rows))
				}
				answers[question] = table
			}
		}
	}
	if len(answers) < 100 {
		t.Errorf("only %d questions were answered", len(answers))
	}
}

// However few rows are asked for, they are the first of all.
func TestFirstRowsAreThoseOfAll(t *testing.T) {
	q, err := Find("contrasts")
	if err != nil {
		t.Fatal(err)
	}
	params := map[string]string{"speaker": synthetic.Speaker(0)}
	for _, backend := range backends(t) {
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
