package cmd

import (
	"bufio"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders"
)

// areQuads reports whether the paths are one file of N-Quads, which load reads for itself.
func areQuads(paths []string) (bool, error) {
	isQuads := func(path string) bool { return strings.EqualFold(filepath.Ext(withoutGzip(path)), ".nq") }
	if slices.ContainsFunc(paths, isQuads) && len(paths) > 1 {
		return false, wrongCallf("N-Quads are loaded alone: name one .nq or .nq.gz file and nothing else")
	}
	return isQuads(paths[0]), nil
}

// withoutGzip returns a path without the ending of what gzip has packed.
func withoutGzip(path string) string {
	if ext := filepath.Ext(path); strings.EqualFold(ext, ".gz") {
		return strings.TrimSuffix(path, ext)
	}
	return path
}

// loadQuads reads N-Quads in short names. An empty store gets them as they are; to one that
// has something in it their documents come as they would from files.
func loadQuads(ctx context.Context, db *store.Store, path string, step func(loaders.Progress)) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	read := &counted{Reader: f}
	var text io.Reader = read
	if withoutGzip(path) != path {
		packed, err := gzip.NewReader(bufio.NewReaderSize(read, 1<<20))
		if err != nil {
			return fmt.Errorf("%s: %w; a .nq.gz file is N-Quads that gzip has packed", path, err)
		}
		text = unpacked{packed}
	}
	in := bufio.NewReaderSize(text, 1<<20)
	if err := inShortNames(in); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	told := func(at store.Progress) {
		switch {
		case step == nil:
		case at.Step == "reading":
			step(loaders.Progress{Step: "reading MB", Done: int(read.bytes >> 20), Total: int(info.Size() >> 20)})
		default:
			step(loaders.Progress{Step: at.Step, Done: int(at.Done), Total: int(at.Total)})
		}
	}
	err = db.ReadQuads(ctx, in, told)
	if errors.Is(err, store.ErrNotEmpty) {
		return addQuads(ctx, db, in, path, told)
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// addQuads reads the quads into a store of their own and puts its documents into db.
func addQuads(ctx context.Context, db *store.Store, in io.Reader, path string, step func(store.Progress)) error {
	folder, err := os.MkdirTemp("", "counterclaim")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	read, err := store.Open("bolt", filepath.Join(folder, "read.db"))
	if err != nil {
		return err
	}
	defer read.Close()
	if err := read.ReadQuads(ctx, in, step); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	documents, err := read.Documents(ctx)
	if err != nil {
		return err
	}
	const atOnce = 100
	for batch := range slices.Chunk(documents, atOnce) {
		var codings []graph.Coding
		for _, d := range batch {
			c, _, err := read.Coding(ctx, d.ID)
			if err != nil {
				return fmt.Errorf("%s: %w", path, err)
			}
			codings = append(codings, c)
		}
		if _, _, err := db.Put(ctx, codings, loaders.Linker(db)); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}

// unpacked is what gzip has packed. Where that is cut off, the error is none of an end.
type unpacked struct{ *gzip.Reader }

func (u unpacked) Read(p []byte) (int, error) {
	n, err := u.Reader.Read(p)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("the file is cut off; copy or pack it again")
	}
	return n, err
}

// counted counts what is read.
type counted struct {
	io.Reader
	bytes int64
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.bytes += int64(n)
	return n, err
}

var predicateOfLine = regexp.MustCompile(`(?m)^\s*(?:<[^>]*>|_:\S+)\s*<([^>]*)>`)

// inShortNames refuses quads of other vocabularies before anything is loaded, by the first
// predicates that there are.
func inShortNames(in *bufio.Reader) error {
	head, err := in.Peek(1 << 16)
	if err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	for _, found := range predicateOfLine.FindAllSubmatch(head, -1) {
		if _, ok := graph.FindPredicate(string(found[1])); !ok {
			return fmt.Errorf("predicate <%s> is not in the vocabulary; load reads N-Quads in the store's own names, as \"counterclaim bench generate\" writes them, not those of other vocabularies", found[1])
		}
	}
	return nil
}
