package loaders

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"testing/fstest"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/actors"
)

// counted counts what its loader reads.
type counted struct {
	Loader
	reads *atomic.Int64
}

func (c counted) Read(path string, data []byte) ([]graph.Coding, error) {
	c.reads.Add(1)
	return c.Loader.Read(path, data)
}

// TestLoadGoesOnReading interrupts a load into an empty store while it reads. The load that
// follows reads none of what was read, but what has changed since, and makes the graph that
// one load makes. One with other actors reads all anew.
func TestLoadGoesOnReading(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	files := manyArticles(700)
	var reads atomic.Int64
	var all []Loader
	for _, l := range All(book) {
		all = append(all, counted{l, &reads})
	}
	path := filepath.Join(t.TempDir(), "store.db")
	db := openStore(t, "bolt", path)
	load := func(stopAt int, known string) Report {
		t.Helper()
		reads.Store(0)
		ctx, stop := context.WithCancel(t.Context())
		defer stop()
		found := FindFS(all, files)
		found.Book = known
		r, err := Load(ctx, db, found, func(at Progress) {
			if at.Step == "reading" && at.Done == stopAt {
				stop()
			}
		})
		if stopAt == 0 {
			must(t, err)
		} else if !errors.Is(err, context.Canceled) {
			t.Fatalf("interrupted: %v", err)
		}
		return r
	}
	read := func(notes []string) (n int) {
		if len(notes) == 1 {
			fmt.Sscanf(notes[0], "files that an interrupted load had read: %d", &n)
		}
		return n
	}

	load(450, book.Digest())
	load(500, book.Digest())
	change := func(name, more string) { // in a copy: an interrupted load may still be in the midst of a file
		files = maps.Clone(files)
		files[name] = &fstest.MapFile{Data: []byte(string(files[name].Data) + more)}
	}
	change("0350.txt", said[0])
	load(550, "other actors")
	if n := reads.Load(); n < 550 {
		t.Errorf("with other actors %d files were read; all 550 should have been", n)
	}
	load(550, book.Digest())
	if n := reads.Load(); n < 550 {
		t.Errorf("what was read with other actors was kept: only %d files were read", n)
	}
	change("0400.txt", said[1])
	report := load(0, book.Digest())
	known := read(report.Notes)
	if known < 200 || int(reads.Load())+known != len(files) {
		t.Errorf("of %d files %d were read, and %q", len(files), reads.Load(), report.Notes)
	}
	if left, _ := filepath.Glob(path + ".*"); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
	want := openStore(t, "memory", "")
	_, err = Load(t.Context(), want, FindFS(All(book), files), nil)
	must(t, err)
	same(t, db, want)
}

