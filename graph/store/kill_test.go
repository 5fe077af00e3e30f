package store_test

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

// loadEnv names the store that the test binary, started again, is to fill until
// it is killed.
const loadEnv = "COUNTERCLAIM_TEST_LOAD"

func killBatches(yield func(synthetic.Batch) bool) { synthetic.Batches(5, 100_000, 40)(yield) }

// TestKilledLoader kills a process in the middle of a load. The store must open
// and be what it was between two Puts: after the last one that was reported, or
// the one after that.
func TestKilledLoader(t *testing.T) {
	if path := os.Getenv(loadEnv); path != "" {
		load(t, path)
		return
	}
	for round := range 4 {
		path := filepath.Join(t.TempDir(), "store.db")
		child := exec.Command(os.Args[0], "-test.run", "^TestKilledLoader$")
		child.Env = append(os.Environ(), loadEnv+"="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		reported := 0
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if _, err := fmt.Sscanf(lines.Text(), "put %d", &reported); err == nil && reported == 3+round {
				time.Sleep(time.Duration(round) * 7 * time.Millisecond)
				child.Process.Kill()
			}
		}
		if err := child.Wait(); err == nil {
			t.Fatal("the loader was not killed")
		}
		db := open(t, "bolt", path)
		got := quads(t, db)
		fresh := open(t, "memory", "")
		puts := 0
		for batch := range killBatches {
			if _, _, err := fresh.Put(t.Context(), batch.Codings, batch.Link); err != nil {
				t.Fatal(err)
			}
			if puts++; puts >= reported && quads(t, fresh) == got {
				break
			}
			if puts > reported {
				t.Fatalf("reported %d Puts; the store is not a state after %d or %d", reported, reported, reported+1)
			}
		}
		if errs := db.Check(t.Context()); len(errs) > 0 {
			t.Error(errs)
		}
	}
}

func load(t *testing.T, path string) {
	db, err := store.Open("bolt", path)
	if err != nil {
		t.Fatal(err)
	}
	puts := 0
	for batch := range killBatches {
		if _, _, err := db.Put(t.Context(), batch.Codings, batch.Link); err != nil {
			t.Fatal(err)
		}
		puts++
		fmt.Println("put", puts)
	}
}
