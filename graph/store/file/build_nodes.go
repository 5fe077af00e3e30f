package file

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math/bits"
	"os"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
)

// A numbering gives every node of all segments one number, and every quad. A node belongs
// to the first segment that has it. The nodes of a segment come before its quads, and
// both in the order in which they came, so that what was loaded together stands together.
type numbering struct {
	segments []numbered
}

// numbered is how one segment is numbered.
type numbered struct {
	path  string
	own   bitset // which of its nodes, from 0 on, belong to it
	quads int
	base  uint64 // the number before those of the segment
}

// A bitset tells how many of its bits are set before any of them.
type bitset struct {
	words  []uint64
	before []uint32 // each word
}

func fullBitset(n int) bitset {
	b := bitset{words: make([]uint64, (n+63)/64)}
	for i := range n {
		b.words[i/64] |= 1 << (i % 64)
	}
	return b
}

func (b *bitset) has(i uint32) bool { return b.words[i/64]>>(i%64)&1 == 1 }
func (b *bitset) clear(i uint32)    { b.words[i/64] &^= 1 << (i % 64) }

// count makes rank good, and returns how many bits are set.
func (b *bitset) count() (n int) {
	b.before = make([]uint32, len(b.words))
	for i, w := range b.words {
		b.before[i] = uint32(n)
		n += bits.OnesCount64(w)
	}
	return n
}

func (b *bitset) rank(i uint32) uint64 {
	return uint64(b.before[i/64]) + uint64(bits.OnesCount64(b.words[i/64]&(1<<(i%64)-1)))
}

// node returns the number of a node by its number in the segment that it belongs to.
func (n *numbering) node(segment, local uint32) uint64 {
	s := &n.segments[segment]
	return s.base + 1 + s.own.rank(local-1)
}

// firstQuad returns the number of the segment's first quad.
func (s *numbered) firstQuad() uint64 { return s.base + 1 + uint64(s.owned()) }

func (s *numbered) owned() int {
	if len(s.own.words) == 0 {
		return 0
	}
	last := len(s.own.words) - 1
	return int(s.own.before[last]) + bits.OnesCount64(s.own.words[last])
}

// lentFile, named after a segment's path, says for its nodes that belong to another
// segment which they are there.
const lentFile = ".lent"

// A sharedNode is a node of all segments.
type sharedNode struct {
	hash           cayleygraph.ValueHash
	segment, local uint32 // where it belongs
	uses           uint64
}

// numberAll numbers all nodes and quads of the segments at the paths, and writes the nodes in
// the order of their hashes into the file shared.
func numberAll(paths []string, shared string) (*numbering, error) {
	n := &numbering{}
	for _, path := range paths {
		nodes, err1 := sizeOf(path+nodesFile, nodeRecordSize)
		quads, err2 := sizeOf(path+quadsFile, 16)
		if err := errors.Join(err1, err2); err != nil {
			return nil, err
		}
		n.segments = append(n.segments, numbered{path: path, own: fullBitset(nodes), quads: quads})
	}
	if err := n.share(shared); err != nil {
		return nil, err
	}
	next := uint64(0)
	for i := range n.segments {
		s := &n.segments[i]
		s.base = next
		next += uint64(s.own.count()) + uint64(s.quads)
	}
	return n, nil
}

func sizeOf(path string, record int) (int, error) {
	info, err := os.Stat(path)
	if err != nil {
		return 0, err
	}
	return int(info.Size()) / record, nil
}

