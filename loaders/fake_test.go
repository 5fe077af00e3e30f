package loaders

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
)

// lines is a loader of files with a statement a line, speaker first:
//
//	doc:harbour
//	denial Reyes: no shot was fired
//
// The first line is the document's ID. A file that begins with "panic" breaks it.
type lines struct {
	format string // its name, and the extension of its files
}

func (l lines) Name() string { return l.format }

func (l lines) Extensions() []string { return []string{"." + l.format} }

func (l lines) Detect(path string, head []byte) bool { return filepath.Ext(path) == "."+l.format }

func (l lines) Read(path string, data []byte) ([]graph.Coding, error) {
	if strings.HasPrefix(string(data), "panic") {
		panic("out of cheese")
	}
	first, rest, _ := strings.Cut(string(data), "\n")
	if !strings.HasPrefix(first, "doc:") {
		return nil, fmt.Errorf("%s:1:1: %q; allowed is doc: and a name", path, first)
	}
	c := graph.Coding{Document: graph.Document{ID: first, Name: filepath.Base(path), Format: l.format}}
	for i, line := range strings.Split(strings.TrimSpace(rest), "\n") {
		kind, rest, _ := strings.Cut(line, " ")
		speaker, text, _ := strings.Cut(rest, ": ")
		id := graph.ActorID(speaker)
		c.Actors = append(c.Actors, graph.Actor{ID: id, Names: []string{speaker}, Class: graph.Person})
		c.Statements = append(c.Statements, graph.Statement{
			ID: fmt.Sprintf("st:%s/%s/%d", first[4:], l.format, i), Document: first, Kinds: []graph.Kind{graph.Kind(kind)},
			Speaker: graph.Mention{Actor: id, Words: speaker}, Text: text,
			Mode: graph.Curated, Certainty: graph.Firm, Polarity: graph.Affirms, Confidence: 1,
		})
	}
	return []graph.Coding{c}, nil
}

// fakes are two formats; codings of the first are hand-coded.
var fakes = []Loader{lines{"curated"}, lines{"txt"}}

// folder makes a folder with files of that content; a name that ends in / is a
// folder, content that begins with -> a link.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		path := filepath.Join(dir, filepath.FromSlash(name))
		must(t, os.MkdirAll(filepath.Dir(path), 0o755))
		target, isLink := strings.CutPrefix(files[name], "->")
		switch {
		case strings.HasSuffix(name, "/"):
			must(t, os.MkdirAll(path, 0o755))
		case isLink:
			must(t, os.Symlink(target, path))
		default:
			must(t, os.WriteFile(path, []byte(files[name]), 0o644))
		}
	}
	return dir
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
