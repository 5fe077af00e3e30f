package serve

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"counterclaim/graph/store"
)

func loadNothing(context.Context, string, []byte) (any, error) { return map[string]int{}, nil }

// copied returns a store of its own with the seeds.
func copied(t *testing.T) string {
	t.Helper()
	from, err := seeded()
	if err != nil {
		t.Fatal(err)
	}
	src, err := os.ReadFile(from)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "copy.db")
	if err := os.WriteFile(path, src, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// While a request loads nobody reads, who comes meanwhile waits, and nobody fails. A load
// opens the store as one that writes does, which would fail next to a reader.
func TestLoadAmongReaders(t *testing.T) {
	path := copied(t)
	var loads atomic.Int64
	c := newClient(t, path, func(s *Server) {
		s.Load = func(_ context.Context, name string, content []byte) (any, error) {
			db, err := store.Open("bolt", path)
			if err != nil {
				return nil, Busy{err}
			}
			loads.Add(1)
			time.Sleep(50 * time.Millisecond)
			return map[string]string{name: string(content)}, db.Close()
		}
	})
	stop := make(chan struct{})
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for {
				select {
				case <-stop:
					return
				default:
				}
				a, err := c.try("GET", api+"/queries/contrasts?rows=3", "")
				if err != nil || a.status != 200 {
					t.Errorf("%v %d %s", err, a.status, a.body)
					return
				}
			}
		})
	}
	wait.Go(func() {
		for range 10 {
			if a, err := c.try("POST", api+"/gizmo", `{"script": "g.V(\"<actor:china>\").In(\"<speaker>\").All()"}`); err != nil || a.status != 200 {
				t.Errorf("%v %d %s", err, a.status, a.body)
			}
		}
	})
	for range 5 {
		if a := c.send("POST", api+"/documents?name=harbour.txt", "words"); a.status != 200 || a.body != "{\"harbour.txt\":\"words\"}\n" {
			t.Errorf("%d %s", a.status, a.body)
		}
	}
	close(stop)
	wait.Wait()
	if loads.Load() != 5 {
		t.Errorf("%d loads", loads.Load())
	}
}

func TestLoadsThatFail(t *testing.T) {
	var err error
	c := newClient(t, "", func(s *Server) {
		s.Load = func(context.Context, string, []byte) (any, error) { return nil, err }
	})
	const path = api + "/documents?name=a.yaml"
	err = BadFile{errors.New("a.yaml:3:1: unknown key")}
	c.fails(c.send("POST", path, "x"), 400, "a.yaml:3:1: unknown key")
	err = Busy{errors.New("in use")}
	c.fails(c.send("POST", path, "x"), 503, "in use")
	err = errors.New("disk full")
	c.fails(c.send("POST", path, "x"), 500, "disk full")
	c.fails(c.send("POST", path, strings.Repeat("x", maxDocument+1)), 413, "the body is larger than 8192 KB")
	for _, name := range []string{"", "name=", "name=../a.yaml", "name=.hidden", "name=a%00.yaml", `name=c:\a.yaml`, "name=a.yaml&more=1", "name=" + strings.Repeat("x", 201)} {
		c.fails(c.send("POST", api+"/documents?"+name, "x"), 400, "the address has to name the file")
	}
}

// Another process that loads goes ahead between requests, and requests are told to come again
// while it does.
func TestStoreOfOthers(t *testing.T) {
	path := copied(t)
	c := newClient(t, path, nil)
	if a := c.get("/queries/contrasts?rows=1"); a.status != 200 {
		t.Fatal(a.body)
	}
	db, err := store.Open("bolt", path)
	if err != nil {
		t.Fatalf("between requests: %v", err)
	}
	c.fails(c.get("/queries/contrasts?rows=1"), 503, "is in use by another process")
	c.fails(c.script("1", ""), 503, "is in use by another process")
	c.fails(c.get("/healthz"), 503, "is in use by another process")
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if a := c.get("/queries/contrasts?rows=1"); a.status != 200 {
		t.Error(a.body)
	}
}

// Who loads waits for readers, but not for ever.
func TestLoadWaits(t *testing.T) {
	s := newShared(nil)
	release, err := s.hold(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var f *failure
	if err := s.change(t.Context(), 10*time.Millisecond, func() error { return nil }); !errors.As(err, &f) || f.status != 503 || f.again == 0 {
		t.Errorf("%v", err)
	}
	release()
	if err := s.change(t.Context(), time.Second, func() error { return nil }); err != nil {
		t.Error(err)
	}
}
