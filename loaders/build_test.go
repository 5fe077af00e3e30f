package loaders

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/contrast"
)

// yearOf returns invented documents that are spread over a year, with the seeds among them.
func yearOf(t *testing.T, seed uint64) []graph.Coding {
	t.Helper()
	book, err := actors.Seeded()
	must(t, err)
	codings, _, report, err := Extract(t.Context(), FindFS(All(book), everything(t, All(book))), nil)
	if err != nil || len(report.Failed) > 0 {
		t.Fatal(err, report.Failed)
	}
	slices.SortStableFunc(codings, func(a, b graph.Coding) int { return strings.Compare(a.Document.ID, b.Document.ID) })
	codings = slices.CompactFunc(codings, func(a, b graph.Coding) bool { return a.Document.ID == b.Document.ID })
	r := rand.New(rand.NewPCG(seed, 0))
	day := time.Date(2030, 12, 20, 0, 0, 0, 0, time.UTC)
	for batch := range synthetic.Batches(seed, 1200, 1200) {
		for _, c := range batch.Codings {
			day = day.AddDate(0, 0, r.IntN(5))
			c.Document.Published = graph.Date(day.Format(time.DateOnly))
			for i := range c.Statements {
				c.Statements[i].Said = c.Document.Published
			}
			codings = append(codings, c)
		}
	}
	r.Shuffle(len(codings), func(i, j int) { codings[i], codings[j] = codings[j], codings[i] })
	return codings
}

// TestBuiltStoreIsAsPut builds a store of many documents and puts the same, one batch after
// the other, into another; then goes on putting into both.
func TestBuiltStoreIsAsPut(t *testing.T) {
	for seed := range uint64(2) {
		codings := yearOf(t, seed)
		first := codings[:len(codings)-20]
		built, want := openStore(t, "bolt", filepath.Join(t.TempDir(), "built.db")), openStore(t, "memory", "")
		r := newRun(&Files{})
		b, err := newBuild(t.Context(), built)
		if err != nil || b == nil {
			t.Fatal(b, err)
		}
		for batch := range slices.Chunk(first, 30) {
			var items []item
			for _, c := range batch {
				items = append(items, item{coding: c})
			}
			b.add(r, items)
		}
		must(t, b.finish(t.Context(), r, nil))
		if len(r.Failed) > 0 {
			t.Fatal(r.Failed)
		}
		across := 0
		for batch := range slices.Chunk(first, 90) {
			_, contrasts, err := want.Put(t.Context(), batch, Linker(want))
			must(t, err)
			for _, c := range contrasts {
				if c.Basis == graph.AcrossDocs {
					across++
				}
			}
		}
		if across < 100 {
			t.Fatalf("%d contrasts across documents show little", across)
		}
		same(t, built, want)
		if stats, err := want.Stats(t.Context()); err != nil || stats.Contrasts != r.contrasts() {
			t.Errorf("the report has %d contrasts, the store %d, %v", r.contrasts(), stats.Contrasts, err)
		}
		for _, db := range []*store.Store{built, want} {
			_, _, err := db.Put(t.Context(), codings[len(first)-5:], Linker(db))
			must(t, err)
			_, err = db.Remove(t.Context(), first[3].Document.ID, Linker(db))
			must(t, err)
		}
		same(t, built, want)
		if errs := built.Check(t.Context()); len(errs) > 0 {
			t.Error(errs)
		}
	}
}

func (r *run) contrasts() (n int) {
	for _, some := range r.Relations {
		n += some
	}
	return n
}

func openStore(t *testing.T, backend, path string) *store.Store {
	t.Helper()
	db, err := store.Open(backend, path)
	must(t, err)
	t.Cleanup(func() { db.Close() })
	return db
}

func same(t *testing.T, got, want *store.Store) {
	t.Helper()
	var a, b bytes.Buffer
	must(t, got.WriteQuads(t.Context(), &a))
	must(t, want.WriteQuads(t.Context(), &b))
	lines := func(b *bytes.Buffer) map[string]bool {
		out := map[string]bool{}
		for line := range strings.Lines(b.String()) {
			out[line] = true
		}
		return out
	}
	if a.String() == b.String() {
		return
	}
	x, y := lines(&a), lines(&b)
	shown := 0
	for line := range y {
		if !x[line] && shown < 5 {
			t.Errorf("lacks %s", line)
			shown++
		}
	}
	for line := range x {
		if !y[line] && shown < 10 {
			t.Errorf("has %s", line)
			shown++
		}
	}
	t.FailNow()
}

