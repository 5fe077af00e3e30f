// Package curated reads hand-coded statements: a YAML file with the citation of
// one document and what is said in it, in the coder's words. It is the format of
// seeds/statements.
//
//	name: harbour-gazette-2031-05-02
//	document:
//	  title: Norreland blames Veldany for the harbour strike
//	  publisher: Harbour Gazette
//	  published: 2031-05-02
//	statements:
//	  - id: strike-accusation
//	    kind: attribution
//	    speaker: Navy of Norreland
//	    target: Veldany
//	    text: The navy holds that Veldany's ships fired on the harbour.
//	  - id: strike-denied
//	    kind: denial
//	    speaker: Foreign Ministry of Veldany
//	    target: Norreland
//	    said: 2031-05-01
//	    text: The ministry says that its ships were in port that night.
//	    answers:
//	      - statement: strike-accusation
//	        relation: denies
//
// A speaker, via, target or victim is a name of the actors' book or the ID of an
// actor there; another name makes an actor, and one that begins with "unnamed" a
// source of this document alone. All keys are in keys.go.
package curated

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
)

// A Loader reads hand-coded files. Any number of goroutines can use it.
type Loader struct{ book *actors.Book }

// New returns a loader that looks names up in the book.
func New(book *actors.Book) *Loader { return &Loader{book} }

// Name returns "curated".
func (l *Loader) Name() string { return "curated" }

// ownKey is a line that only a hand-coded file has.
var ownKey = regexp.MustCompile(`(?m)^\x{feff}?(name|document|answers|statements)[ \t]*:`)

// Extensions returns those of YAML.
func (l *Loader) Extensions() []string { return []string{".yaml", ".yml"} }

// Detect reports whether the file is a YAML file with a key of this format.
func (l *Loader) Detect(path string, head []byte) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return slices.Contains(l.Extensions(), ext) && ownKey.Match(head)
}

// Read returns the one coding of the file. The error has a line for everything
// that is wrong with it, as path:line:col: what is wrong; what is allowed.
func (l *Loader) Read(path string, data []byte) ([]graph.Coding, error) {
	t := &tree{path: path}
	f := t.file(data)
	if err := t.err(); err != nil {
		return nil, err
	}
	c := &coder{tree: t, book: l.book, file: f, own: map[string]graph.Actor{}}
	coding := c.coding()
	if err := t.err(); err != nil {
		return nil, err
	}
	return []graph.Coding{coding}, nil
}
