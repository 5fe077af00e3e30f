package file

import (
	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
)

// Remove takes quads out of the log and the indexes, with the nodes that no other
// quad uses. Those that are not there are passed over. Cayley would mark them in the log
// and leave them in the indexes, so that every reader had to look into the log.
// Readers of the transaction are no good after it.
func (t *Tx) Remove(quads []quad.Quad) error {
	links, nodes, err := t.linksOf(quads)
	if err != nil {
		return err
	}
	for i := range links {
		if err := t.del(logKey(links[i].ID)); err != nil {
			return err
		}
	}
	for _, x := range indexes {
		if err := x.remove(t, x.postings(links)); err != nil {
			return err
		}
	}
	for hash, n := range nodes {
		if err := t.release(hash, n); err != nil {
			return err
		}
	}
	return t.setCounter("size", t.counter("size")-uint64(len(links)))
}

// linksOf returns those of the quads that are there as the log has them, and how many of
// them use each node.
func (t *Tx) linksOf(quads []quad.Quad) (found []proto.Primitive, nodes map[cayleygraph.ValueHash]uint64, err error) {
	nodes = map[cayleygraph.ValueHash]uint64{}
	log, cursor := logCursor{log: t.buckets["log"].Cursor()}, bySubject.cursor(t)
	if cursor == nil {
		return nil, nil, errDamaged
	}
	for _, q := range quads {
		var wanted, p proto.Primitive
		var hashes []cayleygraph.ValueHash
		for _, d := range quad.Directions {
			if v := q.Get(d); v != nil {
				hash := cayleygraph.HashOf(v)
				number, _ := nodeEntry(t.get(nodeKey(hash)))
				wanted.SetDirection(d, number)
				hashes = append(hashes, hash)
			}
		}
		begin := bySubject.posting(&wanted)
		for ok := cursor.seek(begin); ok && [3]uint64(cursor.posting[:]) == [3]uint64(begin[:]); ok = cursor.next() {
			entry, err := log.read(cursor.posting[3])
			if err != nil {
				return nil, nil, err
			}
			p.Reset()
			if err := p.Unmarshal(entry); err != nil {
				return nil, nil, err
			}
			if p.IsSameLink(&wanted) {
				found = append(found, p)
				for _, hash := range hashes {
					nodes[hash]++
				}
				break
			}
		}
	}
	return found, nodes, nil
}

// release notes that so many quads do not use a node any more, and takes it out where no
// other does.
func (t *Tx) release(hash cayleygraph.ValueHash, quads uint64) error {
	id, uses := nodeEntry(t.get(nodeKey(hash)))
	if uses > quads {
		return t.put(nodeKey(hash), appendNodeEntry(nil, id, uses-quads))
	}
	if err := t.del(nodeKey(hash)); err != nil {
		return err
	}
	return t.del(logKey(id))
}