// An interrupted build leaves the store empty and open for another. Where it had begun to
// link, that one goes on where it was.
func TestInterruptedBuild(t *testing.T) {
	codings := yearOf(t, 1)
	path := filepath.Join(t.TempDir(), "built.db")
	db := openStore(t, "bolt", path)
	want := openStore(t, "memory", "")
	_, _, err := want.Put(t.Context(), codings, Linker(want))
	must(t, err)
	build := func(stopAt string) (steps map[string]int) {
		t.Helper()
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		r := newRun(&Files{})
		b, err := newBuild(ctx, db)
		must(t, err)
		for _, c := range codings {
			b.add(r, []item{{coding: c}})
		}
		steps = map[string]int{}
		err = b.finish(ctx, r, func(at Progress) {
			if steps[at.Step]++; at.Step == stopAt {
				stop()
			}
		})
		if stopAt == "" {
			must(t, err)
			return steps
		}
		if !errors.Is(err, context.Canceled) {
			t.Fatalf("%s: error %v", stopAt, err)
		}
		if stats, err := db.Stats(t.Context()); err != nil || stats.Quads > 0 || r.Statements > 0 {
			t.Fatalf("%s: %v, %v left in the store, %d in the report", stopAt, err, stats, r.Statements)
		}
		return steps
	}
	left := func() int {
		found, _ := filepath.Glob(path + ".*")
		return len(found)
	}
	build("building")
	if left() != 0 {
		t.Error("building left its folder behind")
	}
	build("linking")
	if left() != 1 {
		t.Error("linking left nothing behind to go on with")
	}
	if steps := build(""); steps["building"] > 0 || steps["linking"] == 0 {
		t.Errorf("the next one took the steps %v", steps)
	}
	if left() != 0 {
		t.Error("the whole left its folder behind")
	}
	same(t, db, want)
	must(t, db.Close())
	path = filepath.Join(t.TempDir(), "built.db")
	db = openStore(t, "bolt", path)
	build("linking")
	codings = codings[1:]
	if steps := build(""); steps["building"] == 0 {
		t.Error("went on with what was made of other documents")
	}
	db.Close()
	db = openStore(t, "bolt", filepath.Join(t.TempDir(), "other.db"))
	_, _, err = db.Put(t.Context(), codings[:3], Linker(db))
	must(t, err)
	if b, err := newBuild(t.Context(), db); b != nil || err != nil {
		t.Errorf("a store with something in it is built: %v", err)
	}
}

// A document that cannot be there is in the report, and the others are there.
func TestBuildOfABadDocument(t *testing.T) {
	db := openStore(t, "bolt", filepath.Join(t.TempDir(), "built.db"))
	coded := func(name, statement string) item {
		d := graph.Document{ID: "doc:" + name, Name: name, Format: "curated"}
		s := graph.Statement{ID: statement, Document: d.ID, Kinds: []graph.Kind{graph.Denial}, Speaker: graph.Mention{Actor: "actor:a", Words: "A", Why: "coder"},
			Text: "It was not so.", Mode: graph.Curated, Certainty: graph.Firm, Polarity: graph.Rejects, Confidence: 1, Rule: "coder"}
		a := graph.Actor{ID: "actor:a", Names: []string{"A"}, Class: graph.Person}
		return item{own: standing{path: name + ".yaml"}, coding: graph.Coding{Document: d, Statements: []graph.Statement{s}, Actors: []graph.Actor{a}}}
	}
	r := newRun(&Files{})
	b, err := newBuild(t.Context(), db)
	must(t, err)
	b.add(r, []item{coded("one", "st:one/a"), coded("two", "st:one/a"), coded("three", "st:three/a")})
	must(t, b.finish(t.Context(), r, nil))
	want := "two.yaml: two (doc:two): statement st:one/a is one of doc:one already; give it another id"
	if len(r.Failed) != 1 || r.Failed[0].Error() != want {
		t.Errorf("failed: %v", r.Failed)
	}
	if stats, err := db.Stats(t.Context()); err != nil || stats.Documents != 2 || r.Documents[store.Added] != 2 {
		t.Errorf("%+v, %v", stats, err)
	}
}

var statements = flag.Int("statements", 10_000, "size of the benchmark's graph")

// A copy that stands against one that was added takes its place when the store is built.
func TestBuildOfACopyThatStands(t *testing.T) {
	db := openStore(t, "bolt", filepath.Join(t.TempDir(), "built.db"))
	r := newRun(&Files{})
	b, err := newBuild(t.Context(), db)
	must(t, err)
	codings := yearOf(t, 0)[:40]
	for _, c := range codings {
		b.add(r, []item{{coding: c}})
	}
	better := codings[7]
	better.Statements = better.Statements[1:]
	b.add(r, []item{{coding: better}})
	must(t, b.finish(t.Context(), r, nil))
	must(t, r.put(t.Context(), db, b.later))
	want := openStore(t, "memory", "")
	codings[7] = better
	_, _, err = want.Put(t.Context(), codings, Linker(want))
	must(t, err)
	same(t, db, want)
	if r.Documents[store.Added] != len(codings) || r.Documents[store.Replaced] != 1 {
		t.Errorf("the report says %v", r.Documents)
	}
}

// BenchmarkFill loads invented documents, with what contrasts they have, into an empty
// store: built, and put in batches.
//
//	go test ./loaders -run '^$' -bench Fill -benchtime 1x -statements 100000
func BenchmarkFill(b *testing.B) {
	var codings []graph.Coding
	for batch := range synthetic.Batches(1, *statements, *statements) {
		codings = append(codings, batch.Codings...)
	}
	fill := map[string]func(db *store.Store) error{
		"built": func(db *store.Store) error {
			r := newRun(&Files{})
			build, err := newBuild(b.Context(), db)
			for _, c := range codings {
				build.add(r, []item{{coding: c}})
			}
			return errors.Join(err, build.finish(b.Context(), r, nil))
		},
		"put": func(db *store.Store) error {
			for batch := range slices.Chunk(codings, 160) {
				if _, _, err := db.Put(b.Context(), batch, func(ctx context.Context, change graph.Change) (graph.Links, error) {
					return contrast.Link(ctx, change, db)
				}); err != nil {
					return err
				}
			}
			return nil
		},
	}
	for name, how := range fill {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				db, err := store.Open("bolt", filepath.Join(b.TempDir(), "store.db"))
				if err := errors.Join(err, how(db)); err != nil {
					b.Fatal(err)
				}
				db.Close()
			}
			b.ReportMetric(float64(*statements*b.N)/b.Elapsed().Seconds(), "statements/s")
		})
	}
}
