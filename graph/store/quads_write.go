package store

import (
	"bufio"
	"context"
	"io"
	"slices"

	"github.com/cayleygraph/quad"
)

// WriteQuads writes all quads as sorted N-Quads in the short names of the store:
// the same graph gives the same bytes. It holds all lines in memory.
func (s *Store) WriteQuads(ctx context.Context, out io.Writer) error {
	var lines []string
	err := s.read(ctx, func(w *walker) error {
		return w.all(func(q quad.Quad) { lines = append(lines, q.NQuad()) })
	})
	if err != nil {
		return err
	}
	return writeLines(out, lines)
}

// writeLines sorts the lines and writes each once.
func writeLines(out io.Writer, lines []string) error {
	slices.Sort(lines)
	buf := bufio.NewWriter(out)
	for _, line := range slices.Compact(lines) {
		buf.WriteString(line)
		buf.WriteByte('\n')
	}
	return buf.Flush()
}
