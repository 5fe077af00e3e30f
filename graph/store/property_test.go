package store_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"
)

// TestGraphIsAFunctionOfTheDocuments loads random sets of documents, which share
// actors, answer each other and are in part coded twice, in random orders and
// batches, with others put, replaced and removed in between, and compares the
// graphs byte for byte with the one that a fresh store has of the set.
func TestGraphIsAFunctionOfTheDocuments(t *testing.T) {
	rounds := 5
	if testing.Short() {
		rounds = 3
	}
	for seed := range uint64(rounds) {
		codings := universe(seed, 8)
		r := rand.New(rand.NewPCG(seed, 2))
		stores := map[string]*store.Store{}
		for _, backend := range store.Backends() {
			if path, err := storetest.Find(t, backend); err == nil {
				stores[backend] = open(t, backend, path)
			} else {
				t.Log(err)
			}
		}
		for range 3 {
			subset := shuffled(r, codings)[:r.IntN(len(codings))+1]
			fresh := open(t, "memory", "")
			put(t, fresh, subset...)
			want := quads(t, fresh)
			for backend, db := range stores {
				turnInto(t, r, db, codings, subset)
				if got := quads(t, db); got != want {
					t.Fatalf("seed %d, %s: %s", seed, backend, difference(got, want))
				}
				put(t, db, shuffled(r, subset)...)
				if got := quads(t, db); got != want {
					t.Fatalf("seed %d, %s, loaded twice: %s", seed, backend, difference(got, want))
				}
				if errs := db.Check(t.Context()); len(errs) > 0 {
					t.Fatalf("seed %d, %s: %v", seed, backend, errs)
				}
			}
		}
	}
}

// turnInto makes the store hold the subset of codings, by detours.
func turnInto(t *testing.T, r *rand.Rand, db *store.Store, codings, subset []graph.Coding) {
	t.Helper()
	for len(codings) > 0 { // put them all, in batches, some changed
		n := 1 + r.IntN(len(codings))
		batch := shuffled(r, codings[:n])
		for i := range batch {
			if r.IntN(3) == 0 && len(batch[i].Statements) > 0 {
				batch[i].Statements = batch[i].Statements[1:]
			}
		}
		put(t, db, batch...)
		codings = codings[n:]
	}
	documents, err := db.Documents(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range shuffled(r, documents) { // take out what must not be there, and others
		alone := func(c graph.Coding) bool { return c.Document.ID == d.ID }
		coded := slices.Collect(func(yield func(graph.Coding) bool) {
			for _, c := range subset {
				if alone(c) && !yield(c) {
					return
				}
			}
		})
		stands := slices.ContainsFunc(coded, func(c graph.Coding) bool { return c.Document.HandCoded() == d.HandCoded() })
		if !stands || r.IntN(3) == 0 {
			remove(t, db, d.ID)
		}
	}
	for rest := shuffled(r, subset); len(rest) > 0; {
		n := 1 + r.IntN(len(rest))
		put(t, db, rest[:n]...)
		rest = rest[n:]
	}
}

func TestRemoveLeavesNothing(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		r := rand.New(rand.NewPCG(7, 7))
		codings := universe(7, 12)
		put(t, db, shuffled(r, codings)...)
		put(t, db, shuffled(r, codings)...)
		documents, err := db.Documents(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range shuffled(r, documents) {
			remove(t, db, d.ID)
		}
		if left := quads(t, db); left != "" {
			t.Errorf("quads left:\n%s", left)
		}
		nodes := 0
		err = db.Gizmo(t.Context(), "", "g.V().all()", nil, func(row map[string]any) error { nodes++; return nil })
		if err != nil || nodes > 0 {
			t.Errorf("%d nodes left, %v", nodes, err)
		}
		if stats, err := db.Stats(t.Context()); err != nil || stats.Quads+stats.Actors+stats.Documents > 0 {
			t.Errorf("stats %+v, %v", stats, err)
		}
	})
}

// TestActorsThatActForEachOther shows that two actors do not keep one another in
// the store, and that one stays for as long as an actor acts for it.
func TestActorsThatActForEachOther(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		circle := archive()
		circle.Actors = []graph.Actor{mirow, veldany}
		circle.Actors[1].ActsFor = []graph.ActsFor{{Actor: mirow.ID}}
		only := gazette()
		only.Actors = circle.Actors
		only.Statements = []graph.Statement{{
			ID: "st:only", Document: only.Document.ID, Kinds: []graph.Kind{graph.Assertion}, Speaker: graph.Mention{Actor: mirow.ID},
			Text: "Nothing.", Mode: graph.Curated, Certainty: graph.Firm, Polarity: graph.Affirms,
		}}
		put(t, db, circle, only)
		remove(t, db, circle.Document.ID)
		if _, found, err := db.Actor(t.Context(), veldany.ID); !found || err != nil {
			t.Errorf("nobody names it, but one who is named acts for it: %v, %v", found, err)
		}
		remove(t, db, only.Document.ID)
		if left := quads(t, db); left != "" {
			t.Errorf("left:\n%s", left)
		}
	})
}

// TestNodesAreThoseOfTheQuads guards against nodes that outlive their quads, and
// quads that are stored without a node.
func TestNodesAreThoseOfTheQuads(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		r := rand.New(rand.NewPCG(9, 9))
		codings := universe(9, 12)
		for range 4 {
			turnInto(t, r, db, codings, shuffled(r, codings)[:6])
		}
		nodes := map[string]bool{}
		for line := range strings.Lines(quads(t, db)) {
			for _, field := range fields(line) {
				nodes[field] = true
			}
		}
		count := 0
		err := db.Gizmo(t.Context(), "", "g.V().all()", nil, func(map[string]any) error { count++; return nil })
		if err != nil || count != len(nodes) {
			t.Errorf("%d nodes, %v; the quads have %d", count, err, len(nodes))
		}
	})
}

// fields returns the four values of a line of N-Quads.
func fields(line string) []string {
	line = strings.TrimSuffix(line, " .\n")
	first := strings.SplitN(line, " ", 3)
	object, label := first[2][:strings.LastIndex(first[2], " ")], first[2][strings.LastIndex(first[2], " ")+1:]
	return []string{first[0], first[1], object, label}
}

func shuffled[T any](r *rand.Rand, items []T) []T {
	out := slices.Clone(items)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// difference returns the lines that only one of the two has.
func difference(got, want string) string {
	lines := func(s string) map[string]bool {
		out := map[string]bool{}
		for line := range strings.Lines(s) {
			out[line] = true
		}
		return out
	}
	g, w := lines(got), lines(want)
	var out strings.Builder
	for line := range strings.Lines(got) {
		if !w[line] {
			out.WriteString("\n+ " + line)
		}
	}
	for line := range strings.Lines(want) {
		if !g[line] {
			out.WriteString("\n- " + line)
		}
	}
	return out.String()
}
