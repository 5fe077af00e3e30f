package store

import (
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/memstore"
	"github.com/cayleygraph/quad"
)

// memory is Cayley's memstore, which bears many readers or one writer.
type memory struct {
	mu    sync.RWMutex
	quads *memstoreForMany // nil where the store is closed
}

func openMemory(string, bool) (backend, error) {
	return &memory{quads: &memstoreForMany{QuadStore: memstore.New()}}, nil
}

func (m *memory) view(fn func(*handle) error) error {
	m.mu.RLock()
	defer m.mu.RUnlock()
	if m.quads == nil {
		return errClosed
	}
	return fn(&handle{qs: m.quads})
}

// update cannot take back what fn has written. The memstore however fails at
// nothing that the store asks of it.
func (m *memory) update(fn func(*handle) error) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.quads == nil {
		return errClosed
	}
	add := func(quads []quad.Quad) error {
		_, err := m.quads.WriteQuads(quads)
		return err
	}
	return fn(&handle{qs: m.quads, write: adder{add: add}})
}

func (m *memory) close() error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.quads = nil
	return nil
}

// memstoreForMany is a memstore whose iterators over everything may be asked for
// by several readers: memstore notes, unguarded, that someone reads.
type memstoreForMany struct {
	*memstore.QuadStore
	mu sync.Mutex
}

func (m *memstoreForMany) NodesAllIterator() cayleygraph.Iterator {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.QuadStore.NodesAllIterator()
}

func (m *memstoreForMany) QuadsAllIterator() cayleygraph.Iterator {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.QuadStore.QuadsAllIterator()
}
