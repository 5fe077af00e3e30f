package file

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
)

func opened(t *testing.T) *DB {
	t.Helper()
	db, err := Open(filepath.Join(t.TempDir(), "store.db"), false)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func triple(subject, object quad.IRI) []quad.Quad {
	return []quad.Quad{{Subject: subject, Predicate: quad.IRI("p"), Object: object}}
}

// held returns the quads that Cayley finds, a line each, sorted.
func held(t *testing.T, tx *Tx) []string {
	t.Helper()
	qs, err := tx.Cayley()
	if err != nil {
		t.Fatal(err)
	}
	it := qs.QuadsAllIterator()
	defer it.Close()
	var out []string
	for it.Next(t.Context()) {
		var q quad.Quad
		for _, d := range quad.Directions {
			if r := qs.QuadDirection(it.Result(), d); r != nil {
				q.Set(d, qs.NameOf(r))
			}
		}
		out = append(out, q.NQuad())
	}
	if err := it.Err(); err != nil {
		t.Fatal(err)
	}
	slices.Sort(out)
	return out
}

// TestFailedWriteReopens writes two nodes and fails, as a full disk would make
// the commit fail. Nothing of it may be remembered: with a dead node remembered,
// the next quad of that node would hang on another.
func TestFailedWriteReopens(t *testing.T) {
	db := opened(t)
	before := db.db
	full := errors.New("no space left on device")
	err := db.Update(func(tx *Tx) error { return errors.Join(tx.Add(triple("a", "b")), full) })
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "store.db") {
		t.Fatalf("error %v, want one with the file's name", err)
	}
	if db.db == before {
		t.Error("the file was not reopened")
	}
	if err := db.Update(func(tx *Tx) error {
		return errors.Join(tx.Add(triple("c", "d")), tx.Add(triple("a", "d")))
	}); err != nil {
		t.Fatal(err)
	}
	var got []string
	err = db.View(func(tx *Tx) error { got = held(t, tx); return nil })
	if want := "<a> <p> <d> .|<c> <p> <d> ."; err != nil || strings.Join(got, "|") != want {
		t.Errorf("got %v, %v; want %s", got, err, want)
	}
}

// TestViewDoesNotSeeLaterWrites also shows that a view may write to the file
// from another goroutine and wait for it, which Cayley's own transactions would
// make it wait for ever.
func TestViewDoesNotSeeLaterWrites(t *testing.T) {
	db := opened(t)
	err := db.View(func(tx *Tx) error {
		if err := db.Update(func(tx *Tx) error { return tx.Add(triple("a", "b")) }); err != nil {
			return err
		}
		if n := len(held(t, tx)); n != 0 {
			t.Errorf("the view sees %d quads that came later", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := db.View(func(tx *Tx) error {
		if n := len(held(t, tx)); n != 1 {
			t.Errorf("the next view sees %d quads, want 1", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
