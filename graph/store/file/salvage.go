package file

import (
	"errors"
	"fmt"
	"runtime/debug"
	"time"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

// salvageNodes is how many values are kept in memory, for the quads that stand near to use
// them again.
const salvageNodes = 30_000

// A Salvage is a file whose quads are read however its indexes and counts are: damaged, or
// those of an earlier version. It needs the log alone, where each node and each quad stands
// once. As long as it is open nobody can write to the file; others can read it. It is for one
// goroutine. The caller closes it.
type Salvage struct {
	Lost int // entries of the log that Each could not read, and quads with such nodes

	db  *DB
	log logCursor
}

// OpenSalvage opens a file that is none for Open any more. Its errors say what to do.
func OpenSalvage(path string) (*Salvage, error) {
	d := &DB{path: path}
	err := d.guard(func() (err error) {
		d.db, err = openAt(path, 0, bbolt.Options{Timeout: time.Second, ReadOnly: true})
		return err
	})
	if err != nil {
		return nil, d.why(err)
	}
	return &Salvage{db: d}, nil
}

// Close closes the file.
func (s *Salvage) Close() error { return s.db.Close() }

// Each calls fn with the quads that can be read, in the order of their numbers: with its own,
// and the last that there is. An error of fn ends it. Call it once.
func (s *Salvage) Each(fn func(q quad.Quad, number, last uint64) error) error {
	return s.db.guard(func() error {
		return s.db.db.View(func(tx *bbolt.Tx) error {
			if circle := walkPages(tx, func(string, ...any) {}); circle {
				return fmt.Errorf("the pages of store %s lead in a circle; restore a backup, or load the documents into a new one", s.db.path)
			}
			log := tx.Bucket([]byte("log"))
			if log == nil {
				return nil // nothing was ever written
			}
			s.log = logCursor{log: log.Cursor()}
			last, _ := log.Cursor().Last()
			return s.each(numberOf(last), fn)
		})
	})
}

func (s *Salvage) each(last uint64, fn func(q quad.Quad, number, last uint64) error) error {
	nodes := map[uint64]quad.Value{}
	for number := uint64(1); number <= last; number++ {
		q, ok := s.quad(number, nodes)
		if !ok {
			continue
		}
		if err := fn(q, number, last); err != nil {
			return err
		}
		if len(nodes) >= salvageNodes {
			clear(nodes)
		}
	}
	return nil
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
