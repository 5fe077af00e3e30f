package loadertest

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"
)

var update = flag.Bool("update", false, "write what the loader does into the cases")

// The files of a case that say what is wanted.
const (
	wantFile     = "want.txt"
	documentFile = "document.txt"
	errorFile    = "error.txt"
)

type testCase struct {
	name, path string
	archive    *txtar.Archive
	input      txtar.File
}

// Cases runs the cases of the txtar files that match the pattern.
func Cases(t *testing.T, loader Loader, pattern string) {
	for _, c := range readCases(t, pattern) {
		t.Run(c.name, func(t *testing.T) {
			if !loader.Detect(c.input.Name, c.input.Data) {
				t.Errorf("%s does not know %s as its own", loader.Name(), c.input.Name)
			}
			got := c.outcome(loader)
			if *update {
				c.rewrite(t, got)
				return
			}
			for _, f := range got {
				if want := c.section(f.Name); !bytes.Equal(want, f.Data) {
					t.Errorf("%s", diff.Diff("want "+f.Name, want, "got "+f.Name, f.Data))
				}
			}
			for _, f := range c.archive.Files[1:] {
				if !slices.ContainsFunc(got, func(g txtar.File) bool { return g.Name == f.Name }) {
					t.Errorf("%s is wanted and not there", f.Name)
				}
			}
		})
	}
}

func readCases(t *testing.T, pattern string) []testCase {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil || len(paths) == 0 {
		t.Fatalf("no case matches %s: %v", pattern, err)
	}
	var out []testCase
	for _, path := range paths {
		archive, err := txtar.ParseFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if len(archive.Files) == 0 {
			t.Fatalf("%s: no input; allowed is a txtar file whose first file is the input", path)
		}
		name := strings.TrimSuffix(filepath.Base(path), ".txtar")
		out = append(out, testCase{name, path, archive, archive.Files[0]})
	}
	return out
}

// outcome reads the input and returns the files that say what came of it.
func (c *testCase) outcome(loader Loader) []txtar.File {
	codings, err := loader.Read(c.input.Name, c.input.Data)
	if err != nil {
		return []txtar.File{{Name: errorFile, Data: []byte(err.Error() + "\n")}}
	}
	var lines, documents strings.Builder
	for i := range codings {
		documents.WriteString(DocumentLine(&codings[i]) + "\n")
		for j := range codings[i].Statements {
			lines.WriteString(Line(&codings[i], &codings[i].Statements[j]) + "\n")
		}
	}
	out := []txtar.File{{Name: wantFile, Data: []byte(lines.String())}}
	if c.section(documentFile) != nil {
		out = append([]txtar.File{{Name: documentFile, Data: []byte(documents.String())}}, out...)
	}
	return out
}

// section returns a file of the case, nil where there is none.
func (c *testCase) section(name string) []byte {
	for _, f := range c.archive.Files[1:] {
		if f.Name == name {
			return append([]byte{}, f.Data...)
		}
	}
	return nil
}

func (c *testCase) rewrite(t *testing.T, got []txtar.File) {
	c.archive.Files = append(c.archive.Files[:1], got...)
	if err := os.WriteFile(c.path, txtar.Format(c.archive), 0o644); err != nil {
		t.Fatal(err)
	}
}
