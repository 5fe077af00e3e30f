package graph_test

import (
	"testing"

	"counterclaim/graph"
)

// open returns a store that is closed when the test ends.
func open(tb testing.TB, backend, path string) *graph.Store {
	tb.Helper()
	store, err := graph.Open(backend, path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { store.Close() })
	return store
}
