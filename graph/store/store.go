package store

import (
	"errors"
	"fmt"
	"strings"
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"counterclaim/graph/store/file"
	"counterclaim/graph/store/server"
)

// A Store keeps a graph. All its methods may be called at once from several
// goroutines: writers wait for one another, readers see the graph as it was
// between two writes.
type Store struct {
	// Retried, where it is not nil, is told why a write to a server is tried again: once
	// a write. Set it before the first.
	Retried func(error)

	backend  backend
	readOnly bool
	writing  sync.Mutex // held for the whole of a write, the Linker's call included; no reader takes it
}

// A handle is Cayley's store and, where that is a file or on a server, the transaction
// under it.
type handle struct {
	qs     cayleygraph.QuadStore
	write  cayleygraph.QuadWriter  // in an update
	remove func([]quad.Quad) error // in an update; nil where ApplyDeltas does it
	tx     *file.Tx
	sql    *server.Tx
}

// A backend keeps quads. Its handles are good until the function returns, and a
// function must not call the backend again: it might wait for itself.
type backend interface {
	// view calls fn with a handle for reading. Any number run at once, each on a
	// state between two updates.
	view(fn func(*handle) error) error
	// update calls fn with a handle for reading, for AddQuadSet with quads that are
	// not there, and for ApplyDeltas with others that go. All that fn writes is kept
	// or, where fn or the writing fails, nothing. One runs at a time; the caller
	// sees to that.
	update(fn func(*handle) error) error
	close() error
}

// backends lists the ways to keep a graph, by name. An update of a backend that
// is opened for reading is an error.
var backends = []struct {
	name string
	open func(path string, readOnly bool) (backend, error)
}{
	{"bolt", openBolt},
	{"memory", openMemory},
	{"postgres", openPostgres},
	{"mysql", openMySQL},
}

// Backends returns the names that Open knows.
func Backends() []string {
	names := make([]string, len(backends))
	for i, b := range backends {
		names[i] = b.name
	}
	return names
}

// Open opens the store of that backend. For "bolt" path is a file, made with its
// folders where it is absent; "memory" ignores it and starts empty; for "postgres" and
// "mysql" it is the address of a database, in which tables are made where there are none.
// A file that another process has open, be it for reading, is an error after about a second.
// The caller closes the store.
func Open(name, path string) (*Store, error) { return open(name, path, false) }

// OpenReadOnly is Open for a store that is only read: any number of processes can
// have it open so at once, as long as none has a file open to write. A store that is
// not there is an error, and so is a call of Put, Remove or ReadQuads.
func OpenReadOnly(name, path string) (*Store, error) { return open(name, path, true) }

func open(name, path string, readOnly bool) (*Store, error) {
	for _, b := range backends {
		if b.name != name {
			continue
		}
		opened, err := b.open(path, readOnly)
		if err != nil {
			return nil, err
		}
		return &Store{backend: opened, readOnly: readOnly}, nil
	}
	return nil, fmt.Errorf("backend %q; allowed are %s", name, strings.Join(Backends(), ", "))
}

// Close waits for running writes and, where the store is no server's, for running reads, and
// closes the store.
func (s *Store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.backend.close()
}

// view calls fn with a handle on the graph as it is now; writes that come later
// do not show in it. The handle is for reading, has no QuadWriter, may be used by
// several goroutines, and is good until fn returns. fn must not call the store
// again.
func (s *Store) view(fn func(*handle) error) error { return s.backend.view(fn) }

var errClosed = errors.New("the store is closed")

// adder is the QuadWriter of an update: it can add a set of quads and nothing
// else.
type adder struct {
	cayleygraph.QuadWriter
	add func([]quad.Quad) error
}

func (a adder) AddQuadSet(quads []quad.Quad) error { return a.add(quads) }