// manyArticles returns invented articles, each of four statements.
func manyArticles(n int) fstest.MapFS {
	random := rand.New(rand.NewPCG(3, 1))
	files := fstest.MapFS{}
	for i := range n {
		text := fmt.Sprintf("Coastal Wire\nThe harbour, part %d\nCoastal Wire, %d May 2031\n\n", i, 1+i%28)
		for _, s := range random.Perm(len(said))[:4] {
			text += said[s] + "\n\n"
		}
		files[fmt.Sprintf("%04d.txt", i)] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// TestWhatIsLeftGoes interrupts a load into an empty store, and then fills the store otherwise:
// what the load has left is of no use then.
func TestWhatIsLeftGoes(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	all, files := All(book), manyArticles(700)
	other := memory(t)
	loadSome(t, other, all, files, []string{"0001.txt"})
	for name, fill := range map[string]func(*store.Store) error{
		"N-Quads": func(db *store.Store) error {
			return db.ReadQuads(t.Context(), strings.NewReader(quads(t, other)), nil)
		},
		"one article, and then many": func(db *store.Store) error {
			loadSome(t, db, all, files, []string{"0001.txt"})
			_, err := Load(t.Context(), db, FindFS(all, files), nil)
			return err
		},
	} {
		path := filepath.Join(t.TempDir(), "store.db")
		db := openStore(t, "bolt", path)
		ctx, stop := context.WithCancel(t.Context())
		found := FindFS(all, files)
		found.Book = book.Digest()
		_, err := Load(ctx, db, found, func(at Progress) {
			if at.Done == 600 {
				stop()
			}
		})
		if want := path + ".building"; !errors.Is(err, context.Canceled) || db.Unfinished() != want {
			t.Fatalf("%s: interrupted: %v; left %q, want %q", name, err, db.Unfinished(), want)
		}
		must(t, fill(db))
		if left := db.Unfinished(); left != "" {
			t.Errorf("%s: left %s", name, left)
		}
	}
}

// keep returns a journal in a new file.
func keep(t testing.TB, path string) *journal {
	t.Helper()
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o644)
	if err == nil {
		j := &journal{}
		if err = j.open(file); err == nil {
			t.Cleanup(j.close)
			return j
		}
	}
	t.Fatal(err)
	return nil
}

// readings returns what is read of the seeds and of invented articles, by reading.
func readings(t *testing.T) map[reading][]graph.Coding {
	t.Helper()
	book, err := actors.Seeded()
	must(t, err)
	all := All(book)
	files := everything(t, all)
	maps.Copy(files, randomArticles(rand.New(rand.NewPCG(7, 7))))
	out := map[reading][]graph.Coding{}
	for _, f := range FindFS(all, files).list {
		data, err := fs.ReadFile(f.fsys, f.name)
		must(t, err)
		r := f.read(nil)
		must(t, r.err)
		out[readingOf(f, data)] = r.codings
	}
	return out
}

// TestJournal keeps readings and finds them in another process's journal of the same file,
// and of that file cut or changed anywhere: each as it was, or not at all.
func TestJournal(t *testing.T) {
	want := readings(t)
	path := filepath.Join(t.TempDir(), "journal")
	j := keep(t, path)
	for r, codings := range want {
		j.add(r, codings)
	}
	j.close()
	whole, err := os.ReadFile(path)
	must(t, err)
	found := func(j *journal) (n int) {
		t.Helper()
		for r, codings := range want {
			got, ok := j.find(r)
			if !ok {
				continue
			}
			n++
			for i := range codings {
				if a, b := got[i].Canonical(), codings[i].Canonical(); !reflect.DeepEqual(a, b) {
					t.Fatalf("%s: got %+v\nwant %+v", b.Document.Name, a, b)
				}
			}
			if len(got) != len(codings) {
				t.Fatalf("%d codings, want %d", len(got), len(codings))
			}
		}
		return n
	}
	if n := found(keep(t, path)); n != len(want) {
		t.Errorf("%d readings of %d are found", n, len(want))
	}
	random := rand.New(rand.NewPCG(1, 9))
	for range 60 {
		damaged := slices.Clone(whole)
		if random.IntN(2) == 0 {
			damaged = damaged[:random.IntN(len(damaged))]
		} else {
			damaged[random.IntN(len(damaged))] ^= byte(1 + random.IntN(255))
		}
		path := filepath.Join(t.TempDir(), "damaged")
		must(t, os.WriteFile(path, damaged, 0o644))
		j := keep(t, path)
		if n := found(j); n >= len(want) {
			t.Errorf("of a damaged file all are found")
		}
		for r, codings := range want { // what is missing is kept anew
			if _, ok := j.find(r); !ok {
				j.add(r, codings)
			}
		}
		j.close()
		if n := found(keep(t, path)); n != len(want) {
			t.Errorf("%d readings of %d are found when they were kept anew", n, len(want))
		}
	}
}

// FuzzJournal opens anything as a journal, finds what it can in it, and keeps more.
func FuzzJournal(f *testing.F) {
	one := []graph.Coding{{Document: graph.Document{ID: "doc:one", Name: "one", Format: "article", Text: "No one came."}}}
	record, err := appendRecord(reading{1}, one)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(record)
	f.Add(record[:len(record)-1])
	f.Add(append(record, record...))
	f.Add([]byte("a text that is no journal at all, and long enough"))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "journal")
		must(t, os.WriteFile(path, data, 0o644))
		j := keep(t, path)
		for r := range j.at {
			j.find(r)
		}
		j.add(reading{2}, one)
		j.close()
		if got, ok := keep(t, path).find(reading{2}); !ok || !reflect.DeepEqual(got, one) {
			t.Errorf("found %v, %v", got, ok)
		}
	})
}
