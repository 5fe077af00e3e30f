package cmd_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// What export writes of the seeds is read by programs that are not ours: rdflib, the csv
// of Python, and the sqlite3 shell. Where one is absent its test is skipped, except in
// CI, which installs them: there that is a failure.
func TestExportsReadBack(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("GORACE", quickExit)
	run(t, dir, "counterclaim demo --keep demo.db")
	t.Run("rdflib", func(t *testing.T) {
		python := pythonWith(t, "rdflib")
		run(t, dir, "counterclaim export --store demo.db -o demo.nq && counterclaim export --store demo.db -o demo.jsonld")
		nquads, err := os.ReadFile(filepath.Join(dir, "demo.nq"))
		if err != nil {
			t.Fatal(err)
		}
		got := run(t, dir, python+" "+script(t, "rdf.py")+" demo.nq demo.jsonld")
		want := fmt.Sprintf(`quads %d
the same triples True
http://schema.org/Quotation 161
http://schema.org/NewsArticle 9
`, strings.Count(string(nquads), "\n"))
		if !strings.HasPrefix(got, want) || !strings.HasSuffix(got, "disputes True\nplaces True of them wrong 0\nill-typed 0\n") || strings.Contains(got, "# 0\n") {
			t.Errorf("got\n%s\nwant\n%s...", got, want)
		}
	})
	t.Run("csv", func(t *testing.T) {
		python := pythonWith(t, "csv")
		run(t, dir, "for f in demo.csv demo.contrasts.csv demo.dna.csv; do counterclaim export --store demo.db -o $f || exit 1; done")
		got := run(t, dir, python+" "+script(t, "tables.py")+" demo.csv demo.contrasts.csv demo.dna.csv")
		want := `statements 161 161
contrasts %s
both ends known True
events 161 True
agreement ['0', '1']
the same in both True
columns statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;document_id;document_title;document_author;document_source;document_section;document_type
`
		if want = fmt.Sprintf(want, contrasts(t, dir)); got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
	t.Run("sqlite3", func(t *testing.T) {
		sqlite3 := program(t, "sqlite3")
		run(t, dir, "counterclaim export --store demo.db -o demo.dna")
		got := run(t, dir, sqlite3+` demo.dna "PRAGMA integrity_check; PRAGMA foreign_key_check; SELECT count(*) FROM STATEMENTS; SELECT count(*) FROM DOCUMENTS;
			SELECT count(*) FROM DATASHORTTEXT d LEFT JOIN ENTITIES e ON e.ID = d.Entity AND e.VariableId = d.VariableId WHERE e.ID IS NULL;
			SELECT count(*) FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId WHERE Stop > length(d.Text)"`)
		if want := "ok\n161\n9\n0\n0\n"; got != want {
			t.Errorf("got\n%s\nwant\n%s", got, want)
		}
	})
}

// contrasts returns how many contrasts the store has, as check counts them.
func contrasts(t *testing.T, dir string) string {
	t.Helper()
	rows := run(t, dir, `counterclaim query -e 'g.V("<class:contrast>").In("<type>").All()' --store demo.db -o csv`)
	return strconv.Itoa(strings.Count(rows, "\n") - 1)
}

// run runs a command in the folder and returns what it prints to stdout.
func run(t *testing.T, dir, command string) string {
	t.Helper()
	c := exec.Command("bash", "-c", command)
	c.Dir = dir
	var errors strings.Builder
	c.Stderr = &errors
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s%s", command, err, out, errors.String())
	}
	return string(out)
}

// pythonWith returns a Python that has the module. Debian's packages are those of its own
// Python, which need not be the first of the PATH.
func pythonWith(t *testing.T, module string) string {
	t.Helper()
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		if exec.Command(python, "-c", "import "+module).Run() == nil {
			return python
		}
	}
	absent(t, "Python with "+module)
	return ""
}

func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		absent(t, name)
	}
	return path
}

func absent(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatalf("%s is not installed; .ci/run installs it where it can", what)
	}
	t.Skipf("%s is not installed", what)
}

func script(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("testdata/readback", name))
	if err != nil {
		t.Fatal(err)
	}
	return path
}
