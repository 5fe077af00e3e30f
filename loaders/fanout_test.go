package loaders

import (
	"bytes"
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"counterclaim/graph/store"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/jsonl"
)

// inLines returns what the files say as JSON Lines.
func inLines(t *testing.T, all []Loader, files fstest.MapFS, least float64) []byte {
	t.Helper()
	found := FindFS(all, files)
	found.MinConfidence = least
	var out bytes.Buffer
	w := jsonl.NewWriter(&out)
	report, err := ExtractEach(context.Background(), found, nil, w.Write)
	must(t, err)
	if len(report.Failed) > 0 {
		t.Fatal(report.Failed)
	}
	must(t, w.End())
	return out.Bytes()
}

// inShards splits the files at random, and returns each part in lines; some lines go
// into a file of their own, as split -l would have it.
func inShards(t *testing.T, all []Loader, files fstest.MapFS, least float64, random *rand.Rand) fstest.MapFS {
	t.Helper()
	parts := make([]fstest.MapFS, 1+random.IntN(4))
	for i := range parts {
		parts[i] = fstest.MapFS{}
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		parts[random.IntN(len(parts))][name] = files[name]
	}
	out := fstest.MapFS{}
	for _, part := range parts {
		lines := bytes.SplitAfter(inLines(t, all, part, least), []byte("\n"))
		lines = lines[:len(lines)-1]
		random.Shuffle(len(lines)-1, func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		cut := random.IntN(len(lines))
		for _, some := range [][][]byte{lines[:cut], lines[cut:]} {
			if len(some) > 0 {
				out[fmt.Sprintf("%08x.jsonl", random.Uint32())] = &fstest.MapFile{Data: bytes.Join(some, nil)}
			}
		}
	}
	return out
}

func loadFS(t *testing.T, db *store.Store, all []Loader, files fstest.MapFS, least float64) Report {
	t.Helper()
	found := FindFS(all, files)
	found.MinConfidence = least
	report, err := Load(context.Background(), db, found, nil)
	must(t, err)
	if len(report.Failed) > 0 {
		t.Fatal(report.Failed)
	}
	return report
}

// TestShardsMakeTheGraphOfTheirFiles extracts random articles and hand-coded files in
// random shards, and loads these in random order, together or one by one, beside some
// of the files themselves. Statements that are not sure enough are left out by the one,
// by the other or by both.
func TestShardsMakeTheGraphOfTheirFiles(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	all := All(book)
	seeded := everything(t, all)
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 2))
		files := randomArticles(random)
		for _, name := range slices.Sorted(maps.Keys(seeded)) {
			if random.IntN(6) == 0 || seed == 0 {
				files[name] = seeded[name]
			}
		}
		least := []float64{0, .6, .9}[random.IntN(3)]
		early := least * float64(random.IntN(2))
		whole := memory(t)
		loadFS(t, whole, all, files, least)
		want := quads(t, whole)

		shards := inShards(t, all, files, early, random)
		for _, name := range slices.Sorted(maps.Keys(files)) {
			if random.IntN(8) == 0 {
				shards[name] = files[name]
			}
		}
		together := memory(t)
		loadFS(t, together, all, shards, least)
		if got := quads(t, together); got != want {
			t.Fatalf("seed %d: shards give another graph than files: %s", seed, firstDifference(got, want))
		}

		single := memory(t)
		loadFS(t, single, all, fstest.MapFS{"all.jsonl": {Data: inLines(t, all, shards, early)}}, least)
		if got := quads(t, single); got != want {
			t.Fatalf("seed %d: shards of shards give another graph: %s", seed, firstDifference(got, want))
		}

		apart := memory(t)
		loadFS(t, apart, all, originals(t, all, files, whole), least)
		if got := quads(t, apart); got != want {
			t.Fatalf("seed %d: %s", seed, firstDifference(got, want))
		}
		apart = memory(t)
		shards = inShards(t, all, originals(t, all, files, whole), early, random)
		names := slices.Sorted(maps.Keys(shards))
		for _, i := range random.Perm(len(names)) {
			loadFS(t, apart, all, subset(shards, names[i:i+1]), least)
		}
		if got := quads(t, apart); got != want {
			t.Fatalf("seed %d: shard by shard gives another graph: %s", seed, firstDifference(got, want))
		}
	}
}

// TestSeedsComeBackFromTheirLines: every coding of the seeds is the same again.
func TestSeedsComeBackFromTheirLines(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	all := All(book)
	codings, _, _, err := Extract(context.Background(), FindFS(all, everything(t, all)), nil)
	must(t, err)
	if len(codings) < 10 {
		t.Fatalf("%d codings", len(codings))
	}
	for _, c := range codings {
		line, err := jsonl.Append(nil, &c)
		must(t, err)
		back, err := jsonl.Parse(line)
		must(t, err)
		if got, want := back.Canonical(), c.Canonical(); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", c.Document.Name, got, want)
		}
	}
}

// TestACopyInAnotherShard: which of two copies stands depends on their names alone.
func TestACopyInAnotherShard(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	all := All(book)
	article := func(name string) fstest.MapFS {
		return fstest.MapFS{name: {Data: []byte("This report is invented.\n\n" + strings.Join(said, "\n\n"))}}
	}
	shards := fstest.MapFS{
		"1.jsonl": {Data: inLines(t, all, article("copy.txt"), 0)},
		"2.jsonl": {Data: inLines(t, all, article("a.txt"), 0)},
	}
	db := memory(t)
	report := loadFS(t, db, all, shards, 0)
	if report.Documents[store.Added] != 1 || report.Documents[store.Kept] != 1 || report.Documents[store.Replaced] != 0 {
		t.Errorf("documents %v", report.Documents)
	}
	expect(t, "notes", report.Notes, "1.jsonl: copy.txt: is the document of 2.jsonl: a.txt, which stands")
	documents, err := db.Documents(context.Background())
	must(t, err)
	if len(documents) != 1 || documents[0].Name != "a.txt" {
		t.Errorf("documents %+v", documents)
	}
}

// TestACopyAfterManyOthers: the copy that stands comes when the other one has long
// been put into the store.
func TestACopyAfterManyOthers(t *testing.T) {
	lines := wireLines(t, 600)
	lines = lines[:600]
	copied := bytes.Replace(lines[0], []byte(`"doc_id":"000.txt"`), []byte(`"doc_id":"copy.txt"`), 1)
	forth := append([][]byte{copied}, append(slices.Clone(lines[1:]), lines[0])...)
	back := slices.Clone(forth)
	slices.Reverse(back)
	var want string
	for _, order := range [][][]byte{lines, forth, back} {
		db := memory(t)
		report := loadFS(t, db, []Loader{jsonl.Loader{}}, fstest.MapFS{"a.jsonl": {Data: bytes.Join(order, nil)}}, 0)
		if report.Statements*20 <= batchQuads {
			t.Fatalf("%d statements are too few for two batches", report.Statements)
		}
		got := quads(t, db)
		if want == "" {
			want = got
		}
		if got != want {
			t.Errorf("another graph: %s", firstDifference(got, want))
		}
	}
}
