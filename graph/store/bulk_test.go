package store

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
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

// TestBulkIsAnOrdinaryLoad builds files of random quads, in one segment and in many, and
// compares them with the memory store; then it writes into both.
func TestBulkIsAnOrdinaryLoad(t *testing.T) {
	for seed := range uint64(12) {
		r := rand.New(rand.NewPCG(seed, 0))
		lines := randomLines(r, 1+r.IntN(1500))
		want, err := Open("memory", "")
		if err != nil {
			t.Fatal(err)
		}
		if err := want.ReadQuads(t.Context(), strings.NewReader(lines), nil); err != nil {
			t.Fatal(err)
		}
		got, err := Open("bolt", filepath.Join(t.TempDir(), "store.db"))
		if err != nil {
			t.Fatal(err)
		}
		defer got.Close()
		file := got.backend.(*bolt).db
		if err := file.BuildQuads(t.Context(), strings.NewReader(lines), 200+r.IntN(30_000), func(Progress) {}); err != nil {
			t.Fatal(err)
		}
		sameGraph(t, got, want)
		held := allQuads(t, want)
		gone := held[:r.IntN(len(held)+1)]
		fresh := []quad.Quad{{Subject: quad.IRI("node:1"), Predicate: quad.IRI("later"), Object: quad.String("café"), Label: quad.IRI("doc:9")}}
		for _, s := range []*Store{got, want} {
			err := s.backend.update(func(h *handle) error {
				w := newWalker(context.Background(), h)
				if err := w.add(fresh); err != nil {
					return err
				}
				return w.delete(gone)
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		sameGraph(t, got, want)
		if _, err := os.Stat(file.path + ".building"); err == nil {
			t.Error("the folder of the load was left behind")
		}
	}
}

func sameGraph(t *testing.T, got, want *Store) {
	t.Helper()
	var a, b bytes.Buffer
	if err := got.WriteQuads(t.Context(), &a); err != nil {
		t.Fatal(err)
	}
	if err := want.WriteQuads(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	if a.String() != b.String() {
		t.Fatalf("%d bytes of quads, want %d", a.Len(), b.Len())
	}
	x, err := got.Stats(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n := bytes.Count(a.Bytes(), []byte("\n")); x.Quads != n {
		t.Fatalf("counted %d quads of %d", x.Quads, n)
	}
}

func allQuads(t *testing.T, s *Store) (out []quad.Quad) {
	t.Helper()
	err := s.read(t.Context(), func(w *walker) error {
		out = nil
		it := w.qs.QuadsAllIterator()
		defer it.Close()
		for it.Next(t.Context()) {
			out = append(out, w.quad(it.Result()))
		}
		return it.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// A line that is none ends the load, and the store is empty as before.
func TestBulkOfABadLine(t *testing.T) {
	s, err := Open("bolt", filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, bad := range []string{"<a> <b> .", "words", `<a> <b> "open .`, "<a> <b> <c> <d> <e> ."} {
		err := s.ReadQuads(t.Context(), strings.NewReader("<a> <b> <c> .\n\n"+bad+"\n<a> <b> <d> ."), nil)
		if err == nil || !strings.HasPrefix(err.Error(), "read quads: line 3: ") {
			t.Errorf("%s: error %v", bad, err)
		}
		if empty, err := s.empty(t.Context()); !empty || err != nil {
			t.Errorf("%s: empty is %v, %v", bad, empty, err)
		}
	}
	if err := s.ReadQuads(t.Context(), strings.NewReader("<a> <b> <c> ."), nil); err != nil {
		t.Error(err)
	}
	if err := s.ReadQuads(t.Context(), strings.NewReader("<a> <b> <d> ."), nil); err == nil {
		t.Error("read into a store that is not empty")
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
