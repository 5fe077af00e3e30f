package store_test

import (
	"bytes"
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"
)

// open returns a store that is closed when the test ends.
func open(tb testing.TB, backend, path string) *store.Store {
	tb.Helper()
	db, err := store.Open(backend, path)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { db.Close() })
	return db
}

// onEach runs the test on an empty store of each backend.
func onEach(t *testing.T, test func(t *testing.T, db *store.Store)) {
	for _, backend := range store.Backends() {
		t.Run(backend, func(t *testing.T) { test(t, open(t, backend, storetest.Place(t, backend))) })
	}
}

func put(tb testing.TB, db *store.Store, codings ...graph.Coding) []store.Outcome {
	tb.Helper()
	outcomes, _, err := db.Put(context.Background(), codings, linkWith(db))
	if err != nil {
		tb.Fatal(err)
	}
	return outcomes
}

func remove(tb testing.TB, db *store.Store, document string) {
	tb.Helper()
	if found, err := db.Remove(context.Background(), document, nil); err != nil || !found {
		tb.Fatalf("remove %s: %v, %v", document, found, err)
	}
}

// quads returns the whole graph as sorted lines.
func quads(tb testing.TB, db *store.Store) string {
	tb.Helper()
	var out bytes.Buffer
	if err := db.WriteQuads(context.Background(), &out); err != nil {
		tb.Fatal(err)
	}
	return out.String()
}

func TestCodingComesBackAsPut(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		put(t, db, gazette(), archive())
		for _, want := range []graph.Coding{gazette(), archive()} {
			got, found, err := db.Coding(t.Context(), want.Document.ID)
			if err != nil || !found {
				t.Fatal(found, err)
			}
			if want = want.Canonical(); !reflect.DeepEqual(got, want) {
				t.Errorf("got\n%+v\nwant\n%+v", got, want)
			}
		}
	})
}

func TestReads(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		ctx := t.Context()
		put(t, db, gazette(), archive())
		accusation, denial, doubt := gazette().Statements[0].ID, gazette().Statements[1].ID, "st:harbour-archive/doubt"
		ids := func(placed []graph.Placed, err error) []string {
			t.Helper()
			if err != nil {
				t.Fatal(err)
			}
			var out []string
			for _, p := range placed {
				if p.Document.Text != "" || p.Document.ID != p.Statement.Document {
					t.Errorf("%s is placed in %+v", p.Statement.ID, p.Document)
				}
				out = append(out, p.Statement.ID)
			}
			return out
		}
		same := func(what string, got []string, want ...string) {
			t.Helper()
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("%s: got %v, want %v", what, got, want)
			}
		}
		armed := graph.Edge{Predicate: "about", Node: "concept:armed-attack"}
		same("one edge", ids(db.StatementsWith(ctx, armed)), accusation, denial, doubt)
		same("two edges", ids(db.StatementsWith(ctx, armed, graph.Edge{Predicate: "kind", Node: "kind:denial"})), denial, doubt)
		same("three edges", ids(db.StatementsWith(ctx, armed, graph.Edge{Predicate: "speaker", Node: mirow.ID}, graph.Edge{Predicate: "month", Node: "month:2031-05"})), denial)
		same("known nodes, no such edge", ids(db.StatementsWith(ctx, graph.Edge{Predicate: "speaker", Node: "kind:denial"}, armed)))
		same("unknown node", ids(db.StatementsWith(ctx, armed, graph.Edge{Predicate: "speaker", Node: "actor:nobody"})))
		same("answering", ids(db.StatementsAnswering(ctx, []string{"st:other", accusation})), doubt)
		if _, err := db.StatementsWith(ctx); err == nil {
			t.Error("no error without an edge")
		}

		contrasts, err := db.Contrasts(ctx, accusation)
		if err != nil || len(contrasts) != 3 {
			t.Fatalf("%d contrasts of the accusation, want 3: %v", len(contrasts), err)
		}
		if because := contrasts[0].Because; len(because) != 2 || because[0] != (graph.Reason{Signal: "kind", Weight: .5, Says: "A denial: an attribution."}) {
			t.Errorf("reasons %v, want the strongest first", because)
		}
		a, found, err := db.Actor(ctx, mirow.ID)
		if err != nil || !found || !reflect.DeepEqual(a, mirow) {
			t.Errorf("actor %+v, %v, %v; want %+v", a, found, err, mirow)
		}
		for _, id := range []string{"actor:nobody", accusation} {
			if _, found, err := db.Actor(ctx, id); found || err != nil {
				t.Errorf("actor %s: %v, %v", id, found, err)
			}
		}
		if _, found, err := db.Statement(ctx, mirow.ID); found || err != nil {
			t.Errorf("statement %s: %v, %v", mirow.ID, found, err)
		}
		documents, err := db.Documents(ctx)
		if err != nil || len(documents) != 2 || documents[0].Text != "" || documents[0].ID > documents[1].ID {
			t.Errorf("documents %+v, %v", documents, err)
		}
		stats, err := db.Stats(ctx)
		want := store.Stats{
			Documents: 2, Statements: 3, Contrasts: 3, Actors: 5, Quads: strings.Count(quads(t, db), "\n"),
			Kinds:     map[graph.Kind]int{graph.Attribution: 1, graph.Criticism: 1, graph.Denial: 2},
			Relations: map[graph.Relation]int{graph.Denies: 2, graph.Doubts: 1},
		}
		if err != nil || !reflect.DeepEqual(stats, want) {
			t.Errorf("stats %+v, %v; want %+v", stats, err, want)
		}
	})
}

