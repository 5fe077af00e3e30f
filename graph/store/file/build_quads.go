package file

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"
)

// A block is some lines of N-Quads.
type block struct {
	lines string
	first int // the number of its first line
}

// readQuads makes segments of N-Quads, on all cores.
func (b *Bulk) readQuads(ctx context.Context, r io.Reader, blockBytes int, step func(Progress)) error {
	type job struct {
		block
		*Segment
	}
	jobs := make(chan job)
	workers := runtime.GOMAXPROCS(0)
	errs := make([]error, workers)
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	var wait sync.WaitGroup
	for i := range workers {
		wait.Go(func() {
			for j := range jobs {
				if errs[i] = j.read(ctx, j.block); errs[i] != nil {
					stop()
					break
				}
			}
		})
	}
	err := eachBlock(r, blockBytes, func(lines block) error {
		next := job{lines, b.NewSegment()}
		step(Progress{Step: "reading", Done: int64(lines.first)})
		select {
		case jobs <- next:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	close(jobs)
	wait.Wait()
	if failed := errors.Join(errs...); failed != nil {
		return failed
	}
	return err
}

// eachBlock cuts lines into blocks.
func eachBlock(r io.Reader, blockBytes int, fn func(block) error) error {
	var rest []byte
	next := block{first: 1}
	for {
		buf := make([]byte, blockBytes+len(rest))
		copy(buf, rest)
		n, err := io.ReadFull(r, buf[len(rest):])
		ended := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
		if err != nil && !ended {
			return err
		}
		buf = buf[:len(rest)+n]
		cut := len(buf)
		if !ended { // a longer line goes on in the next one
			cut = bytes.LastIndexByte(buf, '\n') + 1
		}
		if cut > 0 {
			next.lines = string(buf[:cut])
			if err := fn(next); err != nil {
				return err
			}
			next.first += bytes.Count(buf[:cut], []byte{'\n'})
		}
		if ended {
			return nil
		}
		rest = buf[cut:]
	}
}

// read adds the quads of a block, which are all of the segment, and writes it.
func (s *Segment) read(ctx context.Context, lines block) error {
	number := lines.first
	for line := range strings.Lines(lines.lines) {
		if err := s.addLine(strings.TrimSpace(line)); err != nil {
			return fmt.Errorf("line %d: %w", number, err)
		}
		if number++; number%progressQuads == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return s.Write()
}

// addLine adds what a line of N-Quads says. Most lines are made of terms that others
// have, too: those are found by how they are spelled, and only new ones are parsed.
func (s *Segment) addLine(line string) error {
	if line == "" || line[0] == '#' {
		return nil
	}
	terms, n := splitLine(line)
	var values [4]quad.Value // of new terms
	for i, term := range terms[:n] {
		if s.tokens[term] != 0 {
			continue
		}
		v, ok := parseTerm(term)
		if !ok {
			n = 0
			break
		}
		values[i] = v
	}
	if n > 0 {
		var nodes [4]uint32
		for i, term := range terms[:n] {
			if values[i] != nil {
				s.tokens[term] = s.number(values[i])
			}
			nodes[i] = s.tokens[term]
		}
		s.addNumbers(nodes)
		return nil
	}
	q, err := parseLine(line)
	if err != nil {
		return err
	}
	s.Add(q)
	return nil
}

func parseLine(line string) (quad.Quad, error) {
	q, err := nquads.Parse(line)
	if err != nil || !q.IsValid() {
		return q, fmt.Errorf("no quad: %.200s", line)
	}
	return q, nil
}

// splitLine returns the three or four terms of a line in which each is spelled in the
// plain way, 0 terms of others.
func splitLine(line string) (terms [4]string, n int) {
	for {
		end := 0
		switch {
		case line == ".":
			if n < 3 {
				return terms, 0
			}
			return terms, n
		case n == 4 || line == "":
			return terms, 0
		case line[0] == '<':
			end = strings.IndexByte(line, '>') + 1
		case line[0] == '"' && n == 2:
			if end = closing(line); end == 0 {
				break
			}
			if rest := line[end:]; strings.HasPrefix(rest, "^^<") {
				end += strings.IndexByte(rest, '>') + 1
			}
		}
		if end == 0 || end >= len(line) || line[end] != ' ' {
			return terms, 0
		}
		terms[n] = line[:end]
		n++
		line = strings.TrimLeft(line[end:], " ")
	}
}

// closing returns the place behind the quotation mark that closes the text with which the
// line begins, 0 where there is none.
func closing(line string) int {
	for i := 1; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return 0
}

// parseTerm returns the value that a term spells, if it is one that means the same
// wherever it stands.
func parseTerm(term string) (quad.Value, bool) {
	if strings.ContainsAny(term[1:strings.LastIndexAny(term, `>"`)], "<> \t") && term[0] == '<' {
		return nil, false
	}
	q, err := nquads.Parse("<s> <p> " + term + " .")
	return q.Object, err == nil && q.Object != nil && q.Label == nil
}

// BuildQuads builds the file anew from N-Quads, of which it holds blockBytes in memory at a
// time on each core. A quad that comes twice counts once. After an error, as over a line that
// is no quad, the file is what it was. step, which is not nil, is told of progress, from one
// goroutine at a time: reading by lines, building by quads.
func (d *DB) BuildQuads(ctx context.Context, r io.Reader, blockBytes int, step func(Progress)) error {
	load, err := d.NewBulk()
	if err != nil {
		return err
	}
	defer load.Close()
	if err := load.readQuads(ctx, r, blockBytes, step); err != nil {
		return err
	}
	if err := load.build(ctx, step); err != nil {
		return err
	}
	return load.Place()
}
