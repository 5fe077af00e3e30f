package contrast_test

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/contrast"
)

// TestGraphIsAFunctionOfTheDocuments puts more claims of one affair into each week
// than have seats, in random orders and batches with removals and changes
// between, and compares with what a fresh store has of them.
func TestGraphIsAFunctionOfTheDocuments(t *testing.T) {
	for seed := range uint64(3) {
		r := rand.New(rand.NewPCG(seed, 0))
		all := crowd(r, 32)
		subset := all[:16+r.IntN(16)]
		whole := memory(t)
		put(t, whole, subset...)
		want := quadsOf(t, whole)

		db := memory(t)
		for _, i := range r.Perm(len(all)) {
			c := all[i]
			if r.IntN(4) == 0 {
				c.Statements = c.Statements[1:]
			}
			put(t, db, c)
		}
		for _, i := range r.Perm(len(all)) {
			if i >= len(subset) || r.IntN(5) == 0 {
				if _, err := db.Remove(t.Context(), all[i].Document.ID, linker(db)); err != nil {
					t.Fatal(err)
				}
			}
		}
		for rest := r.Perm(len(subset)); len(rest) > 0; {
			n := 1 + r.IntN(len(rest))
			var batch []graph.Coding
			for _, i := range rest[:n] {
				batch = append(batch, subset[i])
			}
			put(t, db, batch...)
			rest = rest[n:]
		}
		if got := quadsOf(t, db); got != want {
			t.Fatalf("seed %d: one by one gives another graph than together", seed)
		}
	}
}

// TestNoStatementHasContrastsWithoutEnd guards what the cost rests on.
func TestNoStatementHasContrastsWithoutEnd(t *testing.T) {
	count := map[string]int{}
	found := link(t, crowd(rand.New(rand.NewPCG(1, 1)), 400))
	for _, c := range found {
		count[fmt.Sprint(c.Counter, c.Relation)]++
	}
	most := 0
	for _, n := range count {
		most = max(most, n)
	}
	if len(found) == 0 || most > 16 {
		t.Errorf("%d contrasts, a statement has %d of one relation", len(found), most)
	}
}

// crowd returns documents of one dispute, a dozen a day, with the same words.
func crowd(r *rand.Rand, n int) []graph.Coding {
	people := []graph.Actor{
		{ID: "actor:norreland", Names: []string{"Norreland"}, Class: graph.Country},
		{ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country},
		{ID: "actor:mirela-osk", Names: []string{"Mirela Osk"}, Class: graph.Person, ActsFor: []graph.ActsFor{{Actor: "actor:veldany"}}},
	}
	things := []string{"lamps", "buoys", "cranes", "locks", "ferries"}
	var out []graph.Coding
	for i := range n {
		d := graph.Document{Name: fmt.Sprint("paper-", i), Publisher: fmt.Sprint("Paper ", i%7), URL: fmt.Sprint("https://paper.example/", i), Published: graph.Date(fmt.Sprintf("2031-05-%02d", 1+i/12%28)), Format: "article"}
		d.ID = graph.DocumentID(d)
		c := graph.Coding{Document: d, Actors: people}
		for j := range 2 + r.IntN(2) {
			s := graph.Statement{
				ID: fmt.Sprintf("st:%d-%d", i, j), Document: d.ID, About: []string{"concept:cyber-attack"}, Mode: graph.Curated, Certainty: graph.Firm, Polarity: graph.Affirms, Rule: "coder", Confidence: 1,
				Text: fmt.Sprintf("They hacked the %s and the %s of Stavik.", things[r.IntN(5)], things[r.IntN(5)]),
			}
			switch r.IntN(3) {
			case 0:
				s.Kinds, s.Speaker.Actor, s.Side, s.TargetSide = []graph.Kind{graph.Attribution}, "actor:norreland", "actor:norreland", "actor:veldany"
			case 1:
				s.Kinds, s.Speaker.Actor, s.Side = []graph.Kind{graph.Denial}, "actor:mirela-osk", "actor:veldany"
			case 2:
				s.Kinds, s.Speaker.Actor, s.Side, s.TargetSide = []graph.Kind{graph.Attribution, graph.Victimhood}, "actor:mirela-osk", "actor:veldany", "actor:norreland"
			}
			c.Statements = append(c.Statements, s)
		}
		out = append(out, c)
	}
	return out
}

func memory(t *testing.T) *store.Store {
	t.Helper()
	db, err := store.Open("memory", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func linker(db *store.Store) store.Linker {
	return func(ctx context.Context, change graph.Change) (graph.Links, error) {
		return contrast.Link(ctx, change, db)
	}
}

func put(t *testing.T, db *store.Store, codings ...graph.Coding) {
	t.Helper()
	if _, _, err := db.Put(t.Context(), codings, linker(db)); err != nil {
		t.Fatal(err)
	}
}

func quadsOf(t *testing.T, db *store.Store) string {
	t.Helper()
	var out bytes.Buffer
	if err := db.WriteQuads(t.Context(), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestWhatADocumentMakesOfASideDoesNotShowInOthers: the denial is one of Norreland's
// side, whatever its speaker says for herself further on in her document, and meets
// an accusation of that side whether the accusation comes after it or before.
func TestWhatADocumentMakesOfASideDoesNotShowInOthers(t *testing.T) {
	people := []graph.Actor{
		{ID: "actor:norreland", Names: []string{"Norreland"}, Class: graph.Country},
		{ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country},
		{ID: "actor:ana-reyes", Names: []string{"Ana Reyes"}, Class: graph.Person},
	}
	said := func(id, document, speaker, side string, kind graph.Kind) graph.Statement {
		return graph.Statement{
			ID: "st:" + id, Document: "doc:" + document, Kinds: []graph.Kind{kind}, Speaker: graph.Mention{Actor: speaker}, Side: side,
			About: []string{"concept:cyber-attack", "incident:stavik"}, Text: "The lamps of Stavik.", Mode: graph.Curated, Certainty: graph.Firm, Polarity: graph.Affirms, Rule: "coder", Confidence: 1,
		}
	}
	accusation := said("accusation", "a", "actor:veldany", "actor:veldany", graph.Attribution)
	accusation.TargetSide, accusation.Said = "actor:norreland", "2031-05-02"
	codings := []graph.Coding{
		{Document: graph.Document{ID: "doc:a", Published: "2031-05-02"}, Actors: people, Statements: []graph.Statement{accusation}},
		{Document: graph.Document{ID: "doc:b", Published: "2031-05-04"}, Actors: people, Statements: []graph.Statement{
			said("denial", "b", "actor:ana-reyes", "actor:norreland", graph.Denial),
			said("hope", "b", "actor:ana-reyes", "actor:ana-reyes", graph.Cooperation),
		}},
	}
	want := ""
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		db := memory(t)
		for _, i := range order {
			put(t, db, codings[i])
		}
		got := quadsOf(t, db)
		if !strings.Contains(got, "<st:denial> <denies> <st:accusation>") {
			t.Errorf("order %v: the denial does not deny", order)
		}
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("order %v gives another graph", order)
		}
	}
}
