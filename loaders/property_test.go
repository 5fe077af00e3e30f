package loaders

import (
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/actors"
	"counterclaim/seeds"
)

// wireReport is an invented text that answers one of the seeds' invented articles.
// handCoded below is the same document, coded by hand.
const wireReport = `Coastal Wire
Veldany says ferry timetable was attacked too
By Rune Halle
Coastal Wire, 9 May 2031

Veldany is a victim of hackers itself, Foreign Ministry spokeswoman Mirela Osk said on Friday.

"We had nothing to do with the harbour of Stavik," Osk said. "The accusation of Norreland is groundless."

Norreland's interior minister, Aksel Brandt, accused Veldany of attacking the harbour's computers.
`

const handCodedReport = `name: coastal-wire-2031-05-09
document: {title: Veldany says ferry timetable was attacked too, id: %s}
statements:
  - id: not-us
    kinds: [denial, victimhood]
    speaker: Mirela Osk
    target: Norreland
    about: [cyber attack]
    text: Her country, she holds, is attacked and attacks nobody.
    answers:
      - {statement: blamed, relation: denies}
      - {statement: another-file/later, relation: doubts}
  - {id: blamed, kind: attribution, speaker: Aksel Brandt, target: Veldany, about: cyber attack, text: He holds that Veldany did it.}
`

const anotherFile = `name: another-file
document: {url: https://example.org/another-file}
answers: complete
statements:
  - {id: later, kind: attribution, speaker: unnamed Norrish official, target: Veldany, about: cyber attack, text: It came from Aldermere.}
`

// everything is the seeds, and the texts above, one of them in two codings.
func everything(t *testing.T, all []Loader) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{"wire.txt": {Data: []byte(wireReport)}, "another.yaml": {Data: []byte(anotherFile)}}
	for _, pattern := range []string{"statements/*.yaml", "articles/*.txt"} {
		names, err := fs.Glob(seeds.Files, pattern)
		must(t, err)
		for _, name := range names {
			data, err := seeds.Files.ReadFile(name)
			must(t, err)
			out[name] = &fstest.MapFile{Data: data}
		}
	}
	codings, _, report, err := Extract(context.Background(), FindFS(all, fstest.MapFS{"wire.txt": out["wire.txt"]}), nil)
	if err != nil || len(report.Failed) > 0 {
		t.Fatal(err, report.Failed)
	}
	out["wire.yaml"] = &fstest.MapFile{Data: fmt.Appendf(nil, handCodedReport, codings[0].Document.ID)}
	return out
}

// TestGraphIsAFunctionOfTheFiles loads random sets of files together, and then in
// random batches, some twice, some removed in between, and compares the graphs
// byte for byte, and their contrasts with those found without a store.
func TestGraphIsAFunctionOfTheFiles(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	all := All(book)
	files := everything(t, all)
	names := slices.Sorted(maps.Keys(files))
	for seed := range uint64(12) {
		random := rand.New(rand.NewPCG(seed, 0))
		random.Shuffle(len(names), func(i, j int) { names[i], names[j] = names[j], names[i] })
		chosen := slices.Clone(names[:1+random.IntN(len(names))])
		if seed == 0 {
			chosen = slices.Clone(names)
		}
		whole := memory(t)
		loadSome(t, whole, all, files, chosen)

		db := memory(t)
		for some := range slices.Chunk(chosen, 1+random.IntN(4)) {
			loadSome(t, db, all, files, some)
			removeOne(t, db, random)
		}
		for _, i := range random.Perm(len(chosen)) {
			loadSome(t, db, all, files, chosen[i:i+1])
		}
		if got, want := quads(t, db), quads(t, whole); got != want {
			t.Errorf("seed %d: %v one by one gives another graph than together: %s", seed, chosen, firstDifference(got, want))
		}
		sameContrasts(t, whole, all, files, chosen)
	}
}

func subset(files fstest.MapFS, names []string) fstest.MapFS {
	out := fstest.MapFS{}
	for _, name := range names {
		out[name] = files[name]
	}
	return out
}

func loadSome(t *testing.T, db *store.Store, all []Loader, files fstest.MapFS, names []string) {
	t.Helper()
	report, err := Load(context.Background(), db, FindFS(all, subset(files, names)), nil)
	must(t, err)
	if len(report.Failed) > 0 {
		t.Fatal(report.Failed)
	}
}

func removeOne(t *testing.T, db *store.Store, random *rand.Rand) {
	t.Helper()
	documents, err := db.Documents(context.Background())
	must(t, err)
	there, err := db.Remove(context.Background(), documents[random.IntN(len(documents))].ID, Linker(db))
	if err != nil || !there {
		t.Fatal(there, err)
	}
}

// sameContrasts checks that Extract finds the contrasts that the store has.
func sameContrasts(t *testing.T, db *store.Store, all []Loader, files fstest.MapFS, names []string) {
	t.Helper()
	_, contrasts, _, err := Extract(context.Background(), FindFS(all, subset(files, names)), nil)
	must(t, err)
	stats, err := db.Stats(context.Background())
	must(t, err)
	relations := map[graph.Relation]int{}
	for _, c := range contrasts {
		relations[c.Relation]++
	}
	if !maps.Equal(relations, stats.Relations) {
		t.Errorf("%v: without a store %v, with it %v", names, relations, stats.Relations)
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("\ngot  %s\nwant %s", g[i], w[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(g), len(w))
}
