package loaders

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

func memory(t *testing.T) *store.Store {
	t.Helper()
	db, err := store.Open("memory", "")
	must(t, err)
	t.Cleanup(func() { must(t, db.Close()) })
	return db
}

func load(t *testing.T, db *store.Store, paths ...string) Report {
	t.Helper()
	report, err := Load(context.Background(), db, Find(fakes, paths...), nil)
	must(t, err)
	return report
}

// quads returns the store's content in the form that is compared byte for byte.
func quads(t *testing.T, db *store.Store) string {
	t.Helper()
	var out strings.Builder
	must(t, db.WriteQuads(context.Background(), &out))
	return out.String()
}

func TestLoadReports(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt":     "doc:a\ndenial Reyes: no shot was fired\nconcern Reyes: more may come",
		"b.txt":     "doc:b\ndenial Tally: nobody was there",
		"bad.txt":   "dog:b",
		"empty.txt": "",
		"notes":     "x",
		"panic.txt": "panic",
		"wrong.txt": "doc:w\nmurmur Reyes: so",
	})
	db := memory(t)
	report := load(t, db, dir)
	if want := (map[store.Outcome]int{store.Added: 2}); !maps.Equal(report.Documents, want) || report.Statements != 3 {
		t.Errorf("documents %v with %d statements, want %v with 3", report.Documents, report.Statements, want)
	}
	if want := (map[graph.Kind]int{graph.Denial: 2, graph.Concern: 1}); !maps.Equal(report.Kinds, want) {
		t.Errorf("kinds %v, want %v", report.Kinds, want)
	}
	_, skipped, failed := shown(Files{Skipped: report.Skipped, Failed: report.Failed}, dir)
	expect(t, "skipped", skipped, "notes")
	expect(t, "failed", failed,
		`bad.txt:1:1: "dog:b"; allowed is doc: and a name`,
		"empty.txt: is empty; give a file with text",
		"panic.txt: the loader txt broke (out of cheese); leave the file out and report it",
		`wrong.txt: the loader txt made what cannot be (statement st:w/txt/0: kind "murmur"; allowed are attribution, denial, admission, victimhood, demand, cooperation, commitment, criticism, praise, refusal, threat, concern, assertion); leave the file out and report it`)

	must(t, os.WriteFile(dir+"/a.txt", []byte("doc:a\ndemand Reyes: show the evidence"), 0o644))
	report = load(t, db, dir+"/a.txt", dir+"/b.txt")
	if want := (map[store.Outcome]int{store.Replaced: 1, store.Unchanged: 1}); !maps.Equal(report.Documents, want) {
		t.Errorf("documents %v, want %v", report.Documents, want)
	}
	if want := (map[graph.Kind]int{graph.Demand: 1}); !maps.Equal(report.Kinds, want) {
		t.Errorf("kinds %v, want %v: what is unchanged was not added", report.Kinds, want)
	}
}

func TestHandCodedStandsWhateverTheOrder(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt":     "doc:a\ndenial Reyes: no shot was fired",
		"copy.txt":  "doc:a\ndenial Reyes: not one shot was fired",
		"z.curated": "doc:a\nvictimhood Reyes: our harbour burned",
	})
	alone := memory(t)
	load(t, alone, dir+"/z.curated")
	want := quads(t, alone)

	db := memory(t)
	report := load(t, db, dir)
	if quads(t, db) != want || report.Documents[store.Added] != 1 || report.Documents[store.Kept] != 2 {
		t.Errorf("together: %v\n%s", report.Documents, quads(t, db))
	}
	var notes []string
	for _, n := range report.Notes {
		notes = append(notes, strings.ReplaceAll(n, dir+"/", ""))
	}
	expect(t, "notes", notes,
		"a.txt: is the document of z.curated (hand-coded), which stands",
		"copy.txt: is the document of z.curated (hand-coded), which stands")

	for _, order := range [][]string{{"a.txt", "z.curated"}, {"z.curated", "a.txt"}} {
		db := memory(t)
		var last Report
		for _, name := range order {
			last = load(t, db, dir+"/"+name)
		}
		if quads(t, db) != want {
			t.Errorf("%v: %v\n%s", order, last.Documents, quads(t, db))
		}
		if order[0] == "z.curated" && (len(last.Notes) != 1 || !strings.HasSuffix(last.Notes[0], "a.txt: is a document that is hand-coded in the store; that coding stands")) {
			t.Errorf("%v: notes %q", order, last.Notes)
		}
	}
}

