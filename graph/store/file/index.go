package file

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

// An index finds quads by their nodes. It is a bucket of chunks of postings.
type index struct {
	bucket string
	dirs   []quad.Direction
}

// Each quad is in each of these. The first two say all of a link, so that reading needs
// no more; by the last a document is removed.
var (
	bySubject = index{"subjects", []quad.Direction{quad.Subject, quad.Predicate, quad.Object}}
	byObject  = index{"objects", []quad.Direction{quad.Object, quad.Predicate, quad.Subject}}
	byLabel   = index{"labels", []quad.Direction{quad.Label}}

	indexes = []index{bySubject, byObject, byLabel}
)

// posting returns how the quad stands in the index.
func (x index) posting(link *proto.Primitive) posting {
	p := posting{3: link.ID}
	for i, d := range x.dirs {
		p[i] = link.GetDirection(d)
	}
	return p
}

// postings returns how the quads stand in the index, ascending.
func (x index) postings(links []proto.Primitive) []posting {
	out := make([]posting, len(links))
	for i := range links {
		out[i] = x.posting(&links[i])
	}
	slices.SortFunc(out, comparePostings)
	return out
}

// byFirst yields the runs of postings that have the same first node.
func byFirst(list []posting) func(yield func([]posting) bool) {
	return func(yield func([]posting) bool) {
		for len(list) > 0 {
			n := 1
			for n < len(list) && list[n][0] == list[0][0] {
				n++
			}
			if !yield(list[:n]) {
				return
			}
			list = list[n:]
		}
	}
}

// add puts ascending postings into the index, none of which may be there. First nodes
// with a number above before are new, so that there is no chunk of theirs.
func (x index) add(t *Tx, list []posting, before uint64) (err error) {
	b := t.buckets[x.bucket]
	if b == nil {
		return errDamaged
	}
	for run := range byFirst(list) {
		if run[0][0] > before {
			err = chunked(run, false, b.Put)
		} else {
			err = merge(b, run)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// merge puts ascending postings of one first node into the chunks where they belong.
func merge(b *bbolt.Bucket, run []posting) error {
	for len(run) > 0 {
		key, held, limit := chunkFor(b, run[0])
		n := len(run)
		if limit != nil {
			n, _ = slices.BinarySearchFunc(run, *limit, comparePostings)
		}
		atEnd := len(held) == 0 || comparePostings(held[len(held)-1], run[0]) < 0
		merged := append(held, run[:n]...)
		if !atEnd {
			slices.SortFunc(merged, comparePostings)
		}
		if key != nil && !bytes.Equal(key, postingKey(merged[0])) {
			if err := b.Delete(key); err != nil {
				return err
			}
		}
		if err := chunked(merged, !atEnd, b.Put); err != nil {
			return err
		}
		run = run[n:]
	}
	return nil
}

// chunkFor returns the key and the postings of the chunk to which a posting belongs:
// the last that does not begin after it or, where all do, the first; and where the one
// behind it begins. Where its first node has no chunk, all are nil.
func chunkFor(b *bbolt.Bucket, p posting) (key []byte, held []posting, limit *posting) {
	cursor := b.Cursor()
	key, value := cursor.Seek(postingKey(p))
	if at, ok := postingOf(key); !ok || at != p {
		if before, inside := cursor.Prev(); ofNode(before, p[0]) {
			key, value = before, inside
		} else {
			key, value = cursor.Seek(postingKey(p))
		}
	}
	if !ofNode(key, p[0]) {
		return nil, nil, nil
	}
	begin, _ := postingOf(key)
	held = chunk{begin, value, 0}.all(make([]posting, 0, 2*chunkSize))
	if next, _ := cursor.Next(); ofNode(next, p[0]) {
		begins, _ := postingOf(next)
		limit = &begins
	}
	return bytes.Clone(key), held, limit
}

// ofNode reports whether a chunk with that key has the postings of a first node.
func ofNode(key []byte, node uint64) bool {
	return len(key) == 32 && binary.BigEndian.Uint64(key) == node
}

// remove takes ascending postings out of the index.
func (x index) remove(t *Tx, list []posting) error {
	b := t.buckets[x.bucket]
	if b == nil {
		return errDamaged
	}
	for len(list) > 0 {
		key, held, limit := chunkFor(b, list[0])
		n := 1
		for n < len(list) && list[n][0] == list[0][0] && (limit == nil || comparePostings(list[n], *limit) < 0) {
			n++
		}
		gone := list[:n]
		list = list[n:]
		left := slices.DeleteFunc(held, func(p posting) bool {
			_, found := slices.BinarySearchFunc(gone, p, comparePostings)
			return found
		})
		if key != nil && (len(left) == 0 || !bytes.Equal(key, postingKey(left[0]))) {
			if err := b.Delete(key); err != nil {
				return err
			}
		}
		if err := chunked(left, false, b.Put); err != nil {
			return err
		}
	}
	return nil
}

// An indexCursor goes through the postings of an index. It is for one goroutine.
type indexCursor struct {
	cursor *bbolt.Cursor
	chunk
	ok bool // whether it stands at a posting
}

// cursor returns one that has not been moved, nil where the index is not there yet.
func (x index) cursor(t *Tx) *indexCursor {
	b := t.buckets[x.bucket]
	if b == nil {
		return nil
	}
	return &indexCursor{cursor: b.Cursor()}
}

// at goes to the first posting of a chunk. It returns false where there is no chunk.
func (c *indexCursor) at(key, value []byte) bool {
	c.posting, c.ok = postingOf(key)
	c.value, c.offset = value, 0
	return c.ok
}

// next goes to the next posting. It returns false at the end.
func (c *indexCursor) next() bool {
	return c.chunk.next() || c.at(c.cursor.Next())
}

// nextChunk passes over what is left of the chunk.
func (c *indexCursor) nextChunk() bool { return c.at(c.cursor.Next()) }

// first goes to the first posting of the node, or what is behind it.
func (c *indexCursor) first(node uint64) bool {
	return c.at(c.cursor.Seek(binary.BigEndian.AppendUint64(make([]byte, 0, 8), node)))
}

// seek goes to the first posting that does not come before p.
func (c *indexCursor) seek(p posting) bool {
	found := c.at(c.cursor.Seek(postingKey(p)))
	if found && c.posting == p {
		return true
	}
	// It may be inside the chunk before.
	if !c.at(c.cursor.Prev()) || c.posting[0] != p[0] || comparePostings(c.posting, p) >= 0 {
		return c.at(c.cursor.Seek(postingKey(p)))
	}
	for comparePostings(c.posting, p) < 0 {
		if !c.next() {
			return false
		}
	}
	return true
}
