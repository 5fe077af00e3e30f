package store

import (
	"bytes"
	"encoding/binary"
	"errors"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"go.etcd.io/bbolt"
)

// This file reads a node's facts from the layout that kv_add.go describes. Cayley's
// own way finds them by subject alone, reads every quad that it finds from the log,
// wanted or not, and sets up a transaction for each name. The property test compares the outcome with Cayley's memory store.

// A fileReader reads nodes and quads through one transaction. It is for one
// goroutine.
type fileReader struct {
	*bboltTx
	nodes, quads logCursor
}

func newFileReader(t *bboltTx) *fileReader {
	r := &fileReader{bboltTx: t}
	if log := t.buckets["log"]; log != nil {
		r.nodes.log, r.quads.log = log.Cursor(), log.Cursor()
	}
	return r
}

// A logCursor reads the log. What belongs together was added together, so the next
// entry is often near, and a step costs a small part of a search.
type logCursor struct {
	log   *bbolt.Cursor // nil where there is no log yet
	at    uint64        // the number it stands at, 0 where it has not been moved
	entry []byte
}

// aStep is how far ahead it pays to walk rather than to search.
const aStep = 48

// read reads what the log has under a number.
func (c *logCursor) read(number uint64, p *proto.Primitive) error {
	if c.log == nil {
		return errDamaged
	}
	var key []byte
	if c.at == 0 || number < c.at || number > c.at+aStep {
		key, c.entry = c.log.Seek(binary.BigEndian.AppendUint64(nil, number))
		c.at = numberOf(key)
	}
	for c.at != 0 && c.at < number {
		key, c.entry = c.log.Next()
		c.at = numberOf(key)
	}
	if c.at != number {
		return errDamaged
	}
	p.Reset()
	return p.Unmarshal(c.entry)
}

var errDamaged = errors.New("the store is damaged: an index names what is not there; load the documents into a new one")

func numberOf(key []byte) uint64 {
	if len(key) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}

// ref returns a value's node, which is its number, nil where there is none.
func (r *fileReader) ref(v quad.Value) cayleygraph.Ref {
	if number, _ := binary.Uvarint(r.get(nodeKey('v', cayleygraph.HashOf(v)))); number != 0 {
		return kv.Int64Value(number)
	}
	return nil
}

func number(ref cayleygraph.Ref) uint64 {
	n, _ := ref.(kv.Int64Value)
	return uint64(n)
}

// value returns a node's value.
func (r *fileReader) value(node cayleygraph.Ref) (quad.Value, error) {
	var p proto.Primitive
	if err := r.nodes.read(number(node), &p); err != nil {
		return nil, err
	}
	return pquads.UnmarshalValue(p.Value)
}

// links returns what the graph says of a node by each predicate that is wanted.
func (r *fileReader) links(node cayleygraph.Ref, wanted func(predicate cayleygraph.Ref) bool) ([]link, error) {
	b := r.buckets["sp"]
	if b == nil {
		return nil, nil
	}
	var out []link
	subject, cursor := binary.BigEndian.AppendUint64(nil, number(node)), b.Cursor()
	for key, list := cursor.Seek(subject); len(key) == 16 && bytes.HasPrefix(key, subject); key, list = cursor.Next() {
		predicate := kv.Int64Value(binary.BigEndian.Uint64(key[8:]))
		if !wanted(predicate) {
			continue
		}
		err := r.eachQuad(list, func(p *proto.Primitive) { out = append(out, link{predicate, kv.Int64Value(p.Object)}) })
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// subjects returns the nodes from which the predicate leads to the node.
func (r *fileReader) subjects(node, predicate cayleygraph.Ref) ([]cayleygraph.Ref, error) {
	b := r.buckets["op"]
	if b == nil || node == nil || predicate == nil {
		return nil, nil
	}
	var out []cayleygraph.Ref
	key := binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, number(node)), number(predicate))
	err := r.eachQuad(b.Get(key), func(p *proto.Primitive) { out = append(out, kv.Int64Value(p.Subject)) })
	return out, err
}

// eachQuad calls fn with the quads of an index's entry, leaving out removed ones,
// which stay in the index.
func (r *fileReader) eachQuad(list []byte, fn func(*proto.Primitive)) error {
	var p proto.Primitive
	for len(list) > 0 {
		number, n := binary.Uvarint(list)
		if n <= 0 {
			return errDamaged
		}
		list = list[n:]
		if err := r.quads.read(number, &p); err != nil {
			return err
		}
		if !p.Deleted {
			fn(&p)
		}
	}
	return nil
}
