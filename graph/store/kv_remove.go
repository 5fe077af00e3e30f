package store

import (
	"encoding/binary"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
)

// Cayley marks a removed quad in the log and leaves its number in the indexes. Here
// it is taken out of them, so that what an index names is there: kv_read.go then need
// not look into the log.

// linksOf returns the quads as the log has them, without those that are not there.
func (t *bboltTx) linksOf(quads []quad.Quad) ([]proto.Primitive, error) {
	var found []proto.Primitive
	log := logCursor{log: t.buckets["log"].Cursor()}
	for _, q := range quads {
		var wanted, p proto.Primitive
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				number, _ := binary.Uvarint(t.get(nodeKey('v', cayleygraph.HashOf(v))))
				wanted.SetDirection(d, number)
			}
		}
		for number := range numbersIn(t.get(fromIndex.KeyFor(&wanted))) {
			entry, err := log.read(number)
			if err != nil {
				return nil, err
			}
			p.Reset()
			if err := p.Unmarshal(entry); err != nil {
				return nil, err
			}
			if p.IsSameLink(&wanted) {
				found = append(found, p)
			}
		}
	}
	return found, nil
}

// unlist takes the quads out of the indexes.
func (t *bboltTx) unlist(links []proto.Primitive) error {
	for _, index := range quadIndexes {
		if err := t.unlistFrom(index, links); err != nil {
			return err
		}
	}
	return nil
}

func (t *bboltTx) unlistFrom(index kv.QuadIndex, links []proto.Primitive) error {
	gone := map[string][]uint64{}
	for i := range links {
		key := string(index.KeyFor(&links[i])[1])
		gone[key] = append(gone[key], links[i].ID)
	}
	for _, link := range links {
		key := index.KeyFor(&link)
		numbers := gone[string(key[1])]
		if numbers == nil {
			continue // has had its turn
		}
		delete(gone, string(key[1]))
		slices.Sort(numbers)
		var left []byte
		for number := range numbersIn(t.get(key)) {
			if _, is := slices.BinarySearch(numbers, number); !is {
				left = binary.AppendUvarint(left, number)
			}
		}
		if len(left) == 0 {
			if err := t.Del(key); err != nil {
				return err
			}
		} else if err := t.Put(key, left); err != nil {
			return err
		}
	}
	return nil
}

// numbersIn goes through the numbers in an index's entry.
func numbersIn(list []byte) func(yield func(uint64) bool) {
	return func(yield func(uint64) bool) {
		for len(list) > 0 {
			number, n := binary.Uvarint(list)
			if n <= 0 || !yield(number) {
				return
			}
			list = list[n:]
		}
	}
}
