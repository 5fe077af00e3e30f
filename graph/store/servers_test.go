package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"
	"counterclaim/graph/synthetic"
)

// onServers runs the test with a new place on each server.
func onServers(t *testing.T, test func(t *testing.T, backend, address string)) {
	for _, backend := range store.Backends() {
		if store.IsServer(backend) {
			t.Run(backend, func(t *testing.T) { test(t, backend, storetest.Place(t, backend)) })
		}
	}
}

// TestTwoLoadersAndTenReaders has two stores that know nothing of each other, as two
// processes have them, load half of the documents each, which answer each other, while
// ten others read. Every reader must find the graph of some of the documents, whole, and
// never fewer than it found before; in the end it is the graph that one loader makes.
func TestTwoLoadersAndTenReaders(t *testing.T) {
	var codings []graph.Coding
	for _, c := range universe(11, 24) {
		if c.Document.Format == "article" {
			codings = append(codings, c)
		}
	}
	states := newStates(codings)
	onServers(t, func(t *testing.T, backend, address string) {
		var loaders, readers sync.WaitGroup
		done := make(chan struct{})
		for n := range uint64(2) {
			db := open(t, backend, address)
			loaders.Go(func() {
				r := rand.New(rand.NewPCG(n, 5))
				for _, c := range shuffled(r, codings[int(n)*len(codings)/2:(int(n)+1)*len(codings)/2]) {
					if _, _, err := db.Put(t.Context(), []graph.Coding{c}, linkWith(db)); err != nil {
						t.Errorf("loader %d: %v", n, err)
					}
				}
			})
		}
		found := make([][]string, 10)
		for n := range found {
			db := openReadOnly(t, backend, address)
			readers.Go(func() {
				for {
					found[n] = append(found[n], quads(t, db))
					select {
					case <-done:
						return
					default:
					}
				}
			})
		}
		loaders.Wait()
		close(done)
		readers.Wait()
		for n, texts := range found {
			before := 0
			for _, text := range texts {
				documents, want := states.of(t, text)
				if text != want {
					t.Fatalf("reader %d saw a state between: %s", n, difference(text, want))
				}
				if documents < before {
					t.Errorf("reader %d saw %d documents after %d", n, documents, before)
				}
				before = documents
			}
		}
		all := open(t, "memory", "")
		put(t, all, codings...)
		if got, want := quads(t, open(t, backend, address)), quads(t, all); got != want {
			t.Error(difference(got, want))
		}
	})
}

// states are graphs of some of the documents, as one loader makes them in memory.
type states struct {
	codings []graph.Coding
	known   map[string]string // by which documents there are
}

func newStates(codings []graph.Coding) *states { return &states{codings, map[string]string{}} }

// of returns the graph of the documents that are in a graph, and how many they are.
func (s *states) of(t *testing.T, text string) (documents int, want string) {
	var there []graph.Coding
	key := ""
	for i, c := range s.codings {
		if strings.Contains(text, "<"+c.Document.ID+"> <type> ") {
			there = append(there, c)
			key += fmt.Sprint(i, " ")
		}
	}
	want, ok := s.known[key]
	if !ok {
		fresh := open(t, "memory", "")
		put(t, fresh, there...)
		want = quads(t, fresh)
		s.known[key] = want
	}
	return len(there), want
}

// TestServerGoneInMidLoad kills a server in the middle of a load. Where it comes back soon
// the load goes on after one word about it; where it does not, the error says what to do,
// and what was loaded is there when the server is.
func TestServerGoneInMidLoad(t *testing.T) {
	for backend, start := range map[string]func(testing.TB, ...string) *storetest.Server{"postgres": storetest.Postgres, "mysql": storetest.MariaDB} {
		t.Run(backend, func(t *testing.T) {
			t.Parallel()
			server := start(t)
			address, err := server.Place()
			if err != nil {
				t.Fatal(err)
			}
			var batches []synthetic.Batch
			for b := range manyBatches {
				if batches = append(batches, b); len(batches) == 12 {
					break
				}
			}
			db := open(t, backend, address)
			var told []error
			db.Retried = func(err error) { told = append(told, err) }
			// before is called when a batch waits to be written.
			load := func(batches []synthetic.Batch, before func(batch int)) (outcomes []store.Outcome, err error) {
				for i, b := range batches {
					link := func(ctx context.Context, change graph.Change) (graph.Links, error) {
						before(i)
						return b.Link(ctx, change)
					}
					some, _, err := db.Put(t.Context(), b.Codings, link)
					if err != nil {
						return outcomes, err
					}
					outcomes = append(outcomes, some...)
				}
				return outcomes, nil
			}
			nothing := func(int) {}

			back, killed := make(chan error), false
			kill := func(batch int) { // and it comes back
				if batch == 3 && !killed {
					killed = true
					server.Stop("KILL")
					go func() { back <- server.Start() }()
				}
			}
			first, err := load(batches[:8], kill)
			if err != nil {
				t.Fatal(err)
			}
			if err := <-back; err != nil {
				t.Fatal(err)
			}
			if len(told) > 1 {
				t.Errorf("told %d times, want once at most: %v", len(told), told)
			}

			server.Stop("KILL") // it does not
			rest, err := load(batches[8:], nothing)
			want := "no connection to the store at " + store.Shown(address)
			if err == nil || !strings.HasPrefix(err.Error(), want) || !strings.Contains(err.Error(), "what was loaded is kept: see that the server runs, then give the same command again") {
				t.Fatalf("got %v, want %s ...", err, want)
			}
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than a line: %q", err)
			}
			if err := server.Start(); err != nil {
				t.Fatal(err)
			}
			outcomes, err := load(batches, nothing)
			if err != nil {
				t.Fatal(err)
			}
			for i, outcome := range outcomes {
				if loaded := i < len(first)+len(rest); loaded != (outcome == store.Unchanged) {
					t.Errorf("document %d: %s", i, outcome)
				}
			}
			fresh := open(t, "memory", "")
			for _, b := range batches {
				if _, _, err := fresh.Put(t.Context(), b.Codings, b.Link); err != nil {
					t.Fatal(err)
				}
			}
			if got, want := quads(t, db), quads(t, fresh); got != want {
				t.Error(difference(got, want))
			}
		})
	}
}

