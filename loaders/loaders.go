// Package loaders turns files into statements and brings them into the graph:
// it finds the files, asks the loader of each format to read its own, sets the
// statements against one another and hands all to the store.
//
//	files := loaders.Find(loaders.All(book), "articles", "coded/harbour.yaml")
//	report, err := loaders.Load(ctx, store, files, nil)
//
// A new format is a package below this one with a type that implements Loader,
// its cases for loadertest, and a line in All.
package loaders

import (
	"fmt"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/article"
	"counterclaim/loaders/curated"
	"counterclaim/loaders/dna"
	"counterclaim/loaders/jsonl"
)

// A Loader reads files of one format. Any number of goroutines may use it.
type Loader interface {
	// Name is the name of the format, in lower case.
	Name() string
	// Extensions are those of its files' names, in lower case, with the point.
	Extensions() []string
	// Detect reports whether the loader reads the file, given its path and its
	// first bytes, up to 4 KiB of them.
	Detect(path string, head []byte) bool
	// Read returns what is said in the file. It depends on path and data alone.
	// data is valid UTF-8 with at least one word character, and is not changed.
	// JSON Lines, of any size, are read by parts instead.
	// Each line of the error is path:line:col: what is wrong; what is allowed,
	// or, where the file as a whole is wrong, path: what is wrong and what to do.
	Read(path string, data []byte) ([]graph.Coding, error)
}

// All returns the loaders of all formats, with the actors of the book. The last
// one reads any text, so that it also gets a file that is named, not found in a
// folder, and has no extension of a format.
func All(book *actors.Book) []Loader {
	return []Loader{
		curated.New(book),
		dna.New(book),
		jsonl.Loader{},
		article.New(book),
	}
}

// Names returns the names of the loaders' formats.
func Names(loaders []Loader) []string {
	names := make([]string, len(loaders))
	for i, l := range loaders {
		names[i] = l.Name()
	}
	return names
}

// Only returns the loader of that format alone. It takes every file for its own.
// The error lists the formats.
func Only(loaders []Loader, format string) ([]Loader, error) {
	i := slices.Index(Names(loaders), format)
	if i < 0 {
		return nil, fmt.Errorf("unknown format %q; allowed are %s", format, strings.Join(Names(loaders), ", "))
	}
	return []Loader{anyFile{loaders[i]}}, nil
}

type anyFile struct{ Loader }

func (anyFile) Detect(string, []byte) bool { return true }

// handCoded reports whether a person coded what the loader reads.
func handCoded(l Loader) bool {
	d := graph.Document{Format: l.Name()}
	return d.HandCoded()
}
