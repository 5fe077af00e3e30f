package cmd_test

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A killer has a folder with the documents in two versions, and the program.
type killer struct {
	t       *testing.T
	random  *rand.Rand
	dir     string
	program string
	graphs  map[string][32]byte // hashes of exports, by the versions of the documents
	stores  map[string]string   // files, likewise
}

func newKiller(t *testing.T, random *rand.Rand) *killer {
	k := &killer{t, random, t.TempDir(), realProgram(t), map[string][32]byte{}, map[string]string{}}
	for version, folder := range map[string]string{"1": "first", "2": "second"} {
		if err := os.Mkdir(filepath.Join(k.dir, folder), 0o755); err != nil {
			t.Fatal(err)
		}
		for i := 1; i <= killDocuments; i++ {
			if err := os.WriteFile(k.file(folder, i), []byte(day(i, version)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	return k
}

func (k *killer) file(folder string, document int) string {
	return filepath.Join(k.dir, folder, fmt.Sprintf("%04d.yaml", document))
}

// day is an invented document, which answers the one before it.
func day(n int, version string) string {
	return fmt.Sprintf(`name: day-%[1]d
document: {title: %[2]s, url: https://days.example/%[1]d}
statements:
  - {id: raised, kind: attribution, speaker: Navy of Norreland, target: Veldany, text: It was they on day %[1]d (%[2]s).}
  - {id: denied, kind: denial, speaker: Ilo Brandt, text: Not on day %[1]d., answers: [{statement: raised, relation: denies}]}
  - {id: hurt, kind: victimhood, speaker: Ana Reyes, text: We suffered on day %[1]d., answers: [{statement: day-%[3]d/denied, relation: rebuts}]}
`, n, version, n-1)
}

func (k *killer) must(err error) {
	k.t.Helper()
	if err != nil {
		k.t.Fatal(err)
	}
}

func (k *killer) command(dir, args string) *exec.Cmd {
	c := exec.Command(k.program, append(strings.Fields(args), "--store", filepath.Join(dir, "kill.db"))...)
	c.Dir = k.dir
	c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir)
	return c
}

// whole runs the call to its end and returns how long that takes.
func (k *killer) whole(before, args string) time.Duration {
	dir := k.copy(before)
	defer os.RemoveAll(dir)
	begun := time.Now()
	if out, err := k.command(dir, args).CombinedOutput(); err != nil {
		k.t.Fatalf("%s: %v\n%s", args, err, out)
	}
	return time.Since(begun)
}

// kill runs the call on a copy of the store and kills it after that time, checks what it
// left, and runs it again. It returns what was left, and how long it took where it had ended
// by itself.
func (k *killer) kill(before, args, has, want string, after time.Duration) (was string, took time.Duration) {
	k.t.Helper()
	dir := k.copy(before)
	defer os.RemoveAll(dir)
	c := k.command(dir, args)
	var out bytes.Buffer
	c.Stdout, c.Stderr = &out, &out
	begun := time.Now()
	k.must(c.Start())
	timer := time.AfterFunc(after, func() { c.Process.Kill() })
	err := c.Wait()
	timer.Stop()
	ended := err == nil
	if ended {
		took = time.Since(begun)
	}
	where := fmt.Sprintf("%s, killed after %v", args, after)
	if exit := (&exec.ExitError{}); err != nil && (!errors.As(err, &exit) || exit.ExitCode() != -1) {
		k.t.Fatalf("%s: %v\n%s", where, err, out.String())
	}
	was = k.state(dir, where)
	for i := range was {
		if was[i] != has[i] && was[i] != want[i] || ended && was[i] != want[i] {
			k.t.Fatalf("%s: document %d is in version %c, was %c, becomes %c; it had ended by itself: %v", where, i+1, was[i], has[i], want[i], ended)
		}
	}
	if was != want {
		if out, err := k.command(dir, args).CombinedOutput(); err != nil {
			k.t.Fatalf("%s, and run again: %v\n%s", where, err, out)
		}
		if again := k.state(dir, where+", and run again"); again != want {
			k.t.Fatalf("%s, and run again: has %s", where, again)
		}
	}
	entries, err := os.ReadDir(dir)
	k.must(err)
	if len(entries) != 1 {
		k.t.Errorf("%s, and run again: left beside the store %v", where, entries)
	}
	return was, took
}

// state returns the versions of the documents in a store, which has to be sound, and what
// these make when they are loaded whole.
func (k *killer) state(dir, where string) string {
	k.t.Helper()
	if _, err := os.Stat(filepath.Join(dir, "kill.db")); errors.Is(err, fs.ErrNotExist) {
		return versions("-", killDocuments) // killed before it had begun
	}
	k.run(dir, "check --deep", where)
	graph := k.run(dir, "export", where)
	has := versionsIn(graph)
	if sha256.Sum256(graph) != k.graph(has) {
		k.t.Fatalf("%s: the graph is not that of the documents in it", where)
	}
	return has
}

// run runs a call, which must not fail, and returns what it prints.
func (k *killer) run(dir, args, where string) []byte {
	k.t.Helper()
	c := k.command(dir, args)
	var said bytes.Buffer
	c.Stderr = &said
	out, err := c.Output()
	if err != nil {
		k.t.Fatalf("%s, then %s: %v\n%s%s", where, args, err, out, said.String())
	}
	return out
}

var titleLine = regexp.MustCompile(`(?m)^(<\S+>) <http://schema.org/headline> "(.)"`)

// versionsIn returns the versions of the documents in an export.
func versionsIn(graph []byte) string {
	has, days := []byte(versions("-", killDocuments)), map[string]int{}
	for _, m := range dayLine.FindAllSubmatch(graph, -1) {
		days[string(m[1])], _ = strconv.Atoi(string(m[2]))
	}
	for _, m := range titleLine.FindAllSubmatch(graph, -1) {
		has[days[string(m[1])]-1] = m[2][0]
	}
	return string(has)
}

var dayLine = regexp.MustCompile(`(?m)^(<\S+>) <\S+> "day-(\d+)"`)

// graph returns the hash of what the documents make that are loaded whole.
func (k *killer) graph(versions string) [32]byte {
	if hash, ok := k.graphs[versions]; ok {
		return hash
	}
	if strings.Trim(versions, "-") == "" {
		return sha256.Sum256(nil)
	}
	dir, err := os.MkdirTemp(k.dir, "whole")
	k.must(err)
	defer os.RemoveAll(dir)
	k.fill(dir, versions)
	k.graphs[versions] = sha256.Sum256(k.run(dir, "export", "loaded whole"))
	return k.graphs[versions]
}

// fill loads the documents into the store of the folder.
func (k *killer) fill(dir, versions string) {
	k.must(os.Mkdir(filepath.Join(dir, "documents"), 0o755))
	for i, version := range versions {
		if folder := map[rune]string{'1': "first", '2': "second"}[version]; folder != "" {
			k.must(os.Link(k.file(folder, i+1), filepath.Join(dir, "documents", fmt.Sprint(i, ".yaml"))))
		}
	}
	k.run(dir, "load "+filepath.Join(dir, "documents"), "")
}

// store returns the file of a store with these documents, "" where there are none.
func (k *killer) store(versions string) string {
	if strings.Trim(versions, "-") == "" {
		return ""
	}
	if k.stores[versions] == "" {
		dir, err := os.MkdirTemp(k.dir, "before")
		k.must(err)
		k.fill(dir, versions)
		k.stores[versions] = filepath.Join(dir, "kill.db")
	}
	return k.stores[versions]
}

// copy returns a new folder with a copy of the store.
func (k *killer) copy(path string) string {
	dir, err := os.MkdirTemp(k.dir, "kill")
	k.must(err)
	if path != "" {
		content, err := os.ReadFile(path)
		k.must(err)
		k.must(os.WriteFile(filepath.Join(dir, "kill.db"), content, 0o644))
	}
	return dir
}