// Nodes of a class are found by their type or, where they have none, by what leads to them.
func TestNodesOf(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		put(t, db, gazette(), archive())
		for class, prefix := range map[string]string{"actor": "actor:", "document": "doc:", "statement": "st:", "concept": "concept:", "month": "month:"} {
			ids, err := db.NodesOf(t.Context(), class)
			if err != nil || len(ids) == 0 || !slices.IsSorted(ids) || slices.ContainsFunc(ids, func(id string) bool { return !strings.HasPrefix(id, prefix) }) {
				t.Errorf("nodes of %s: %v, %v", class, ids, err)
			}
		}
		if ids, err := db.NodesOf(t.Context(), "nonsense"); err != nil || len(ids) > 0 {
			t.Errorf("nodes of no class: %v, %v", ids, err)
		}
	})
}

func TestOutcomes(t *testing.T) {
	text, byHand := gazette(), gazette()
	byHand.Document.Format = "curated"
	byHand.Statements = byHand.Statements[:1]
	better := gazette()
	better.Statements[1].Kinds = []graph.Kind{graph.Denial, graph.Concern}
	onEach(t, func(t *testing.T, db *store.Store) {
		steps := []struct {
			codings []graph.Coding
			want    []store.Outcome
		}{
			{[]graph.Coding{text}, []store.Outcome{store.Added}},
			{[]graph.Coding{text, text}, []store.Outcome{store.Unchanged, store.Unchanged}},
			{[]graph.Coding{better}, []store.Outcome{store.Replaced}},
			{[]graph.Coding{byHand}, []store.Outcome{store.Replaced}},
			{[]graph.Coding{text, byHand}, []store.Outcome{store.Kept, store.Unchanged}},
			{[]graph.Coding{archive(), archive()}, []store.Outcome{store.Added, store.Unchanged}},
		}
		for i, step := range steps {
			if got := put(t, db, step.codings...); !slices.Equal(got, step.want) {
				t.Errorf("step %d: got %v, want %v", i, got, step.want)
			}
		}
		remove(t, db, text.Document.ID)
		if got, want := put(t, db, byHand, text), []store.Outcome{store.Added, store.Kept}; !slices.Equal(got, want) {
			t.Errorf("by hand first: got %v, want %v", got, want)
		}
		remove(t, db, text.Document.ID)
		if got, want := put(t, db, text, byHand), []store.Outcome{store.Added, store.Replaced}; !slices.Equal(got, want) {
			t.Errorf("by hand last: got %v, want %v", got, want)
		}
	})
}

func TestNewFactsOfAnActorReplaceTheOld(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		put(t, db, gazette(), archive())
		promoted := archive()
		newMirow := mirow
		newMirow.ActsFor = []graph.ActsFor{{Actor: veldany.ID, As: "president", From: "2042"}}
		promoted.Actors = []graph.Actor{newMirow, veldany}
		if got := put(t, db, promoted); got[0] != store.Replaced {
			t.Errorf("outcome %s", got[0])
		}
		a, _, err := db.Actor(t.Context(), mirow.ID)
		if err != nil || !reflect.DeepEqual(a, newMirow) {
			t.Errorf("got %+v, %v; want %+v", a, err, newMirow)
		}
	})
}

func TestPutRefuses(t *testing.T) {
	thief := archive()
	thief.Document.URL += "-copy"
	thief.Document.ID = graph.DocumentID(thief.Document)
	thief.Statements = slices.Clone(thief.Statements)
	thief.Statements[0].Document = thief.Document.ID
	thief.Document.Name = "thief"
	broken := gazette()
	broken.Statements = slices.Clone(broken.Statements)
	broken.Statements[0].Kinds = nil
	onEach(t, func(t *testing.T, db *store.Store) {
		put(t, db, archive())
		before := quads(t, db)
		for want, codings := range map[string][]graph.Coding{
			"statement st:harbour-archive/doubt is one of " + archive().Document.ID + " already": {gazette(), thief},
			"gazette.txt (" + broken.Document.ID + "): statement":                                {archive(), broken},
		} {
			_, _, err := db.Put(t.Context(), codings, nil)
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("error %v, want %q", err, want)
			}
		}
		for want, c := range map[string]graph.Contrast{
			"no statement st:nowhere":  {Counter: "st:nowhere", Claim: gazette().Statements[0].ID},
			"neither statement is new": {Counter: "st:harbour-archive/doubt", Claim: "st:nowhere"},
			"must be two statements":   {Counter: gazette().Statements[0].ID, Claim: gazette().Statements[0].ID},
		} {
			c.Relation, c.Basis, c.Because = graph.Denies, graph.Explicit, []graph.Reason{{Signal: "s", Weight: 1, Says: "S."}}
			_, _, err := db.Put(t.Context(), []graph.Coding{gazette()}, func(context.Context, graph.Change) (graph.Links, error) {
				return graph.Links{Contrasts: []graph.Contrast{c}}, nil
			})
			if err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("error %v, want %q", err, want)
			}
		}
		if after := quads(t, db); after != before {
			t.Errorf("a refused Put changed the graph:\n%s", after)
		}
	})
}

func TestUnknownBackendNamesTheKnown(t *testing.T) {
	_, err := store.Open("bolts", "")
	if want := `backend "bolts"; allowed are bolt, memory, postgres, mysql`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestClosedStore(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Errorf("closing twice: %v", err)
		}
		if _, err := db.Documents(t.Context()); err == nil {
			t.Error("a closed store gives documents")
		}
		if _, _, err := db.Put(t.Context(), []graph.Coding{gazette()}, nil); err == nil {
			t.Error("a closed store takes documents")
		}
	})
}
