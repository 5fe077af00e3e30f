package store

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

// salvageQuads is how many quads are written at once.
const salvageQuads = 30_000

// A Salvage is a store's file whose quads are read however its indexes and counts are:
// damaged, or those of an earlier version. It needs the file's log alone, where each node
// and each quad stands once. As long as it is open nobody can write to the file; others can
// read it. The caller closes it.
type Salvage struct {
	Quads int // that Into has written
	Lost  int // entries of the log that it could not read, and quads with such nodes

	file *DB
	log  logCursor
}

// OpenSalvage opens the file of a store that is none for Open any more.
func OpenSalvage(path string) (*Salvage, error) {
	b := &DB{path: path}
	err := b.guard(func() (err error) {
		b.db, err = openAt(path, 0, bbolt.Options{Timeout: time.Second, ReadOnly: true})
		return err
	})
	if err != nil {
		return nil, b.why(err)
	}
	return &Salvage{file: b}, nil
}

// Close closes the file.
func (s *Salvage) Close() error { return s.file.Close() }

// Into writes the quads into an empty store. Call it once; progress may be nil.
func (s *Salvage) Into(ctx context.Context, to *Store, progress func(done, total int)) error {
	return s.file.guard(func() error {
		return s.file.db.View(func(tx *bbolt.Tx) error {
			if circle := walkPages(tx, func(string, ...any) {}); circle {
				return fmt.Errorf("the pages of store %s lead in a circle; restore a backup, or load the documents into a new one", s.file.path)
			}
			log := tx.Bucket([]byte("log"))
			if log == nil {
				return nil // nothing was ever written
			}
			s.log = logCursor{log: log.Cursor()}
			last, _ := log.Cursor().Last()
			return s.all(ctx, to, numberOf(last), progress)
		})
	})
}

func (s *Salvage) all(ctx context.Context, to *Store, last uint64, progress func(done, total int)) error {
	batch, nodes := newQuadSet(salvageQuads), map[uint64]quad.Value{}
	flush := func() error {
		s.Quads += len(batch.list)
		err := to.backend.update(func(h *handle) error { return newWalker(ctx, h).add(batch.list) })
		batch = newQuadSet(salvageQuads)
		clear(nodes)
		return err
	}
	for number := uint64(1); number <= last; number++ {
		q, ok := s.quad(number, nodes)
		if ok {
			batch.add(q)
		}
		if len(batch.list) < salvageQuads {
			continue
		}
		if err := errors.Join(ctx.Err(), flush()); err != nil {
			return err
		}
		if progress != nil {
			progress(int(number), int(last))
		}
	}
	return errors.Join(ctx.Err(), flush())
}

// quad returns the quad of that number, false where there is none or it cannot be read.
func (s *Salvage) quad(number uint64, nodes map[uint64]quad.Value) (q quad.Quad, ok bool) {
	entry, err := s.entry(number)
	if errors.Is(err, errDamaged) {
		return q, false // nothing has the number any more
	}
	var p proto.Primitive
	if err == nil {
		err = p.Unmarshal(entry)
	}
	switch {
	case err != nil:
		s.Lost++
		return q, false
	case p.IsNode() || p.Deleted:
		return q, false
	}
	for _, d := range quad.Directions {
		node := p.GetDirection(d)
		v, known := nodes[node]
		if !known && node != 0 {
			if entry, err := s.entry(node); err == nil {
				v, _ = valueIn(entry)
			}
			nodes[node] = v
		}
		if v == nil {
			s.Lost++
			return q, false
		}
		q.Set(d, v)
	}
	return q, true
}

// entry returns what the log has under a number. A page that cannot be read costs the
// entries on it.
func (s *Salvage) entry(number uint64) (entry []byte, err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			s.log.at, err = 0, fmt.Errorf("%v", r)
		}
	}()
	entry, err = s.log.read(number)
	if err != nil {
		s.log.at = 0
	}
	return entry, err
}
