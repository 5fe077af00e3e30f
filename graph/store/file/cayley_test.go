package file

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv/kvtest"
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
