package cmd_test

import (
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"counterclaim/graph"
)

const readme = "../README.md"

// The README is one page, and stays one.
func TestReadmeFitsOnePage(t *testing.T) {
	if n := strings.Count(readReadme(t), "\n"); n > 200 {
		t.Errorf("README.md has %d lines, allowed are 200", n)
	}
}

// The vocabulary in the README is what graph/vocabulary.go says.
func TestReadmeVocabulary(t *testing.T) {
	const begin, end = "<!-- vocabulary: written by go test ./cmd -update -->\n", "<!-- end of vocabulary -->\n"
	before, rest, ok := strings.Cut(readReadme(t), begin)
	have, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("README.md lacks the lines %q and %q", begin, end)
	}
	want := vocabulary()
	if have == want {
		return
	}
	if !*update {
		t.Fatalf("README.md is behind graph/vocabulary.go; go test ./cmd -update brings it up to date")
	}
	writeReadme(t, before+begin+want+end+after)
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

func vocabulary() string {
	var b strings.Builder
	b.WriteString("| node | named | what it is | edges from it |\n|---|---|---|---|\n")
	for _, c := range graph.NodeClasses {
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s |\n", c.Name, c.Prefix, c.Says, edges(c.Name))
	}
	b.WriteString("\n| relation | counter to claim |\n|---|---|\n")
	for _, r := range graph.Relations {
		fmt.Fprintf(&b, "| `%s` | %s |\n", r.Relation, r.Says)
	}
	b.WriteString("\n| kind | CAMEO | PLOVER | what the statement does |\n|---|---|---|---|\n")
	for _, k := range graph.Kinds {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", k.Kind, k.CAMEO, k.PLOVER, k.Says)
	}
	return b.String()
}

// edges lists the predicates of a class that are not relations.
func edges(class string) string {
	var names []string
	for _, p := range graph.Predicates {
		if graph.Relation(p.Name).Known() {
			continue
		}
		for _, from := range p.From {
			if from == class {
				names = append(names, "`"+p.Name+"`")
			}
		}
	}
	return strings.Join(names, " ")
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
