package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"iter"
	"os"

	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

const (
	seed     = 1
	perBatch = 1200 // statements, about 30,000 quads, as a load puts at once
)

// files are one graph in two spellings, line by line the same. RDF stores take no name
// without a scheme, such as <speaker>; for them it is <counterclaim:speaker>.
type files struct{ short, absolute string }

// writeGraph writes the first batches of the invented graph of that size, so many that
// they have upTo statements at least, and returns how many they have. A file that is there
// is left; that of absolute names is written where it has a name.
func writeGraph(ctx context.Context, f files, size, upTo int) (statements int, err error) {
	first := firstBatches(size, upTo)
	for b := range first {
		statements += b.Statements
	}
	err = unlessThere(f.short, func(w io.Writer) error {
		lines := store.NewLines(w)
		for b := range first {
			if err := lines.Add(ctx, b.Codings, b.Contrasts); err != nil {
				return err
			}
		}
		return lines.Close()
	})
	if err != nil || f.absolute == "" {
		return statements, err
	}
	return statements, unlessThere(f.absolute, func(w io.Writer) error { return spellFile(w, f.short) })
}

func firstBatches(size, upTo int) iter.Seq[synthetic.Batch] {
	return func(yield func(synthetic.Batch) bool) {
		done := 0
		for b := range synthetic.Batches(seed, size, perBatch) {
			if done >= upTo || !yield(b) {
				return
			}
			done += b.Statements
		}
	}
}

func spellFile(w io.Writer, path string) error {
	in, err := os.Open(path)
	if err != nil {
		return err
	}
	defer in.Close()
	for lines := bufio.NewReaderSize(in, 1<<20); ; {
		line, err := lines.ReadBytes('\n')
		if _, err := w.Write(spell(line)); err != nil {
			return err
		}
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
	}
}

// scheme makes an absolute IRI of a name that has none.
const scheme = "counterclaim:"

// spell returns a line with the names of its predicate and its label made absolute; all
// other nodes have a scheme: <actor:ann>.
func spell(line []byte) []byte {
	predicate, label := bytes.Index(line, []byte("> <"))+len("> <"), bytes.LastIndex(line, []byte(" <"))+len(" <")
	if predicate < len("> <") || label <= predicate {
		return line
	}
	out := append([]byte{}, line[:predicate]...)
	out = append(out, scheme...)
	if bytes.ContainsRune(line[label:], ':') {
		return append(out, line[predicate:]...)
	}
	out = append(out, line[predicate:label]...)
	return append(append(out, scheme...), line[label:]...)
}

// unlessThere writes a file that is not there, whole or, on an error, not at all.
func unlessThere(path string, write func(io.Writer) error) error {
	if _, missing := os.Stat(path); missing == nil {
		return nil
	}
	f, err := os.Create(path + ".part")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name()) // of no effect once it has its name
	w := bufio.NewWriterSize(f, 1<<20)
	if err := errors.Join(write(w), w.Flush(), f.Close()); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
