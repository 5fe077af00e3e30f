package store_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

// What Lines writes is what a store has that the same was put into.
func TestLinesAreThoseOfAStore(t *testing.T) {
	db := open(t, "memory", "")
	var out bytes.Buffer
	lines := store.NewLines(&out)
	for batch := range synthetic.Batches(3, 2000, 300) {
		if _, _, err := db.Put(t.Context(), batch.Codings, batch.Link); err != nil {
			t.Fatal(err)
		}
		if err := lines.Add(t.Context(), batch.Codings, batch.Contrasts); err != nil {
			t.Fatal(err)
		}
	}
	if err := lines.Close(); err != nil {
		t.Fatal(err)
	}
	got := slices.Sorted(strings.Lines(out.String()))
	if all := strings.Join(got, ""); all != quads(t, db) {
		t.Error(difference(all, quads(t, db)))
	}
}
