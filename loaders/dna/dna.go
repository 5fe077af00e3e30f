// Package dna reads event lists of Discourse Network Analyzer: a CSV file with one
// hand-coded statement a row, who agrees or disagrees with a concept in which document.
//
//	statement_id;time;person;organization;concept;agreement;text;document_id;document_title
//	1;2031-05-02 00:00:00;Ana Reyes;Norreland;Veldany is behind the strike;1;Their ships fired.;7;Veldany blamed
//
// It takes the columns of rDNA and those that DNA's own window writes ("statement ID",
// "source"), in any order, with semicolons, commas or tabs between. Behind DNA's columns
// an export of this program has further ones, which say what DNA cannot: kinds, target,
// which statement answers which. All columns are in columns.go.
//
// An event list has no text of the documents, so that positions point at nothing: they
// are checked, and otherwise passed over. A statement without a kind is an assertion.
package dna

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
)

// A Loader reads event lists. Any number of goroutines can use it.
type Loader struct{ book *actors.Book }

// New returns a loader that looks names up in the book.
func New(book *actors.Book) *Loader { return &Loader{book} }

// Name returns "dna".
func (l *Loader) Name() string { return graph.EventList }

// Extensions returns that of CSV.
func (l *Loader) Extensions() []string { return []string{".csv"} }

// Detect reports whether the file is a CSV file with the columns of an event list.
func (l *Loader) Detect(path string, head []byte) bool {
	if !slices.Contains(l.Extensions(), strings.ToLower(filepath.Ext(path))) {
		return false
	}
	_, line, _ := firstLine(head)
	line, _, _ = bytes.Cut(line, []byte("\n"))
	names := header(strings.FieldsFunc(string(line), func(r rune) bool { return strings.ContainsRune(";,\t\r\"", r) }))
	return slices.Contains(names, statementID) && slices.ContainsFunc(names, func(n string) bool { return n == person || n == organization || n == concept })
}

// Read returns a coding for each document of the list. The error has a line for what is
// wrong with it, as path:line:col: what is wrong; what is allowed.
func (l *Loader) Read(path string, data []byte) ([]graph.Coding, error) {
	t := &table{path: path}
	t.read(data)
	if err := t.err(); err != nil {
		return nil, err
	}
	c := &coder{table: t, book: l.book, name: strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))}
	codings := c.codings()
	if err := t.err(); err != nil {
		return nil, err
	}
	return codings, nil
}