// share finds the nodes that several segments have.
func (n *numbering) share(shared string) error {
	var sources []*nodeSource
	defer func() {
		for _, s := range sources {
			s.close()
		}
	}()
	lent := make([]*bufio.Writer, len(n.segments))
	for i := range n.segments {
		in, err := openRecords(n.segments[i].path+nodesFile, nodeRecordSize)
		if err != nil {
			return err
		}
		sources = append(sources, &nodeSource{records: in, segment: uint32(i)})
		f, err := os.Create(n.segments[i].path + lentFile)
		if err != nil {
			return err
		}
		defer f.Close()
		lent[i] = bufio.NewWriterSize(f, 1<<14)
	}
	err := writeFile(shared, func(out *bufio.Writer) error {
		var last sharedNode
		var buf []byte
		flush := func() {
			if last.local != 0 {
				buf = append(buf[:0], last.hash[:]...)
				buf = binary.LittleEndian.AppendUint32(buf, last.segment)
				buf = binary.LittleEndian.AppendUint32(buf, last.local)
				out.Write(binary.LittleEndian.AppendUint64(buf, last.uses))
			}
		}
		err := merged(sources, func(s *nodeSource) error {
			if s.hash != last.hash || last.local == 0 {
				flush()
				last = sharedNode{s.hash, s.segment, s.number, uint64(s.uses)}
				return nil
			}
			last.uses += uint64(s.uses)
			n.segments[s.segment].own.clear(s.number - 1)
			buf = binary.LittleEndian.AppendUint32(buf[:0], s.number)
			buf = binary.LittleEndian.AppendUint32(buf, last.segment)
			_, err := lent[s.segment].Write(binary.LittleEndian.AppendUint32(buf, last.local))
			return err
		})
		flush()
		return err
	})
	for _, out := range lent {
		err = errors.Join(err, out.Flush())
	}
	return err
}

const (
	sharedRecordSize = len(cayleygraph.ValueHash{}) + 16
	lentRecordSize   = 12
)

func sharedOf(record []byte) (n sharedNode) {
	h := copy(n.hash[:], record)
	n.segment = binary.LittleEndian.Uint32(record[h:])
	n.local = binary.LittleEndian.Uint32(record[h+4:])
	n.uses = binary.LittleEndian.Uint64(record[h+8:])
	return n
}

// A nodeSource reads a segment's nodes.
type nodeSource struct {
	*records
	segment uint32
	nodeRecord
}

func (s *nodeSource) advance() (bool, error) {
	record, err := s.next()
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	h := copy(s.hash[:], record)
	s.number = binary.LittleEndian.Uint32(record[h:])
	s.uses = binary.LittleEndian.Uint32(record[h+4:])
	return err == nil, err
}

func (s *nodeSource) compare(other *nodeSource) int {
	if c := bytes.Compare(s.hash[:], other.hash[:]); c != 0 {
		return c
	}
	return int(s.segment) - int(other.segment)
}

// numbers returns the numbers of a segment's nodes, by theirs in it; 0 for 0.
func (n *numbering) numbers(segment int) ([]uint64, error) {
	s := &n.segments[segment]
	nodes, err := sizeOf(s.path+nodesFile, nodeRecordSize)
	if err != nil {
		return nil, err
	}
	out := make([]uint64, nodes+1)
	next := s.base
	for i := range uint32(nodes) {
		if s.own.has(i) {
			next++
			out[i+1] = next
		}
	}
	lent, err := openRecords(s.path+lentFile, lentRecordSize)
	if err != nil {
		return nil, err
	}
	defer lent.close()
	for {
		record, err := lent.next()
		if errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		local := binary.LittleEndian.Uint32(record)
		out[local] = n.node(binary.LittleEndian.Uint32(record[4:]), binary.LittleEndian.Uint32(record[8:]))
	}
}

// links returns the segment's quads by the numbers of their nodes.
func (n *numbering) links(segment int) ([][4]uint64, error) {
	numbers, err := n.numbers(segment)
	if err != nil {
		return nil, err
	}
	data, err := os.ReadFile(n.segments[segment].path + quadsFile)
	if err != nil {
		return nil, err
	}
	out := make([][4]uint64, 0, len(data)/16)
	for record := range slices.Chunk(data, 16) {
		var link [4]uint64
		for i := range link {
			link[i] = numbers[binary.LittleEndian.Uint32(record[4*i:])]
		}
		out = append(out, link)
	}
	return out, nil
}
