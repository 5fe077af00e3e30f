package loaders

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"go.etcd.io/bbolt"

	"counterclaim/graph/store"
	"counterclaim/loaders/actors"
	"counterclaim/seeds"
)

// A store that is damaged in any of these ways is sound again once it is rebuilt: it is what
// it was, or lacks what is said to be lost, and loading that again makes it what it was.
func TestRebuildOfDamagedStore(t *testing.T) {
	for _, c := range []struct {
		name  string
		loses bool // something that has to be loaded again
		spoil func(tx *bbolt.Tx) error
	}{
		{"sound", false, func(*bbolt.Tx) error { return nil }},
		{"an earlier version's, without an index", false, func(tx *bbolt.Tx) error { return tx.DeleteBucket([]byte("subjects")) }},
		{"killed while it was made", false, func(tx *bbolt.Tx) error { return tx.Bucket([]byte("meta")).Delete([]byte("indexes")) }},
		{"entries of an index lost", false, func(tx *bbolt.Tx) error { return lose(tx, "objects", 7) }},
		{"all counts lost", false, func(tx *bbolt.Tx) error {
			return each(tx, "v", 1, func(b *bbolt.Bucket, key []byte) error { return b.Put(key, b.Get(key)[:1]) })
		}},
		{"names of nodes lost", false, func(tx *bbolt.Tx) error { return lose(tx, "v", 20) }},
		{"another size", false, func(tx *bbolt.Tx) error {
			return tx.Bucket([]byte("meta")).Put([]byte("size"), binary.LittleEndian.AppendUint64(nil, 3))
		}},
		{"quads and nodes lost", true, func(tx *bbolt.Tx) error { return lose(tx, "log", 200) }},
		{"words changed", true, func(tx *bbolt.Tx) error { return reword(tx, "National Computer Network", "Rational Computer Network") }},
		{"many entries of the log trash", true, func(tx *bbolt.Tx) error { return trash(tx, 150) }},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "seeds.db")
			want := seeded(t, path)
			file, err := bbolt.Open(path, 0o600, nil)
			must(t, err)
			must(t, errors.Join(file.Update(c.spoil), file.Close()))
			db, report := rebuilt(t, path)
			soundStore(t, db)
			if lost := len(report.Lost)+len(report.Misfits) > 0; lost != c.loses {
				t.Errorf("lost %v, misfits %v", report.Lost, report.Misfits)
			}
			if c.loses {
				loadSeeds(t, db)
				soundStore(t, db)
			}
			if got := quads(t, db); got != want {
				t.Errorf("not what it was: %d quads, were %d", strings.Count(got, "\n"), strings.Count(want, "\n"))
			}
		})
	}
}

// seeded makes a store of the seeds and returns its quads.
func seeded(t *testing.T, path string) string {
	t.Helper()
	db, err := store.Open("bolt", path)
	must(t, err)
	loadSeeds(t, db)
	want := quads(t, db)
	must(t, db.Close())
	return want
}

func loadSeeds(t *testing.T, db *store.Store) {
	t.Helper()
	book, err := actors.Seeded()
	must(t, err)
	report, err := Load(t.Context(), db, FindFS(All(book), seeds.Files, "statements", "articles"), nil)
	must(t, errors.Join(append(report.Failed, err)...))
}

// rebuilt rebuilds a store's file as the command does.
func rebuilt(t *testing.T, path string) (*store.Store, Rebuilt) {
	t.Helper()
	old, err := store.OpenSalvage(path)
	must(t, err)
	defer old.Close()
	between, db := memory(t), memory(t)
	must(t, old.Into(t.Context(), between, nil))
	report, err := Rebuild(t.Context(), between, db, nil)
	must(t, err)
	return db, report
}

func soundStore(t *testing.T, db *store.Store) {
	t.Helper()
	found, err := db.CheckDeep(t.Context(), nil)
	must(t, err)
	for _, m := range found.Misfits {
		t.Error(m)
	}
}

// each calls fn with every n-th entry of a bucket.
func each(tx *bbolt.Tx, bucket string, n int, fn func(b *bbolt.Bucket, key []byte) error) error {
	b := tx.Bucket([]byte(bucket))
	var keys [][]byte
	r := rand.New(rand.NewPCG(1, uint64(n)))
	err := b.ForEach(func(key, _ []byte) error {
		if r.IntN(n) == 0 {
			keys = append(keys, append([]byte(nil), key...))
		}
		return nil
	})
	for _, key := range keys {
		err = errors.Join(err, fn(b, key))
	}
	return err
}

func lose(tx *bbolt.Tx, bucket string, n int) error {
	return each(tx, bucket, n, func(b *bbolt.Bucket, key []byte) error { return b.Delete(key) })
}

func trash(tx *bbolt.Tx, n int) error {
	return each(tx, "log", n, func(b *bbolt.Bucket, key []byte) error { return b.Put(key, []byte{0xff, 0xff}) })
}

func reword(tx *bbolt.Tx, from, to string) error {
	log, done := tx.Bucket([]byte("log")), false
	c := log.Cursor()
	for key, entry := c.First(); key != nil && !done; key, entry = c.Next() {
		if text := string(entry); strings.Contains(text, from) {
			done = true
			if err := log.Put(append([]byte(nil), key...), []byte(strings.Replace(text, from, to, 1))); err != nil {
				return err
			}
		}
	}
	if !done {
		return fmt.Errorf("no entry has %q", from)
	}
	return nil
}
