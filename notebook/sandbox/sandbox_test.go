package sandbox

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"counterclaim/graph/store"
	"counterclaim/loaders/seedtest"
	"counterclaim/notebook"
	"counterclaim/queries"
)

// childWord is the first word of a call that makes the test binary a child; the store is the
// second.
const childWord = "child"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == childWord {
		if err := serveChild(os.Args[2], os.Args[3:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	if testDir = os.Getenv(parentEnv); testDir != "" {
		os.Exit(m.Run())
	}
	dir, err := os.MkdirTemp("", "sandbox")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	testDir = dir
	code := m.Run()
	os.RemoveAll(dir)
	os.Exit(code)
}

// testDir is a folder for what all tests share.
var testDir string

func serveChild(path string, args []string) error {
	flags := flag.NewFlagSet("child", flag.ContinueOnError)
	memory := flags.Int64("memory", 0, "")
	if err := errors.Join(flags.Parse(args), Limit(*memory)); err != nil {
		return err
	}
	session, err := notebook.NewSession(reader(path))
	if err != nil {
		return err
	}
	return Serve(os.Stdin, os.Stdout, session)
}

func reader(path string) notebook.Reader {
	return func(use func(*store.Store) error) error {
		db, err := store.OpenReadOnly("bolt", path)
		if err != nil {
			return err
		}
		return errors.Join(use(db), db.Close())
	}
}

// seeded is a file with all seeds, made once for all tests.
var seeded = sync.OnceValues(func() (string, error) {
	path := filepath.Join(testDir, "seeds.db")
	return path, seedtest.File(path)
})

const testMemory = 128 << 20

var testLimits = queries.Limits{Rows: 3, Time: time.Minute}

type run struct {
	*testing.T
	*Process
}

func command(t testing.TB) []string {
	t.Helper()
	path, err := seeded()
	if err != nil {
		t.Fatal(err)
	}
	return []string{os.Args[0], childWord, path}
}

func newRun(t *testing.T) run {
	t.Helper()
	p, err := Start(command(t), testMemory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { p.Close() })
	return run{t, p}
}

// cell runs one and returns what it gives; an error has to be the last output as well.
func (r run) cell(ctx context.Context, source string, limits queries.Limits) ([]notebook.Output, error) {
	r.Helper()
	var out []notebook.Output
	_, err := r.Process.Run(ctx, source, limits, func(o notebook.Output) { out = append(out, o) })
	if err != nil && (len(out) == 0 || out[len(out)-1].Message != err.Error()) {
		r.Errorf("%.80s: returns %v, but gives %v", source, err, out)
	}
	return out, err
}

// value runs a cell that has to end in a value.
func (r run) value(source string) any {
	r.Helper()
	out, err := r.cell(r.Context(), source, testLimits)
	if err != nil || len(out) == 0 {
		r.Fatalf("%s: %v, %v", source, out, err)
	}
	return out[len(out)-1].Data[notebook.JSON].(notebook.Table).Rows[0][0]
}

// The child gives what a session in the process gives.
func TestProcessIsASession(t *testing.T) {
	r := newRun(t)
	path, err := seeded()
	if err != nil {
		t.Fatal(err)
	}
	session, err := notebook.NewSession(reader(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range []string{
		"%query contrasts speaker=mandiant",
		"%plot matrix",
		"%plot matirx",
		"%network congruence by=side",
		"const n = 20\nconsole.log('n', n, {a: '<b>'})\nn + 1",
		"n * 2",
		"",
		`g.V("<actor:mandiant>").In("<speaker>").Tag("claim").All()`,
		`g.V("<actor:ann>").Out("<speeker>").All()`,
		"g.emit({a: 0/0, b: null, c: 'é\u2028', d: '<st:x/y>'})",
		"1 +",
		"throw new Error('no')",
	} {
		var want []notebook.Output
		count, wantErr := session.Run(t.Context(), source, testLimits, func(o notebook.Output) { want = append(want, o) })
		var got []notebook.Output
		gotCount, err := r.Process.Run(t.Context(), source, testLimits, func(o notebook.Output) { got = append(got, o) })
		if count != gotCount || fmt.Sprint(err) != fmt.Sprint(wantErr) || asJSON(t, got) != asJSON(t, want) {
			t.Errorf("%s\ngives %d %v %s\nwant  %d %v %s", source, gotCount, err, asJSON(t, got), count, wantErr, asJSON(t, want))
		}
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	src, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(src)
}

func TestInterruptKeepsVariables(t *testing.T) {
	r := newRun(t)
	ctx, cancel := context.WithCancel(t.Context())
	begun := func(notebook.Output) { cancel() }
	if _, err := r.Process.Run(ctx, "const before = 1; console.log(before); while (true) {}", testLimits, begun); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if v := r.value("before"); v != 1.0 {
		t.Errorf("afterwards %v", v)
	}
}

func TestTimeLimitKeepsVariables(t *testing.T) {
	r := newRun(t)
	r.value("const before = 1; before")
	_, err := r.cell(t.Context(), "while (true) {}", queries.Limits{Time: 100 * time.Millisecond})
	if !errors.Is(err, context.DeadlineExceeded) || !strings.HasPrefix(err.Error(), "not done after 100ms") {
		t.Errorf("%v", err)
	}
	if v := r.value("before"); v != 1.0 {
		t.Errorf("afterwards %v", v)
	}
}

// Several runs at once wait for one another.
func TestRunsInTurn(t *testing.T) {
	r := newRun(t)
	r.value("var n = 0; n")
	var wait sync.WaitGroup
	for range 20 {
		wait.Go(func() {
			if _, err := r.cell(t.Context(), "n += 1", testLimits); err != nil {
				t.Error(err)
			}
		})
	}
	wait.Wait()
	if v := r.value("n"); v != 20.0 {
		t.Errorf("%v runs", v)
	}
}

func TestStartOfWhatIsNotThere(t *testing.T) {
	if _, err := Start([]string{filepath.Join(t.TempDir(), "none")}, 0); err == nil || !strings.HasPrefix(err.Error(), "start the sandbox: ") {
		t.Errorf("%v", err)
	}
}

// A command that ends at once is an error of the run, with what it said.
func TestChildThatDoesNotServe(t *testing.T) {
	p, err := Start([]string{os.Args[0], childWord, "store", "-nonsense"}, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer p.Close()
	_, err = run{t, p}.cell(t.Context(), "1", testLimits)
	if err == nil || !strings.Contains(err.Error(), "flag provided but not defined: -nonsense") {
		t.Errorf("%v", err)
	}
}

func TestClose(t *testing.T) {
	r := newRun(t)
	time.AfterFunc(200*time.Millisecond, func() { r.Close() })
	if _, err := r.cell(t.Context(), "while (true) {}", testLimits); !errors.Is(err, errClosed) {
		t.Errorf("a run that is going on ends with %v", err)
	}
	if _, err := r.cell(t.Context(), "1", testLimits); !errors.Is(err, errClosed) {
		t.Errorf("a run afterwards ends with %v", err)
	}
}
