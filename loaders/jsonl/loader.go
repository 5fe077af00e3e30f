package jsonl

import (
	"bytes"
	"errors"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"counterclaim/graph"
)

// Name is the name of the format. Documents keep that of the loader which read them
// before they came into such a file.
const Name = "jsonl"

// A Loader reads JSON Lines. Any number of goroutines can use it.
type Loader struct{}

// Name returns "jsonl".
func (Loader) Name() string { return Name }

// Extensions returns those of JSON Lines.
func (Loader) Extensions() []string { return []string{".jsonl", ".ndjson"} }

// ownKeys is how a file of this format begins, apart from those of others.
var ownKeys = regexp.MustCompile(`^\x{feff}?\s*\{(?s:.*)"(version|statements|contrasts|documents)"\s*:`)

// Detect reports whether the file has such lines. An empty one is taken too: it is
// what a program leaves that was stopped, and nobody should miss that.
func (l Loader) Detect(path string, head []byte) bool {
	ext := strings.ToLower(filepath.Ext(path))
	return slices.Contains(l.Extensions(), ext) && (len(head) == 0 || ownKeys.Match(head))
}

// Read returns the codings of a whole file or, if a line is wrong, an error with a
// line for each. Lines reads on behind a wrong line, and files of any size.
func (Loader) Read(path string, data []byte) ([]graph.Coding, error) {
	var codings []graph.Coding
	var errs []error
	for lines := NewLines(path, bytes.NewReader(data)); ; {
		p, err := lines.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			errs = append(errs, err)
			break
		}
		some, failed := p.Read()
		codings, errs = append(codings, some...), append(errs, failed...)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return codings, nil
}
