package loaders

import (
	"context"
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
	"testing/fstest"

	"counterclaim/graph/store"
	"counterclaim/loaders/actors"
)

// said are invented sentences of which articles are made below.
var said = []string{
	"Norreland's interior minister, Aksel Brandt, accused Veldany of attacking the harbour's computers.",
	"“We had nothing to do with the harbour of Stavik,” Foreign Ministry spokeswoman Mirela Osk said.",
	"Veldany denied the accusation.",
	"Veldany is a victim of hackers itself, Osk said on Friday.",
	"Brandt may have been told otherwise, according to an official in Norreland who asked not to be named.",
	"“More than 40 ships could not leave,” said Aksel Brandt, Norreland's interior minister.",
	"The government of Veldany called on Norreland to show its evidence.",
	"Norreland rejected the demand.",
	"“They attacked the harbour’s computers”, Brandt said, “and they will do it again.”",
}

// randomArticles returns invented articles by name, some of which are one document:
// the same text under another name, or another text under the same citation, with
// another name or the same in another folder.
func randomArticles(random *rand.Rand) fstest.MapFS {
	out := fstest.MapFS{}
	for i := range 1 + random.IntN(8) {
		outlet := []string{"Coastal Wire", "Harbour Gazette", "Stavik Post"}[random.IntN(3)]
		text := fmt.Sprintf("%s\nThe harbour, part %d\n%s, %d May 2031\n\n", outlet, i, outlet, 1+random.IntN(28))
		for _, s := range random.Perm(len(said))[:1+random.IntN(len(said))] {
			text += said[s] + "\n\n"
		}
		name := fmt.Sprintf("%c%d.txt", 'a'+random.IntN(26), i)
		out["new/"+name] = &fstest.MapFile{Data: []byte(text)}
		switch random.IntN(5) {
		case 0:
			out[fmt.Sprintf("new/%c%d-copy.txt", 'a'+random.IntN(26), i)] = &fstest.MapFile{Data: []byte(text)}
		case 1:
			out[fmt.Sprintf("new/%c%d-edited.txt", 'a'+random.IntN(26), i)] = &fstest.MapFile{Data: []byte(text + said[0] + "\n")}
		case 2:
			out["old/"+name] = &fstest.MapFile{Data: []byte(text + said[random.IntN(len(said))] + "\n")}
		}
	}
	return out
}

// originals leaves of the files one for each document: what stands in db.
func originals(t *testing.T, all []Loader, files fstest.MapFS, db *store.Store) fstest.MapFS {
	t.Helper()
	out := fstest.MapFS{}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		codings, _, _, err := Extract(context.Background(), FindFS(all, fstest.MapFS{name: files[name]}), nil)
		must(t, err)
		one, _, err := db.Coding(context.Background(), codings[0].Document.ID)
		must(t, err)
		if one.Document == codings[0].Document {
			out[name] = files[name]
		}
	}
	return out
}

// TestInventedArticlesInAnyOrder loads random articles, and some of the seeds', one by
// one in a random order. What a document makes of its speakers' sides must not show in
// what its statements answer elsewhere.
func TestInventedArticlesInAnyOrder(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	all := All(book)
	seeded := everything(t, all)
	for seed := range uint64(20) {
		random := rand.New(rand.NewPCG(seed, 2))
		files := randomArticles(random)
		for _, name := range slices.Sorted(maps.Keys(seeded)) {
			if random.IntN(6) == 0 {
				files[name] = seeded[name]
			}
		}
		whole := memory(t)
		loadSome(t, whole, all, files, slices.Collect(maps.Keys(files)))
		files = originals(t, all, files, whole)
		apart := memory(t)
		names := slices.Sorted(maps.Keys(files))
		for _, i := range random.Perm(len(names)) {
			loadSome(t, apart, all, files, names[i:i+1])
		}
		if got, want := quads(t, apart), quads(t, whole); got != want {
			t.Fatalf("seed %d: one by one gives another graph than together: %s", seed, firstDifference(got, want))
		}
	}
}
