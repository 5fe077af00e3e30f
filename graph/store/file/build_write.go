package file

import (
	"bufio"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"github.com/cayleygraph/cayley/graph/proto"
	"go.etcd.io/bbolt"
)

// A fileWriter fills the buckets of a new file, each with ascending keys.
type fileWriter struct {
	db     *bbolt.DB
	tx     *bbolt.Tx
	name   string
	fill   float64 // of a page, before the next one is begun
	bucket *bbolt.Bucket
	held   int // bytes in tx
}

// commitBytes is how much goes into one transaction. It is held in memory.
const commitBytes = 16 << 20

// begin turns to the bucket.
func (w *fileWriter) begin(name string, fill float64) (err error) {
	if w.tx == nil {
		if w.tx, err = w.db.Begin(true); err != nil {
			return err
		}
	}
	w.name, w.fill = name, fill
	w.bucket, err = w.tx.CreateBucketIfNotExists([]byte(name))
	if err == nil {
		w.bucket.FillPercent = fill
	}
	return err
}

func (w *fileWriter) put(key, value []byte) error {
	if err := w.bucket.Put(key, value); err != nil {
		return err
	}
	if w.held += len(key) + len(value); w.held < commitBytes {
		return nil
	}
	return errors.Join(w.commit(), w.begin(w.name, w.fill))
}

func (w *fileWriter) commit() error {
	err := w.tx.Commit()
	w.tx, w.held = nil, 0
	return err
}

// close ends what was begun and not committed.
func (w *fileWriter) close() {
	if w.tx != nil {
		w.tx.Rollback()
	}
}

// A keyValue is an entry of a file.
type keyValue struct{ key, value []byte }

// ahead calls make in a goroutine of its own and put with all that it emits, in order.
func ahead(produce func(emit func(key, value []byte) error) error, put func(key, value []byte) error) error {
	const batch = 1024
	batches, stop, made := make(chan []keyValue, 8), make(chan struct{}), make(chan error, 1)
	go func() {
		defer close(batches)
		held := make([]keyValue, 0, batch)
		send := func() error {
			select {
			case batches <- held:
				held = make([]keyValue, 0, batch)
				return nil
			case <-stop:
				return errors.New("stopped")
			}
		}
		err := produce(func(key, value []byte) error {
			if held = append(held, keyValue{key, value}); len(held) == batch {
				return send()
			}
			return nil
		})
		if err == nil {
			err = send()
		}
		made <- err
	}()
	for entries := range batches {
		for _, e := range entries {
			if err := put(e.key, e.value); err != nil {
				close(stop)
				return err
			}
		}
	}
	return <-made
}

// A fileBuild writes numbered segments into a file.
type fileBuild struct {
	*numbering
	*fileWriter
	ctx     context.Context
	done    func(quads int)   // is told of progress
	dropped map[uint64]bool   // quads that came before
	unused  map[uint64]uint64 // how many uses of a node they would have made
}

// progressQuads is how many quads pass between two words of progress.
const progressQuads = 10_000

// writeLog writes nodes and quads in the order of their numbers.
func (f *fileBuild) writeLog() error {
	if err := f.begin("log", 1); err != nil {
		return err
	}
	return ahead(func(emit func(key, value []byte) error) error {
		log := func(p *proto.Primitive) error {
			data, err := p.Marshal()
			if err != nil {
				return err
			}
			return emit(binary.BigEndian.AppendUint64(nil, p.ID), data)
		}
		for i := range f.segments {
			if err := f.ctx.Err(); err != nil {
				return err
			}
			if err := f.logNodes(i, log); err != nil {
				return err
			}
			links, err := f.links(i)
			if err != nil {
				return err
			}
			for j, link := range links {
				p := proto.Primitive{ID: f.segments[i].firstQuad() + uint64(j), Subject: link[0], Predicate: link[1], Object: link[2], Label: link[3]}
				if f.dropped[p.ID] {
					continue
				}
				if err := log(&p); err != nil {
					return err
				}
			}
			f.done(len(links))
		}
		return nil
	}, f.put)
}

// logNodes logs the nodes that belong to a segment.
func (f *fileBuild) logNodes(segment int, log func(*proto.Primitive) error) error {
	s := &f.segments[segment]
	file, err := os.Open(s.path + valuesFile)
	if err != nil {
		return err
	}
	defer file.Close()
	in := bufio.NewReaderSize(file, 1<<18)
	id := s.base
	for i := uint32(0); ; i++ {
		size, err := binary.ReadUvarint(in)
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		value := make([]byte, size)
		if _, err := io.ReadFull(in, value); err != nil {
			return err
		}
		if !s.own.has(i) {
			continue
		}
		id++
		if err := log(&proto.Primitive{ID: id, Value: value}); err != nil {
			return err
		}
	}
}

// writeNodes writes by which hash each node is found, and how many quads use it.
func (f *fileBuild) writeNodes(shared string) error {
	if err := f.begin("v", .8); err != nil { // later nodes come in between
		return err
	}
	in, err := openRecords(shared, sharedRecordSize)
	if err != nil {
		return err
	}
	defer in.close()
	for {
		record, err := in.next()
		if errors.Is(err, io.EOF) {
			return f.ctx.Err()
		} else if err != nil {
			return err
		}
		n := sharedOf(record)
		id := f.node(n.segment, n.local)
		if err := f.put(n.hash[:], appendNodeEntry(nil, id, n.uses-f.unused[id])); err != nil {
			return err
		}
	}
}

// writeCounters writes the numbers from which later loads go on.
func (f *fileBuild) writeCounters() error {
	quads := 0
	for i := range f.segments {
		quads += f.segments[i].quads
	}
	horizon := uint64(0)
	if n := len(f.segments); n > 0 {
		last := &f.segments[n-1]
		horizon = last.firstQuad() - 1 + uint64(last.quads)
	}
	if err := f.begin("meta", .5); err != nil {
		return err
	}
	return errors.Join(
		f.put([]byte("horizon"), binary.LittleEndian.AppendUint64(nil, horizon)),
		f.put([]byte("size"), binary.LittleEndian.AppendUint64(nil, uint64(quads-len(f.dropped)))),
		f.commit())
}
