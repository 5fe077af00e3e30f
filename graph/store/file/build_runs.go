package file

import (
	"bufio"
	"cmp"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"

	"github.com/cayleygraph/quad"
)

// A placed is a posting of a bulk load, with the label of its quad, so that a quad that
// comes twice is found out.
type placed struct {
	posting
	label uint64
}

// comparePlaced puts the same quads next to each other.
func comparePlaced(a, b placed) int {
	for i := range 3 {
		if a.posting[i] != b.posting[i] {
			return cmp.Compare(a.posting[i], b.posting[i])
		}
	}
	if a.label != b.label {
		return cmp.Compare(a.label, b.label)
	}
	return cmp.Compare(a.posting[3], b.posting[3])
}

// writeRuns writes a segment's quads into a file an index, sorted as it has them.
func (n *numbering) writeRuns(segment int) error {
	links, err := n.links(segment)
	if err != nil {
		return err
	}
	s := &n.segments[segment]
	run := make([]placed, len(links))
	for _, x := range indexes {
		for i, link := range links {
			run[i] = placed{posting{3: s.firstQuad() + uint64(i)}, link[3]}
			for j, d := range x.dirs {
				run[i].posting[j] = link[slices.Index(quad.Directions, d)]
			}
		}
		slices.SortFunc(run, comparePlaced)
		if err := writeRun(s.path+"."+x.bucket, run); err != nil {
			return err
		}
	}
	return nil
}

// A run's postings are written by how they differ from the one before: see runSource.
func writeRun(path string, run []placed) error {
	return writeFile(path, func(out *bufio.Writer) error {
		var buf []byte
		var last placed
		for _, p := range run {
			buf = binary.AppendUvarint(buf[:0], p.posting[0]-last.posting[0])
			for i := 1; i < 4; i++ {
				buf = binary.AppendVarint(buf, int64(p.posting[i]-last.posting[i]))
			}
			out.Write(binary.AppendVarint(buf, int64(p.label-last.label)))
			last = p
		}
		return nil
	})
}

// A runSource reads a run.
type runSource struct {
	file *os.File
	in   *bufio.Reader
	placed
}

func openRun(path string) (*runSource, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &runSource{file: f, in: bufio.NewReaderSize(f, 1<<16)}, nil
}

func (r *runSource) advance() (bool, error) {
	first, err := binary.ReadUvarint(r.in)
	if errors.Is(err, io.EOF) {
		return false, nil
	}
	r.posting[0] += first
	for i := 1; i < 4 && err == nil; i++ {
		var more int64
		more, err = binary.ReadVarint(r.in)
		r.posting[i] += uint64(more)
	}
	if err != nil {
		return false, err
	}
	more, err := binary.ReadVarint(r.in)
	r.label += uint64(more)
	return err == nil, err
}

func (r *runSource) compare(other *runSource) int { return comparePlaced(r.placed, other.placed) }

// merge calls fn with all quads of the segments in the order of the index.
func (n *numbering) merge(x index, fn func(placed) error) error {
	var sources []*runSource
	defer func() {
		for _, s := range sources {
			s.file.Close()
		}
	}()
	for i := range n.segments {
		s, err := openRun(n.segments[i].path + "." + x.bucket)
		if err != nil {
			return err
		}
		sources = append(sources, s)
	}
	return merged(sources, func(s *runSource) error { return fn(s.placed) })
}
