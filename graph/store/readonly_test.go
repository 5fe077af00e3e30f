package store_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"go.etcd.io/bbolt"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"
)

func openReadOnly(t *testing.T, backend, path string) *store.Store {
	t.Helper()
	db, err := store.OpenReadOnly(backend, path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// TestStoreInUse has readers next to each other, and a writer next to nobody.
func TestStoreInUse(t *testing.T) {
	path := filled(t)
	inUse := "store " + path + " is in use by another process; wait for it to end, or name another store"
	refused := func(open func(string, string) (*store.Store, error)) {
		t.Helper()
		if _, err := open("bolt", path); err == nil || err.Error() != inUse {
			t.Errorf("got %v, want %s", err, inUse)
		}
	}
	one, other := openReadOnly(t, "bolt", path), openReadOnly(t, "bolt", path)
	if a, b := quads(t, one), quads(t, other); a == "" || a != b {
		t.Errorf("readers differ: %s", difference(a, b))
	}
	refused(store.Open)
	for _, db := range []*store.Store{one, other} {
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	open(t, "bolt", path)
	refused(store.OpenReadOnly)
	refused(store.Open)
}

func TestReadOnlyRefusesWrites(t *testing.T) {
	for _, backend := range store.Backends() {
		t.Run(backend, func(t *testing.T) {
			path := storetest.Place(t, backend)
			first := open(t, backend, path)
			put(t, first, archive())
			if err := first.Close(); err != nil {
				t.Fatal(err)
			}
			db := openReadOnly(t, backend, path)
			before := quads(t, db)
			_, _, put := db.Put(t.Context(), []graph.Coding{gazette()}, nil)
			_, remove := db.Remove(t.Context(), gazette().Document.ID, nil)
			read := db.ReadQuads(t.Context(), strings.NewReader(""), nil)
			for _, err := range []error{put, remove, read} {
				if want := "the store is open for reading only; open it with Open to write"; err == nil || err.Error() != want {
					t.Errorf("got %v, want %s", err, want)
				}
			}
			if quads(t, db) != before {
				t.Error("something was written")
			}
		})
	}
}

func TestReadOnlyMakesNoFile(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "folder")
	path := filepath.Join(folder, "store.db")
	_, err := store.OpenReadOnly("bolt", path)
	if want := "no store at " + path + "; load documents into one first, or name another store"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	if _, err := os.Stat(folder); err == nil {
		t.Error("a folder was made")
	}
}

// TestReadOnlyOfAnUnfinishedFile reads what a load leaves that is killed before
// it has made anything.
func TestReadOnlyOfAnUnfinishedFile(t *testing.T) {
	empty, early := filepath.Join(t.TempDir(), "empty.db"), filepath.Join(t.TempDir(), "early.db")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := bbolt.Open(early, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{empty, early} {
		if got := quads(t, openReadOnly(t, "bolt", path)); got != "" {
			t.Errorf("%s: read %s", path, got)
		}
		put(t, open(t, "bolt", path), gazette())
	}
}

// A process that waits for a store gets the one that is put in its place meanwhile: what it
// wrote to the old one would be lost.
func TestStoreThatIsReplaced(t *testing.T) {
	path, other := small(t), filepath.Join(t.TempDir(), "other.db")
	fresh := open(t, "bolt", other)
	put(t, fresh, archive())
	want := quads(t, fresh)
	old := open(t, "bolt", path)
	if err := fresh.Close(); err != nil {
		t.Fatal(err)
	}
	waited := make(chan *store.Store, 1)
	go func() {
		db, err := store.Open("bolt", path)
		if err != nil {
			t.Error(err)
		}
		waited <- db
	}()
	time.Sleep(200 * time.Millisecond)
	if err := errors.Join(os.Rename(other, path), old.Close()); err != nil {
		t.Fatal(err)
	}
	db := <-waited
	if db == nil {
		return
	}
	defer db.Close()
	if got := quads(t, db); got != want {
		t.Error(difference(got, want))
	}
}
