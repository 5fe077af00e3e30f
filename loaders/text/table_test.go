package text

import "testing"

// A table knows its words and no others, however alike they are.
func TestTable(t *testing.T) {
	words := Listed("stopwords")
	entries := map[string]int{"": 1}
	for i, w := range words {
		entries[w] = i + 2
	}
	table := NewTable(entries)
	for w, want := range entries {
		if got := table.Of(w); got != want {
			t.Errorf("%q: got %d, want %d", w, got, want)
		}
		if got := table.Of(w + "x"); got != entries[w+"x"] {
			t.Errorf("%q: got %d, want %d", w+"x", got, entries[w+"x"])
		}
	}
	if NewSet().Has("") || NewSet().Has("a") || !NewSet("a", "é").Has("é") {
		t.Error("a set has what it was not given, or has not what it was")
	}
}
