package file

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// randomLines spells quads of few nodes, so that many come twice, some of them otherwise
// spelled, with and without labels, and comments and empty lines between them.
func randomLines(r *rand.Rand, n int) string {
	names := func(kind string, n int) string { return fmt.Sprintf("<%s:%d>", kind, r.IntN(n)) }
	objects := []func() string{
		func() string { return names("node", 200) },
		func() string { return fmt.Sprintf("%q", "text "+strings.Repeat("ä", r.IntN(4))) },
		func() string { return `"say \"no\"\n"` },
		func() string { return `"caf\u00e9"` },
		func() string { return `"café"` },
		func() string { return fmt.Sprintf(`"%d"^^<http://schema.org/Integer>`, r.IntN(9)) },
		func() string { return `"ja"@de` },
		func() string { return "_:blank" },
	}
	var out strings.Builder
	for range n {
		label := ""
		if r.IntN(4) > 0 {
			label = " " + names("doc", 3)
		}
		fmt.Fprintf(&out, "%s %s %s%s .\n", names("node", 20), names("p", 4), objects[r.IntN(len(objects))](), label)
		switch r.IntN(40) {
		case 0:
			out.WriteString("# a remark\n\n")
		case 1:
			out.WriteString("<node:1>\t<p:1>\t<node:2>   .   \r\n")
		}
	}
	return strings.TrimSuffix(out.String(), "\n")
}

// parsed returns the quads of the lines, each once.
func parsed(t *testing.T, lines string) (out []quad.Quad) {
	t.Helper()
	known := map[quad.Quad]bool{}
	for reader := nquads.NewReader(strings.NewReader(lines), false); ; {
		q, err := reader.ReadQuad()
		if errors.Is(err, io.EOF) {
			return out
		} else if err != nil {
			t.Fatal(err)
		}
		if !known[q] {
			out = append(out, q)
		}
		known[q] = true
	}
}

// TestCompleteFileOfAnotherLoad ends a load when its file is complete but not in its place,
// and then one of other quads at each of its steps. What is said to be made of the first is
// made of it.
func TestCompleteFileOfAnotherLoad(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	first, second := randomLines(r, 60), randomLines(r, 90)
	for stopAt := 1; ; stopAt++ {
		db, err := Open(filepath.Join(t.TempDir(), "store.db"), false)
		if err != nil {
			t.Fatal(err)
		}
		steps := 0
		build := func(lines, of string, stopAt int) error {
			t.Helper()
			ctx, stop := context.WithCancel(t.Context())
			defer stop()
			b, err := db.NewBulk()
			if err != nil {
				t.Fatal(err)
			}
			s := b.NewSegment()
			for _, q := range parsed(t, lines) {
				s.Add(q)
			}
			if err := s.Write(); err != nil {
				t.Fatal(err)
			}
			steps = 0
			err = b.Build(ctx, of, func(Progress) {
				if steps++; steps == stopAt {
					stop()
				}
			})
			return errors.Join(err, b.Close())
		}
		if err := build(first, "first", 0); err != nil {
			t.Fatal(err)
		}
		broken := build(second, "second", stopAt)
		b, err := db.NewBulk()
		if err != nil {
			t.Fatal(err)
		}
		for of, lines := range map[string]string{"first": first, "second": second} {
			if b.Completed(of) {
				made, err := Open(b.Path(), true)
				if err != nil {
					t.Fatalf("stopped at step %d, %v: what is made of the %s: %v", stopAt, broken, of, err)
				}
				holds(t, made, parsed(t, lines))
				made.Close()
			}
		}
		b.Close()
		db.Close()
		if broken == nil {
			if steps >= stopAt {
				t.Errorf("was not ended by its %dth step", stopAt)
			}
			return
		}
	}
}

// holds fails unless the file has these quads, counts them, and finds nothing wrong with
// itself. Their labels are no documents.
func holds(t *testing.T, db *DB, quads []quad.Quad) {
	t.Helper()
	want := make([]string, len(quads))
	for i, q := range quads {
		want[i] = q.NQuad()
	}
	slices.Sort(want)
	err := db.View(func(tx *Tx) error {
		if got := held(t, tx); !slices.Equal(got, want) {
			t.Fatalf("%d quads, want %d:\n%s\n\n%s", len(got), len(want), strings.Join(got, "\n"), strings.Join(want, "\n"))
		}
		qs, err := tx.Cayley()
		if err != nil {
			return err
		}
		if stats, err := qs.Stats(t.Context(), false); err != nil || int(stats.Quads.Size) != len(want) {
			t.Fatalf("counted %d quads of %d, %v", stats.Quads.Size, len(want), err)
		}
		tx.CheckPages(func(what string) { t.Error(what) })
		l := tx.CheckLayout(func(_, what string) {
			if !strings.HasSuffix(what, "which is no document") {
				t.Error(what)
			}
		})
		for i := range l.Parts() {
			l.Part(i)
		}
		l.Compare()
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestBulkIsAnOrdinaryLoad builds files of random quads, in one segment and in many; then it
// writes into them.
func TestBulkIsAnOrdinaryLoad(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 0))
		lines := randomLines(r, 1+r.IntN(1500))
		want := parsed(t, lines)
		db := opened(t)
		if err := db.BuildQuads(t.Context(), strings.NewReader(lines), 200+r.IntN(30_000), func(Progress) {}); err != nil {
			t.Fatal(err)
		}
		holds(t, db, want)
		r.Shuffle(len(want), func(i, j int) { want[i], want[j] = want[j], want[i] })
		gone := r.IntN(len(want) + 1)
		fresh := quad.Quad{Subject: quad.IRI("node:1"), Predicate: quad.IRI("later"), Object: quad.String("café"), Label: quad.IRI("doc:9")}
		if err := db.Update(func(tx *Tx) error { return errors.Join(tx.Add([]quad.Quad{fresh}), tx.Remove(want[:gone])) }); err != nil {
			t.Fatal(err)
		}
		holds(t, db, append(want[gone:], fresh))
		if _, err := os.Stat(db.path + ".building"); err == nil {
			t.Error("the folder of the load was left behind")
		}
	}
}

// FuzzSplitLine compares the terms of lines with what Cayley's parser finds in them.
func FuzzSplitLine(f *testing.F) {
	for line := range strings.Lines(randomLines(rand.New(rand.NewPCG(1, 1)), 40)) {
		f.Add(strings.TrimSpace(line))
	}
	f.Fuzz(func(t *testing.T, line string) {
		whole, parts := newSegment(""), newSegment("")
		if parts.addLine(line) != nil || len(parts.quads) == 0 {
			return
		}
		q, err := parseLine(line)
		if err != nil {
			t.Fatalf("%q is read, and has an error: %v", line, err)
		}
		whole.Add(q)
		for i := range whole.quads[0] {
			a, b := whole.quads[0][i], parts.quads[0][i]
			if (a == 0) != (b == 0) || a != 0 && whole.values[a-1] != parts.values[b-1] {
				t.Fatalf("%q: term %d differs", line, i)
			}
		}
	})
}
