package loaders

import (
	"context"
	"errors"
	"fmt"
	"io"

	"counterclaim/loaders/jsonl"
)

// A file of JSON Lines may have a whole corpus, so that it is read by parts: some
// lines at a time, each part on a core of its own, and no more parts in memory than
// there are cores, and a few. A line that is wrong does not stop the others.

// byParts reports whether the file is read by parts.
func (f file) byParts() bool { return f.loader.Name() == jsonl.Name }

// startParts reads the file by parts, and sends a channel for each in order. It returns
// false where ctx ended before the file did.
func (f file) startParts(ctx context.Context, queue chan<- chan result) bool {
	send := func(read func() result) bool {
		done := make(chan result, 1)
		select {
		case queue <- done:
		case <-ctx.Done():
			return false
		}
		go func() { done <- read() }()
		return true
	}
	in, err := f.fsys.Open(f.name)
	if err != nil {
		return send(func() result { return result{file: f, err: unreadable(f.path, "", err)} })
	}
	defer in.Close()
	for lines := jsonl.NewLines(f.path, in); ; {
		part, err := lines.Next()
		if err == io.EOF {
			return send(func() result { return result{file: f, notes: lines.Notes()} })
		}
		if err != nil {
			return send(func() result { return result{file: f, err: err} })
		}
		read := func() result {
			codings, failed := part.Read()
			return result{file: f, size: part.Size, codings: codings, lines: failed, more: true}
		}
		if !send(read) {
			return false
		}
	}
}

// faults are those of the lines of one file.
type faults struct {
	first []error
	all   int
}

// add takes note of the wrong lines of a part; with the last one it makes one error
// of them.
func (f *faults) add(r *result) {
	const shown = 10
	f.all += len(r.lines)
	f.first = append(f.first, r.lines[:min(len(r.lines), shown-len(f.first))]...)
	if r.more {
		return
	}
	if more := f.all - len(f.first); more > 0 {
		f.first = append(f.first, fmt.Errorf("%s: further lines that cannot be read: %d", r.file.path, more))
	}
	if r.err != nil {
		f.first = append(f.first, r.err)
	}
	r.err = errors.Join(f.first...)
	*f = faults{}
}