// TestOneDocumentFailsAlone: z uses a statement's ID of doc:a, which only the
// store can know.
func TestOneDocumentFailsAlone(t *testing.T) {
	db := memory(t)
	dir := folder(t, map[string]string{
		"a.txt": "doc:a\ndenial Reyes: no shot was fired",
		"b.txt": "doc:b\ndenial Tally: nobody was there",
		"z.txt": "doc:z",
	})
	thief := thief{lines{"txt"}}
	report, err := Load(context.Background(), db, Find([]Loader{thief}, dir), nil)
	must(t, err)
	_, _, failed := shown(Files{Failed: report.Failed}, dir)
	expect(t, "failed", failed, "z.txt: z.txt (doc:z): statement st:a/txt/0 is one of doc:a already; give it another id")
	if report.Documents[store.Added] != 2 {
		t.Errorf("documents %v, want 2 added", report.Documents)
	}
}

// thief reads z.txt as a document with the ID of a statement of another one.
type thief struct{ lines }

func (l thief) Read(path string, data []byte) ([]graph.Coding, error) {
	if !strings.HasSuffix(path, "z.txt") {
		return l.lines.Read(path, data)
	}
	codings, err := l.lines.Read(path, []byte("doc:z\ndenial Reyes: so"))
	codings[0].Statements[0].ID = "st:a/txt/0"
	return codings, err
}

// manyFiles makes n files of a few statements each, in folders.
func manyFiles(t *testing.T, n int) string {
	files := map[string]string{}
	for i := range n {
		files[fmt.Sprintf("%d/%03d.txt", i%7, i)] = fmt.Sprintf("doc:%03d\n", i) + strings.Repeat("denial Reyes: no\n", 1+i%9)
	}
	return folder(t, files)
}

func TestBatchesDoNotShow(t *testing.T) {
	dir := manyFiles(t, 400)
	whole, single := memory(t), memory(t)
	report := load(t, whole, dir)
	if 20*report.Statements <= batchQuads {
		t.Fatalf("%d statements are too few for two batches", report.Statements)
	}
	for i := range 7 {
		load(t, single, fmt.Sprint(dir, "/", 6-i))
	}
	if quads(t, single) != quads(t, whole) {
		t.Error("folder by folder gives another graph than all at once")
	}
}

func TestLoadStopsBetweenDocuments(t *testing.T) {
	dir := manyFiles(t, 900)
	ctx, cancel := context.WithCancel(context.Background())
	db := memory(t)
	_, err := Load(ctx, db, Find(fakes, dir), func(p Progress) {
		if p.Done == 600 {
			cancel()
		}
	})
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("error %v, want %v", err, context.Canceled)
	}
	documents, err := db.Documents(context.Background())
	must(t, err)
	if len(documents) == 0 || len(documents) >= 900 {
		t.Errorf("%d documents, want some of 900", len(documents))
	}
	for _, d := range documents {
		var n int
		fmt.Sscanf(d.ID, "doc:%03d", &n)
		coding, _, err := db.Coding(context.Background(), d.ID)
		if err != nil || len(coding.Statements) != 1+n%9 {
			t.Errorf("%s has %d statements, want %d; %v", d.ID, len(coding.Statements), 1+n%9, err)
		}
	}
}

func TestLoadIntoAClosedStore(t *testing.T) {
	db, err := store.Open("memory", "")
	must(t, err)
	must(t, db.Close())
	if _, err := Load(context.Background(), db, Find(fakes, manyFiles(t, 3)), nil); err == nil {
		t.Error("no error")
	}
}
