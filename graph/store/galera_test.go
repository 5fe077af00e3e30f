package store_test

import (
	"context"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"
	"counterclaim/graph/synthetic"
)

// TestGaleraNodeGoneInMidLoad has many make the tables at once, through all nodes. It loads through the first of three nodes, which is killed in
// the middle, and goes on through the others after one word about it at most. The node comes back,
// and then each of them has what one loader makes in memory.
func TestGaleraNodeGoneInMidLoad(t *testing.T) {
	nodes := storetest.Galera(t, 3)
	first, err := nodes[0].Place()
	if err != nil {
		t.Fatal(err)
	}
	database := first[strings.LastIndex(first, "/"):]
	at := func(node *storetest.Server) string { return strings.TrimSuffix(node.Address, "/") }
	openAtOnce(t, "mysql", first, at(nodes[1])+database, at(nodes[2])+database)
	host := func(node *storetest.Server) string { return at(node)[strings.Index(at(node), "@")+1:] }

	db := open(t, "mysql", at(nodes[0])+","+host(nodes[1])+","+host(nodes[2])+database)
	var told []error
	db.Retried = func(err error) { told = append(told, err) }
	fresh := open(t, "memory", "")
	back := make(chan error)
	const killed = 4
	number, gone := 0, false
	for b := range synthetic.Batches(5, 1500, 150) {
		number++
		link := func(ctx context.Context, change graph.Change) (graph.Links, error) {
			if number == killed && !gone {
				gone = true
				go func() { // while the batch is written
					nodes[0].Stop("KILL")
					back <- nodes[0].Start()
				}()
			}
			return b.Link(ctx, change)
		}
		outcomes, _, err := db.Put(t.Context(), b.Codings, link)
		if err != nil {
			t.Fatalf("batch %d: %v", number, err)
		}
		for _, o := range outcomes {
			if o != store.Added && number != killed { // it may have been written when the node went
				t.Errorf("batch %d: %s", number, o)
			}
		}
		if _, _, err := fresh.Put(t.Context(), b.Codings, b.Link); err != nil {
			t.Fatal(err)
		}
		// What one node has committed, another shows.
		if number%3 == 1 {
			other := openReadOnly(t, "mysql", at(nodes[2])+database)
			if got, want := quads(t, other), quads(t, fresh); got != want {
				t.Fatalf("the third node after batch %d: %s", number, difference(got, want))
			}
		}
	}
	if len(told) > 1 {
		t.Errorf("told %d times, want once at most: %v", len(told), told)
	}
	if err := <-back; err != nil {
		t.Fatal(err)
	}
	want := quads(t, fresh)
	for i, node := range nodes {
		if got := quads(t, openReadOnly(t, "mysql", at(node)+database)); got != want {
			t.Errorf("node %d: %s", i+1, difference(got, want))
		}
	}
}
