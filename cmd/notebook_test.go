package cmd_test

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"net/http/cookiejar"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
)

// A server is "counterclaim notebook" as a process of its own, with a browser that has entered.
type server struct {
	*testing.T
	http.Client
	base string
}

// startNotebook starts the page with the demo's store for a file or folder, and ends it with
// the test.
func startNotebook(t *testing.T, dir, what string) *server {
	t.Helper()
	c := exec.Command("counterclaim", "notebook", what, "--store", "demo.db", "--no-browser")
	c.Dir = dir
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		c.Process.Signal(syscall.SIGTERM)
		if err := c.Wait(); err != nil {
			t.Errorf("ended: %v", err)
		}
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	address = strings.TrimSpace(address)
	if !regexp.MustCompile(`^http://127\.0\.0\.1:\d+/(n/\S+)?\?token=[A-Z2-7]+$`).MatchString(address) {
		t.Fatalf("the address is %s", address)
	}
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	s := &server{T: t, Client: http.Client{Jar: jar}, base: address[:strings.Index(address[len("http://"):], "/")+len("http://")]}
	if got := s.get(address); !strings.Contains(got, `<div id="page">`) {
		t.Fatalf("%s gives %s", address, got)
	}
	return s
}

func (s *server) get(address string) string {
	s.Helper()
	return s.body(s.Client.Get(address))
}

func (s *server) body(r *http.Response, err error) string {
	s.Helper()
	if err != nil {
		s.Fatal(err)
	}
	defer r.Body.Close()
	src, err := io.ReadAll(r.Body)
	if err != nil {
		s.Fatal(err)
	}
	return string(src)
}

// run runs a cell and returns its outputs, as they come over the wire.
func (s *server) run(script string) string {
	s.Helper()
	return s.body(s.Client.Post(s.base+"/api/run", "application/json", strings.NewReader(fmt.Sprintf(`{"file": "new.ipynb", "source": %q}`, script))))
}

// The page is there for a file and for a folder, a script that eats memory ends neither it nor
// what it shows, and in between others can load.
func TestNotebookCommand(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Setenv("GORACE", quickExit)
	run(t, dir, "counterclaim demo --keep demo.db && mkdir more")
	s := startNotebook(t, dir, "new.ipynb")
	if src, err := os.ReadFile(filepath.Join(dir, "new.ipynb")); err != nil || !strings.Contains(string(src), `"nbformat": 4`) {
		t.Errorf("the new notebook: %v\n%s", err, src)
	}
	if got := s.get(s.base + "/api/file/new.ipynb"); !strings.Contains(got, `"cells":[]`) {
		t.Error(got)
	}
	if got := s.run("const kept = 41; kept + 1"); !strings.Contains(got, `"rows":[[42]]`) || !strings.HasSuffix(got, "{\"done\":1}\n") {
		t.Error(got)
	}
	if !raced {
		if got := s.run(`let a = [0]; for (;;) a = a.concat(a)`); !strings.Contains(got, "more than 1024 MB") || !strings.Contains(got, "its variables are gone") {
			t.Error(got)
		}
		if got := s.run("typeof kept"); !strings.Contains(got, `"rows":[["undefined"]]`) {
			t.Error(got)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, "late.yaml"), []byte("name: late\ndocument: {title: Late}\nstatements:\n  - {id: x, kind: denial, speaker: Ilo Brandt, text: Not we.}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	run(t, dir, "counterclaim load --store demo.db late.yaml")
	if got := s.run(`%query statements speaker=ilo-brandt`); !strings.Contains(got, "Not we.") {
		t.Errorf("after a load the page has %s", got)
	}

	folder := startNotebook(t, dir, "more")
	if got := folder.get(folder.base + "/api/files"); got != "{\"files\":[]}\n" {
		t.Errorf("an empty folder has %s", got)
	}
}
