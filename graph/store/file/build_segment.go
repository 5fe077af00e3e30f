package file

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// A Segment is so many quads of a bulk load as are held in memory at a time, with their
// nodes by numbers of its own, from 1 on. It is for one goroutine; several can be filled at
// once.
type Segment struct {
	path   string // of its files, but for their endings
	known  map[quad.Value]uint32
	tokens map[string]uint32 // as known, by how N-Quads spell them
	values []quad.Value      // from number 1 on
	uses   []uint32
	quads  [][4]uint32 // by quad.Directions; 0 for no label
}

func newSegment(path string) *Segment {
	return &Segment{path: path, known: map[quad.Value]uint32{}, tokens: map[string]uint32{}}
}

// Add adds a quad. It may be there, or in another segment, already: then it counts once.
func (s *Segment) Add(q quad.Quad) {
	var nodes [4]uint32
	for i, d := range quad.Directions {
		if v := q.Get(d); v != nil {
			nodes[i] = s.number(v)
		}
	}
	s.addNumbers(nodes)
}

func (s *Segment) addNumbers(nodes [4]uint32) {
	for _, n := range nodes {
		if n != 0 {
			s.uses[n-1]++
		}
	}
	s.quads = append(s.quads, nodes)
}

func (s *Segment) number(v quad.Value) uint32 {
	n, ok := s.known[v]
	if !ok {
		s.values, s.uses = append(s.values, v), append(s.uses, 0)
		n = uint32(len(s.values))
		s.known[v] = n
	}
	return n
}

// The files of a segment, each named after its path:
//
//	.nodes   a record a node, in the order of their hashes
//	.values  what the log says of each node, in the order of their numbers
//	.quads   the numbers of each quad's nodes
const (
	nodesFile  = ".nodes"
	valuesFile = ".values"
	quadsFile  = ".quads"
)

// A nodeRecord is a node as a segment has it.
type nodeRecord struct {
	hash   cayleygraph.ValueHash
	number uint32
	uses   uint32
}

const nodeRecordSize = len(cayleygraph.ValueHash{}) + 8

// Write writes the segment into its files, after which memory need not hold it.
func (s *Segment) Write() error {
	records := make([]nodeRecord, len(s.values))
	for i, v := range s.values {
		records[i] = nodeRecord{cayleygraph.HashOf(v), uint32(i + 1), s.uses[i]}
	}
	slices.SortFunc(records, func(a, b nodeRecord) int { return bytes.Compare(a.hash[:], b.hash[:]) })
	return errors.Join(
		writeFile(s.path+nodesFile, func(out *bufio.Writer) error {
			var buf []byte
			for _, r := range records {
				buf = append(buf[:0], r.hash[:]...)
				buf = binary.LittleEndian.AppendUint32(buf, r.number)
				out.Write(binary.LittleEndian.AppendUint32(buf, r.uses))
			}
			return nil
		}),
		writeFile(s.path+valuesFile, func(out *bufio.Writer) error {
			var size []byte
			for _, v := range s.values {
				value, err := pquads.MarshalValue(v)
				if err != nil {
					return err
				}
				size = binary.AppendUvarint(size[:0], uint64(len(value)))
				out.Write(size)
				out.Write(value)
			}
			return nil
		}),
		writeFile(s.path+quadsFile, func(out *bufio.Writer) error {
			var buf []byte
			for _, nodes := range s.quads {
				buf = buf[:0]
				for _, n := range nodes {
					buf = binary.LittleEndian.AppendUint32(buf, n)
				}
				out.Write(buf)
			}
			return nil
		}))
}

// writeFile makes a file of what fn writes; errors of the writer need not be looked at.
func writeFile(path string, fn func(*bufio.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(f, 1<<18)
	return errors.Join(fn(out), out.Flush(), f.Close())
}

// A records reader reads records of one size from a file, one after the other.
type records struct {
	file *os.File
	in   *bufio.Reader
	buf  []byte
}

func openRecords(path string, size int) (*records, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &records{f, bufio.NewReaderSize(f, 1<<16), make([]byte, size)}, nil
}

// next returns a record, good until the next one is read; io.EOF at the end.
func (r *records) next() ([]byte, error) {
	_, err := io.ReadFull(r.in, r.buf)
	return r.buf, err
}

func (r *records) close() { r.file.Close() }
