// Package seeds holds what was put in by hand and ships inside the program: the
// actors and countries that the loaders know by name, the word lists of the
// article loader, the coded claims of five real articles, and four invented
// articles to try things on. SOURCES.md says where each list comes from.
package seeds

import (
	"bufio"
	"bytes"
	"embed"
	"fmt"
	"strings"
)

// Files holds actors.yaml, countries.txt, SOURCES.md and the folders statements,
// articles and words, under these names.
//
//go:embed actors.yaml countries.txt SOURCES.md statements/*.yaml articles/*.txt words/*.txt
var Files embed.FS

// Words returns the entries of words/<name>.txt in the order of the file: one a
// line, without blank lines and without what follows a #. The error names the
// file that is not there.
func Words(name string) ([]string, error) {
	data, err := Files.ReadFile("words/" + name + ".txt")
	if err != nil {
		return nil, fmt.Errorf("word list %q: %w", name, err)
	}
	return entries(data), nil
}

func entries(data []byte) []string {
	var out []string
	for lines := bufio.NewScanner(bytes.NewReader(data)); lines.Scan(); {
		entry, _, _ := strings.Cut(lines.Text(), "#")
		if entry = strings.TrimSpace(entry); entry != "" {
			out = append(out, entry)
		}
	}
	return out
}
