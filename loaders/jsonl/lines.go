package jsonl

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"counterclaim/graph"
)

const (
	longestLine = 256 << 20 // in bytes: the largest article, and what is said in it
	piece       = 64 << 10  // how many bytes a Piece has, about
)

// Lines reads a file some lines at a time, whatever its size. It is for one
// goroutine.
type Lines struct {
	path      string
	in        *bufio.Reader
	longest   int  // line, in bytes
	line      int  // number of the last one read
	documents int  // lines that have one
	since     int  // of these, behind the last line that says how many there are
	ended     bool // by such a line
	cut       bool // inside a line
	notes     []string
	err       error // what ended the reading
}

// NewLines returns what reads the file of that path, as messages show it, from in.
func NewLines(path string, in io.Reader) *Lines {
	return &Lines{path: path, in: bufio.NewReaderSize(in, piece), longest: longestLine}
}

// A Piece is some lines that follow one another. It shares no memory with others.
type Piece struct {
	path  string
	lines []numbered
	Size  int // in bytes
}

// A numbered line has a document or, where it cannot be read, an error.
type numbered struct {
	number int
	text   []byte
	err    error
}

// Next returns the next lines, at least one; the error is io.EOF where there are
// no more, or one of the file as a whole, with its path.
func (l *Lines) Next() (Piece, error) {
	p := Piece{path: l.path}
	for p.Size < piece && l.err == nil {
		text, err := l.read()
		if len(text) > 0 || err == nil || err == errTooLong {
			l.line++
			p.Size += len(text) + 1
			l.add(&p, bytes.TrimSpace(text), err)
		}
		if err != nil && err != errTooLong {
			l.err = l.finish(err)
		}
	}
	if p.Size == 0 {
		return p, l.err
	}
	return p, nil
}

// add adds a line to the piece if it has a document.
func (l *Lines) add(p *Piece, text []byte, err error) {
	n := numbered{number: l.line, text: text}
	switch {
	case err == errTooLong:
		n.err = fmt.Errorf("has more than %d MB; allowed is a document a line: is it JSON Lines?", l.longest>>20)
	case len(text) == 0:
		return
	case err == io.EOF && !jsontext.Value(text).IsValid():
		n.err = fmt.Errorf("the file ends inside this line, behind %s; write it again", l.count())
	case l.isEnd(text):
		l.ended = true
		return
	}
	l.ended = false
	l.cut = err == io.EOF && n.err != nil
	l.documents++
	l.since++
	p.lines = append(p.lines, n)
}

// finish returns what Next returns when all is read, given what ended the reading.
func (l *Lines) finish(err error) error {
	switch {
	case err != io.EOF:
		return fmt.Errorf("%s:%d: cannot be read on, behind %s: %w; mend that and load it again", l.path, l.line, l.count(), err)
	case l.line == 0:
		return fmt.Errorf("%s: is empty, and even of no documents it would have a last line; write it again", l.path)
	case !l.ended && !l.cut:
		l.notes = append(l.notes, fmt.Sprintf("%s: ends behind %s, without the line that says how many there are; if there should be more, write it again", l.path, l.count()))
	}
	return io.EOF
}

// isEnd reports whether the line is one that ends a file, and checks it.
func (l *Lines) isEnd(text []byte) bool {
	if !startsEnd(text) {
		return false
	}
	var last struct {
		Contrasts, Same jsontext.Value
		Documents       *int
	}
	if json.Unmarshal(text, &last, json.MatchCaseInsensitiveNames(true)) != nil {
		return false
	}
	if last.Documents != nil && *last.Documents != l.since {
		l.notes = append(l.notes, fmt.Sprintf("%s:%d: tells of %d documents, and there are %d; unless some were left out on purpose, write the file again", l.path, l.line, *last.Documents, l.since))
	}
	l.since = 0
	return true
}

// startsEnd reports whether a line begins as one that ends a file does.
func startsEnd(text []byte) bool {
	key, ok := bytes.CutPrefix(text, []byte("{"))
	key = bytes.TrimSpace(key)
	return ok && (bytes.HasPrefix(key, []byte(`"contrasts"`)) || bytes.HasPrefix(key, []byte(`"documents"`)))
}

// Notes returns what a person should know about the file, once it is read. Nothing
// of it is sure to be a mistake.
func (l *Lines) Notes() []string { return l.notes }

// count says how many documents there have been.
func (l *Lines) count() string {
	if l.documents == 1 {
		return "1 document"
	}
	return fmt.Sprintf("%d documents", l.documents)
}

var errTooLong = errors.New("a line that is too long")

// read returns the next line without its end. io.EOF comes with the last line if it
// has no end. Of a line that is too long nothing is kept.
func (l *Lines) read() ([]byte, error) {
	var line []byte
	for tooLong := false; ; {
		some, err := l.in.ReadSlice('\n')
		if len(line)+len(some) > l.longest {
			line, tooLong = nil, true
		}
		if !tooLong {
			line = append(line, some...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case tooLong && (err == nil || err == io.EOF):
			return nil, errTooLong
		case err == nil:
			line = line[:len(line)-1]
		}
		if l.line == 0 {
			line = bytes.TrimPrefix(line, []byte("\ufeff"))
		}
		return line, err
	}
}

// Read returns the codings of the lines, which validate, and an error for each line
// that cannot be read, as path:line: what is wrong; what to do.
func (p *Piece) Read() (codings []graph.Coding, failed []error) {
	for _, n := range p.lines {
		c, err := n.read()
		if err != nil {
			failed = append(failed, fmt.Errorf("%s:%d: %s", p.path, n.number, strings.ReplaceAll(err.Error(), "\n", "; ")))
			continue
		}
		codings = append(codings, c)
	}
	return codings, failed
}

func (n *numbered) read() (graph.Coding, error) {
	if n.err != nil {
		return graph.Coding{}, n.err
	}
	c, err := Parse(n.text)
	if err != nil {
		return c, err
	}
	return c, c.Validate()
}
