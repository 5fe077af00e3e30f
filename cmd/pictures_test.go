package cmd_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// The commands of docs/pictures.md draw the pictures that it shows.
func TestPicturesOfTheSeeds(t *testing.T) {
	const page, folder = "../docs/pictures.md", "../docs/pictures"
	src, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("GORACE", quickExit)
	_, rest, _ := strings.Cut(string(src), "```console\n")
	block, _, _ := strings.Cut(rest, "```")
	runBlock(t, dir, block)
	drawn, err := filepath.Glob(filepath.Join(dir, "*.svg"))
	if err != nil || len(drawn) == 0 {
		t.Fatalf("no pictures, %v", err)
	}
	for _, file := range drawn {
		name := filepath.Base(file)
		if !strings.Contains(string(src), "](pictures/"+name+")") {
			t.Errorf("%s does not show %s", page, name)
		}
		got, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(filepath.Join(folder, name), got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if want, err := os.ReadFile(filepath.Join(folder, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is another picture now; look at it, and go test ./cmd -update takes it, %v", name, err)
		}
	}
	kept, err := filepath.Glob(filepath.Join(folder, "*.svg"))
	kept = slices.DeleteFunc(kept, func(file string) bool { return strings.HasPrefix(filepath.Base(file), "benchmarks-") }) // bench draws these
	if err != nil || len(kept) != len(drawn) {
		t.Errorf("%s has %d pictures, its page draws %d, %v", folder, len(kept), len(drawn), err)
	}
}
