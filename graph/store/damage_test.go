package store_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

// filled returns the path of a closed store with some documents.
func filled(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "new", "folder", "store.db")
	db := open(t, "bolt", path)
	for batch := range synthetic.Batches(1, 400, 400) {
		if _, _, err := db.Put(t.Context(), batch.Codings, batch.Link); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReopenedStoreIsTheSame(t *testing.T) {
	path := filled(t)
	db := open(t, "bolt", path)
	fresh := open(t, "memory", "")
	for batch := range synthetic.Batches(1, 400, 400) {
		if _, _, err := fresh.Put(t.Context(), batch.Codings, batch.Link); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := quads(t, db), quads(t, fresh); got != want {
		t.Error(difference(got, want))
	}
}

// An earlier version kept other indexes, without which a file seems to have nothing in it.
func TestStoreOfAnEarlierVersion(t *testing.T) {
	path := filled(t)
	db, err := bbolt.Open(path, 0o600, nil)
	if err != nil {
		t.Fatal(err)
	}
	err = db.Update(func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("subjects")) })
	if err = errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	want := "store " + path + " was made by an earlier version; run counterclaim rebuild"
	if _, err := store.Open("bolt", path); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}

func TestDamagedStore(t *testing.T) {
	whole, err := os.ReadFile(filled(t))
	if err != nil {
		t.Fatal(err)
	}
	garbage := bytes.Repeat([]byte("no store "), 10_000)
	for name, content := range map[string][]byte{
		"text":             garbage,
		"one byte":         {1},
		"cut in the head":  whole[:5000],
		"cut further on":   whole[:1<<20],
		"head, then trash": append(bytes.Clone(whole[:8192]), bytes.Repeat([]byte{0xff}, len(whole))...),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store.db")
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			for _, open := range []func(string, string) (*store.Store, error){store.OpenReadOnly, store.Open} {
				db, err := open("bolt", path)
				if err == nil {
					db.Close()
					t.Fatal("opened")
				}
				for _, want := range []string{path, "damaged or no store", "restore a backup, run counterclaim rebuild, or move it away and load the documents again"} {
					if !strings.Contains(err.Error(), want) {
						t.Errorf("error %q does not say %q", err, want)
					}
				}
				if strings.Contains(err.Error(), "\n") {
					t.Errorf("more than a line: %q", err)
				}
			}
		})
	}
}

func TestPlaceThatCannotBeWritten(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	readOnly := filepath.Join(t.TempDir(), "folder")
	if err := os.Mkdir(readOnly, 0o500); err != nil {
		t.Fatal(err)
	}
	paths := []string{filepath.Join(file, "store.db"), t.TempDir()}
	if os.Geteuid() != 0 { // root may write anywhere
		paths = append(paths, filepath.Join(readOnly, "store.db"))
	}
	for _, path := range paths {
		if _, err := store.Open("bolt", path); err == nil || !strings.Contains(err.Error(), "open store "+path) {
			t.Errorf("%s: error %v", path, err)
		}
	}
}

// A file that does not say which indexes it has, as earlier versions left it when they were
// killed at the right moment, would seem to be empty.
func TestStoreWithoutItsIndexes(t *testing.T) {
	path := small(t)
	change(t, path, func(tx *bbolt.Tx) error { return tx.Bucket([]byte("meta")).Delete([]byte("indexes")) })
	want := "store " + path + " was made by an earlier version; run counterclaim rebuild"
	if _, err := store.OpenReadOnly("bolt", path); err == nil || err.Error() != want {
		t.Errorf("got  %v\nwant %s", err, want)
	}
}
