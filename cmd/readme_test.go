package cmd_test

import (
	"os"
	"os/exec"
	"strings"
	"testing"
)

const readme = "../README.md"

// The README is one page, and stays one.
func TestReadmeFitsOnePage(t *testing.T) {
	if n := strings.Count(readReadme(t), "\n"); n > 200 {
		t.Errorf("README.md has %d lines, allowed are 200", n)
	}
}

// The commands in the README's console blocks print what stands below them. They
// run one after the other in one folder, which begins empty.
func TestReadmeCommands(t *testing.T) {
	dir, whole := t.TempDir(), readReadme(t)
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("GORACE", quickExit)
	parts := strings.Split(whole, "```")
	for i := 1; i < len(parts); i += 2 {
		block, ok := strings.CutPrefix(parts[i], "console\n")
		if !ok {
			continue
		}
		parts[i] = "console\n" + runBlock(t, dir, block)
	}
	ran := strings.Join(parts, "```")
	switch {
	case ran == whole:
	case *update:
		writeReadme(t, ran)
	default:
		t.Errorf("README.md shows another output than its commands print; go test ./cmd -update rewrites it. Now they print:\n%s", ran)
	}
}

// runBlock runs the lines that begin with $ and returns them, each with what it
// prints.
func runBlock(t *testing.T, dir, block string) string {
	t.Helper()
	var out strings.Builder
	for line := range strings.Lines(block) {
		command, ok := strings.CutPrefix(line, "$ ")
		if !ok {
			continue
		}
		out.WriteString(line)
		c := exec.Command("bash", "-c", strings.ReplaceAll(command, "go run . ", "counterclaim "))
		c.Dir = dir
		printed, err := c.CombinedOutput()
		if err != nil {
			t.Fatalf("%s%v\n%s", line, err, printed)
		}
		out.Write(printed)
	}
	return out.String()
}

func readReadme(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile(readme)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func writeReadme(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(readme, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
