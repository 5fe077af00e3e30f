package store

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv/kvtest"
	"github.com/cayleygraph/quad"
	hidalgo "github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
)

// TestCayleysSuite runs Cayley's own tests of key-value stores on the adapter, with
// our indexes. They write as Cayley does, and look for their graph four folders up.
func TestCayleysSuite(t *testing.T) {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Skip("no go command to find Cayley's test data with")
	}
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(dir)), "data", "testdata.nq"))
	if err != nil {
		t.Skip(err)
	}
	root := t.TempDir()
	deep := filepath.Join(root, "a", "b", "c", "d")
	for _, d := range []string{deep, filepath.Join(root, "data")} {
		if err := os.MkdirAll(d, 0o755); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(root, "data", "testdata.nq"), data, 0o644); err != nil {
		t.Fatal(err)
	}
	t.Chdir(deep)
	setIndexes()
	kvtest.TestAll(t, func(t testing.TB) (hidalgo.KV, cayleygraph.Options, func()) {
		db, err := bbolt.Open(filepath.Join(t.TempDir(), "store.db"), 0o600, &bbolt.Options{NoSync: true})
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(func(tx *bbolt.Tx) error {
			for _, x := range indexes {
				if _, err := tx.CreateBucket([]byte(x.bucket)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		return &writtenByCayley{bboltKV{db}}, nil, func() { db.Close() }
	}, nil)
}

// TestFailedWriteReopens writes two nodes and fails, as a full disk would make
// the commit fail. Nothing of it may be remembered: with a dead node remembered,
// the next quad of that node would hang on another.
func TestFailedWriteReopens(t *testing.T) {
	b, err := openBolt(filepath.Join(t.TempDir(), "store.db"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	before := b.(*bolt).db
	add := func(h *handle, subject, object quad.IRI) error {
		return newWalker(context.Background(), h).add([]quad.Quad{{Subject: subject, Predicate: quad.IRI("p"), Object: object}})
	}
	full := errors.New("no space left on device")
	err = b.update(func(h *handle) error { return errors.Join(add(h, "a", "b"), full) })
	if !errors.Is(err, full) || !strings.Contains(err.Error(), "store.db") {
		t.Fatalf("error %v, want one with the file's name", err)
	}
	if b.(*bolt).db == before {
		t.Error("the file was not reopened")
	}
	if err := b.update(func(h *handle) error { return errors.Join(add(h, "c", "d"), add(h, "a", "d")) }); err != nil {
		t.Fatal(err)
	}
	var got []string
	err = b.view(func(h *handle) error {
		w := newWalker(context.Background(), h)
		return w.each(h.qs.QuadsAllIterator(), func(r cayleygraph.Ref) bool { got = append(got, w.quad(r).NQuad()); return true })
	})
	if want := "<c> <p> <d> .|<a> <p> <d> ."; err != nil || strings.Join(got, "|") != want {
		t.Errorf("got %v, %v; want %s", got, err, want)
	}
}

// TestViewDoesNotSeeLaterWrites also shows that a view may write to the store
// from another goroutine and wait for it, which Cayley's own transactions would
// make it wait for ever.
func TestViewDoesNotSeeLaterWrites(t *testing.T) {
	b, err := openBolt(filepath.Join(t.TempDir(), "store.db"), false)
	if err != nil {
		t.Fatal(err)
	}
	defer b.close()
	one := []quad.Quad{{Subject: quad.IRI("a"), Predicate: quad.IRI("p"), Object: quad.IRI("b")}}
	count := func(h *handle) (n int) {
		_ = newWalker(context.Background(), h).each(h.qs.QuadsAllIterator(), func(cayleygraph.Ref) bool { n++; return true })
		return n
	}
	err = b.view(func(h *handle) error {
		if err := b.update(func(h *handle) error {
			return newWalker(context.Background(), h).add(one)
		}); err != nil {
			return err
		}
		if n := count(h); n != 0 {
			t.Errorf("the view sees %d quads that came later", n)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := b.view(func(h *handle) error {
		if n := count(h); n != 1 {
			t.Errorf("the next view sees %d quads, want 1", n)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
}
