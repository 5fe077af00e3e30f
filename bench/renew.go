package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// renew writes the page between its comments in benchmarks.md of the folder, and its
// picture into pictures.
func renew(folder string, p page) error {
	path := filepath.Join(folder, "benchmarks.md")
	src, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	begin, end := fmt.Sprintf("<!-- %s: written by go run ./bench %s -->\n", p.name, p.name), fmt.Sprintf("<!-- end of %s -->\n", p.name)
	before, rest, found := strings.Cut(string(src), begin)
	_, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		return fmt.Errorf("%s has no lines %s and %s to write between", path, strings.TrimSpace(begin), strings.TrimSpace(end))
	}
	if err := os.WriteFile(path, []byte(before+begin+"\n"+strings.TrimSpace(p.text)+"\n\n"+end+after), 0o644); err != nil {
		return err
	}
	picture := filepath.Join(folder, "pictures", "benchmarks-"+p.name+".svg")
	if err := os.MkdirAll(filepath.Dir(picture), 0o755); err != nil {
		return err
	}
	return os.WriteFile(picture, []byte(p.picture), 0o644)
}
