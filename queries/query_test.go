package queries

import (
	"bytes"
	"context"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"

	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "rewrite the wanted answers in testdata")

// testLimits are those of tests: wide enough never to be met by accident.
var testLimits = Limits{Rows: 1000, Time: 20 * time.Second}

// backends returns those that can be used here, and logs why others cannot.
func backends(t *testing.T) []string {
	t.Helper()
	return slices.DeleteFunc(store.Backends(), func(backend string) bool {
		_, err := storetest.Find(t, backend)
		if err != nil {
			t.Log(err)
		}
		return err != nil
	})
}

// open returns a store with the quads.
func open(t testing.TB, backend, quads string) *store.Store {
	t.Helper()
	s, err := store.Open(backend, storetest.Place(t, backend))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	if err := s.ReadQuads(context.Background(), strings.NewReader(quads), nil); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestQueries asks every query of the small graph in its own file: testdata has
// graph.nq, params as name=value a line, and want.csv.
func TestQueries(t *testing.T) {
	queries, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range queries {
		path := filepath.Join("testdata", q.Name+".txtar")
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Errorf("every query needs a case: %v", err)
			continue
		}
		want := &archive.Files[2]
		for _, backend := range backends(t) {
			t.Run(q.Name+" "+backend, func(t *testing.T) {
				got := answer(t, q, backend, archive)
				if *update {
					want.Data = got
				} else if !bytes.Equal(got, want.Data) {
					t.Errorf("got\n%s\nwant\n%s", got, want.Data)
				}
			})
		}
		if *update {
			if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func answer(t *testing.T, q Query, backend string, archive *txtar.Archive) []byte {
	t.Helper()
	params := map[string]string{}
	for line := range strings.Lines(string(archive.Files[1].Data)) {
		if name, value, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			params[name] = value
		}
	}
	table, err := Run(t.Context(), open(t, backend, string(archive.Files[0].Data)), q, params, testLimits)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Write(&b, table, "csv", 0, false); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestCases looks at the cases themselves: three parts, few quads, a drawing, and
// none for a query that is gone.
func TestCases(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		if _, err := Find(name); err != nil {
			t.Error(err)
		}
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		var parts []string
		for _, f := range archive.Files {
			parts = append(parts, f.Name)
		}
		if strings.Join(parts, " ") != "graph.nq params want.csv" {
			t.Errorf("%s has %v; wanted are graph.nq, params and want.csv", path, parts)
			continue
		}
		if n := bytes.Count(archive.Files[0].Data, []byte(" .\n")); n > 40 {
			t.Errorf("%s: %d quads are too many to read; allowed are 40", path, n)
		}
		if len(bytes.TrimSpace(archive.Comment)) == 0 {
			t.Errorf("%s: no drawing of the graph", path)
		}
	}
}

// TestHouseRules holds our own queries to what a user's file need not keep.
func TestHouseRules(t *testing.T) {
	queries, err := All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range queries {
		lines := 0
		for line := range strings.Lines(q.Script) {
			if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "//") {
				lines++
			}
		}
		if lines > 40 {
			t.Errorf("%s: %d lines; allowed are 40", q.Path, lines)
		}
		if strings.Contains(q.Script, "g.V()") {
			t.Errorf("%s: g.V() walks over the whole store", q.Path)
		}
		if q.Theme == "" {
			t.Errorf("%s: no theme:", q.Path)
		}
		if len(q.Order) == 0 {
			t.Errorf("%s: no order:", q.Path)
		}
	}
}

func TestLibIsChecked(t *testing.T) {
	src, err := files.ReadFile(libName)
	if err != nil {
		t.Fatal(err)
	}
	errs := &problems{path: libName}
	check(&Query{Path: libName, Script: string(src)}, bare, errs)
	want := []string{
		"nothing is returned; end in .all(), .show({...}) or g.emit({...})",
	}
	for i, p := range errs.list {
		if i >= len(want) || p.text != want[i] {
			t.Errorf("line %d: %s", p.line, p.text)
		}
	}
}