// TestAddresses shows what users see of addresses that do not do.
func TestAddresses(t *testing.T) {
	for _, c := range []struct{ backend, address, want string }{
		{"postgres", "claims.db", "the store of backend postgres is an address, as postgres://user@host/database; the password may stand in it, in PGPASSWORD or in ~/.pgpass"},
		{"postgres", "postgres://ann:geheim@127.0.0.1:1/press?connect_timeout=x", "open store postgres://ann:xxxxx@127.0.0.1:1/press?connect_timeout=x: the address cannot be read"},
		{"postgres", "postgres://ann:geheim@127.0.0.1:1/press", "no connection to the store at postgres://ann:xxxxx@127.0.0.1:1/press ("},
		{"mysql", "mysql://ann:geheim@127.0.0.1", "the store of backend mysql is an address, as mysql://user:password@host:3306/database; several hosts of a cluster stand with commas between"},
		{"mysql", "mysql://ann:ge@heim@127.0.0.1:1/press", "no connection to the store at mysql://ann:xxxxx@127.0.0.1:1/press ("},
	} {
		for _, open := range []func(string, string) (*store.Store, error){store.Open, store.OpenReadOnly} {
			_, err := open(c.backend, c.address)
			if err == nil || !strings.HasPrefix(err.Error(), c.want) || strings.Contains(err.Error(), "heim") {
				t.Errorf("%s\ngot  %v\nwant %s", c.address, err, c.want)
			}
		}
	}
}

// TestReadersMakeNoTables has a reader come before and after a loader.
func TestReadersMakeNoTables(t *testing.T) {
	onServers(t, func(t *testing.T, backend, address string) {
		_, err := store.OpenReadOnly(backend, address)
		want := "no store at " + store.Shown(address) + "; load documents into one first, or name another store"
		if err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
		put(t, open(t, backend, address), gazette())
		if quads(t, openReadOnly(t, backend, address)) == "" {
			t.Error("nothing is read")
		}
	})
}

// TestManyMakeTheTables has many open a database without tables at once, over and over.
func TestManyMakeTheTables(t *testing.T) {
	for range 10 {
		onServers(t, func(t *testing.T, backend, address string) { openAtOnce(t, backend, address) })
	}
}

// openAtOnce opens a store that is not there many times at once, by the addresses in
// turn, to write and to read. A reader may find none, and nothing else may go wrong.
func openAtOnce(t *testing.T, backend string, addresses ...string) {
	t.Helper()
	var all sync.WaitGroup
	start := make(chan struct{})
	for n := range 24 {
		all.Go(func() {
			<-start
			address, open := addresses[n%len(addresses)], store.Open
			if n%4 == 3 {
				open = store.OpenReadOnly
			}
			db, err := open(backend, address)
			switch {
			case err == nil:
				db.Close()
			case n%4 != 3 || !strings.HasPrefix(err.Error(), "no store at "):
				t.Errorf("the %dth of many: %v", n+1, err)
			}
		})
	}
	close(start)
	all.Wait()
}

// TestTablesWithoutTheirRow has a reader, and then a loader, find what one leaves behind
// who is killed before the last of the tables has its row: MariaDB keeps each as it is made.
func TestTablesWithoutTheirRow(t *testing.T) {
	address := storetest.Place(t, "mysql")
	open(t, "mysql", address).Close()
	login, rest, _ := strings.Cut(strings.TrimPrefix(address, "mysql://"), "@")
	host, name, _ := strings.Cut(rest, "/")
	server, err := sql.Open("mysql", login+"@tcp("+host+")/"+name)
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	if _, err := server.Exec("DELETE FROM counterclaim"); err != nil {
		t.Fatal(err)
	}
	_, err = store.OpenReadOnly("mysql", address)
	if want := "no store at " + store.Shown(address) + "; load documents into one first, or name another store"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	put(t, open(t, "mysql", address), gazette())
	if quads(t, openReadOnly(t, "mysql", address)) == "" {
		t.Error("nothing is read")
	}
}

func TestShown(t *testing.T) {
	for path, want := range map[string]string{
		"claims.db":                          "claims.db",
		"postgres://host/db":                 "postgres://host/db",
		"postgres://ann@host/db":             "postgres://ann@host/db",
		"postgres://ann:a@b:c@host/db":       "postgres://ann:xxxxx@host/db",
		"postgres://host/db?password=s&a=b":  "postgres://host/db?password=xxxxx&a=b",
		"postgres://host/db?sslpassword=s":   "postgres://host/db?sslpassword=xxxxx",
		"mysql://ann:secret@one,two:3307/db": "mysql://ann:xxxxx@one,two:3307/db",
	} {
		if got := store.Shown(path); got != want {
			t.Errorf("%s: got %s, want %s", path, got, want)
		}
	}
}

// manyBatches are more than a server has time for before it is killed.
func manyBatches(yield func(synthetic.Batch) bool) { synthetic.Batches(5, 100_000, 40)(yield) }
