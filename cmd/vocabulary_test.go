package cmd_test

import (
	"fmt"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/queries"
)

const vocabularyPage = "../docs/vocabulary.md"

// The tables of the page are what the vocabulary says.
func TestVocabularyTables(t *testing.T) {
	const begin, end = "<!-- tables: written by go test ./cmd -update -->\n", "<!-- end of tables -->\n"
	page := readPage(t)
	before, rest, ok := strings.Cut(page, begin)
	have, after, ok2 := strings.Cut(rest, end)
	switch want := vocabularyTables(); {
	case !ok || !ok2:
		t.Fatalf("%s lacks the lines %q and %q", vocabularyPage, begin, end)
	case have == want:
	case *update:
		writePage(t, before+begin+want+end+after)
	default:
		t.Errorf("%s is behind the vocabulary; go test ./cmd -update brings it up to date", vocabularyPage)
	}
}

// An idiom is a part of the page: scripts that give the same rows, the fast one first,
// and these rows.
type idiom struct {
	title   string
	scripts []string
	rows    string // in the page
}

var block = regexp.MustCompile("(?s)```(js|text)\n(.*?)```\n")

func idioms(page string) []idiom {
	var out []idiom
	for _, part := range strings.Split(page, "\n### ")[1:] {
		title, text, _ := strings.Cut(part, "\n")
		i := idiom{title: title}
		for _, m := range block.FindAllStringSubmatch(text, -1) {
			if m[1] == "js" {
				i.scripts = append(i.scripts, m[2])
			} else {
				i.rows = m[2]
			}
		}
		if len(i.scripts) > 0 {
			out = append(out, i)
		}
	}
	return out
}

// Each script of the page runs on the seeds and gives rows, the same as the others under
// its heading; the page shows the first of them.
func TestVocabularyIdioms(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("GORACE", quickExit)
	run(t, dir, "counterclaim demo --keep demo.db")
	page := readPage(t)
	found := idioms(page)
	if len(found) < 8 {
		t.Errorf("%d idioms on the page", len(found))
	}
	for _, i := range found {
		t.Run(i.title, func(t *testing.T) {
			var want []string
			for n, script := range i.scripts {
				rows := strings.Split(strings.TrimSpace(run(t, dir, "counterclaim query - --store demo.db -o csv <<'END'\n"+script+"END")), "\n")
				slices.Sort(rows[1:])
				if n == 0 {
					want = rows
				}
				if len(rows) < 2 || !slices.Equal(rows, want) {
					t.Errorf("%s gives\n%s\nand the fast way\n%s", script, strings.Join(rows, "\n"), strings.Join(want, "\n"))
				}
			}
			table := run(t, dir, "counterclaim query - --store demo.db --rows 0 <<'END'\n"+i.scripts[0]+"END")
			shown := shorten(table)
			switch {
			case shown == i.rows:
			case *update:
				page = strings.Replace(page, "```js\n"+i.scripts[0]+"```\n"+fenced(i.rows), "```js\n"+i.scripts[0]+"```\n"+fenced(shown), 1)
			default:
				t.Errorf("%s shows\n%s\nand not\n%s", vocabularyPage, i.rows, shown)
			}
		})
	}
	if *update {
		writePage(t, page)
	}
}

// What the page says is refused is.
func TestVocabularyRefusals(t *testing.T) {
	refused := regexp.MustCompile("(?m)^\\| `([^`]+)`.*\\| `[^`]+`")
	_, table, _ := strings.Cut(readPage(t), "### What says nothing")
	found := refused.FindAllStringSubmatch(table, -1)
	if len(found) < 3 {
		t.Errorf("%d rows", len(found))
	}
	for _, m := range found {
		script := m[1] + ".All()"
		if !strings.HasPrefix(script, "g.") {
			script = `g.V("<actor:china>")` + script
		}
		if _, err := queries.Parse("script", []byte(script)); err == nil {
			t.Errorf("%s is not refused", script)
		}
	}
}

func fenced(rows string) string {
	if rows == "" {
		return ""
	}
	return "```text\n" + rows + "```\n"
}

// shorten returns the first rows of a table, and how many more there are.
func shorten(table string) string {
	lines := strings.SplitAfter(strings.TrimSuffix(table, "\n")+"\n", "\n")
	lines = lines[:len(lines)-1]
	const head, most = 2, 3
	if more := len(lines) - head - most; more > 0 {
		return strings.Join(lines[:head+most], "") + fmt.Sprintf("... and %d more\n", more)
	}
	return strings.Join(lines, "")
}

func vocabularyTables() string {
	var b strings.Builder
	b.WriteString("\n## Nodes\n| node | named | standard term | what it is |\n|---|---|---|---|\n")
	for _, c := range graph.NodeClasses {
		fmt.Fprintf(&b, "| %s | `%s` | %s | %s |\n", c.Name, c.Prefix, term(c.IRI), c.Says)
	}
	for _, c := range graph.NodeClasses {
		if rows := predicatesOf(c.Name); rows != "" {
			fmt.Fprintf(&b, "\n## Edges from %s %s\n| edge | to | standard term | what it says |\n|---|---|---|---|\n%s", article(c.Name), c.Name, rows)
		}
	}
	b.WriteString("\n## Relations, edges from counter to claim\n| relation | standard term | what the counter does |\n|---|---|---|\n")
	for _, r := range graph.Relations {
		fmt.Fprintf(&b, "| `%s` | %s | %s |\n", r.Relation, term(r.IRI), r.Says)
	}
	b.WriteString("\nThe last two hold between equals: neither statement answers the other. CITO's terms are the closest that there are, not the same.\n")
	b.WriteString("\n## Kinds\n| kind | CAMEO | PLOVER | what the statement does |\n|---|---|---|---|\n")
	for _, k := range graph.Kinds {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", k.Kind, k.CAMEO, k.PLOVER, k.Says)
	}
	b.WriteString("\nAn edge without a standard term is exported under its own name below `" + graph.NSOurs + "`.\n")
	return b.String() + "\n"
}

// predicatesOf returns the rows of the predicates of a class that are no relations.
func predicatesOf(class string) string {
	var b strings.Builder
	for _, p := range graph.Predicates {
		if !graph.Relation(p.Name).Known() && slices.Contains(p.From, class) {
			fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", p.Name, strings.Join(p.To, ", "), term(p.IRI), strings.ReplaceAll(p.Says, "|", `\|`))
		}
	}
	return b.String()
}

// term returns an IRI as people write it.
func term(iri string) string {
	for prefix, base := range map[string]string{
		"schema": graph.NSSchema, "prov": graph.NSProv, "oa": graph.NSOA, "skos": graph.NSSkos, "aif": graph.NSAIF, "cito": graph.NSCito, "dct": graph.NSDCT,
		"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
	} {
		if name, ok := strings.CutPrefix(iri, base); ok {
			return "`" + prefix + ":" + name + "`"
		}
	}
	return "" // one of our own, which has the name of the edge
}

func article(noun string) string {
	if strings.ContainsAny(noun[:1], "aeiou") {
		return "an"
	}
	return "a"
}

func readPage(t *testing.T) string {
	t.Helper()
	src, err := os.ReadFile(vocabularyPage)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func writePage(t *testing.T, text string) {
	t.Helper()
	if err := os.WriteFile(vocabularyPage, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}
