package cmd_test

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"counterclaim/cmd"
	"counterclaim/graph/store"
	"counterclaim/graph/store/storetest"
)

var update = flag.Bool("update", false, "rewrite what the scripts and the README expect")

func TestMain(m *testing.M) {
	testscript.Main(withFolder{m}, map[string]func(){"counterclaim": func() { os.Exit(cmd.Main()) }})
}

// withFolder runs the tests with testDir.
type withFolder struct{ *testing.M }

func (w withFolder) Run() int {
	dir, err := os.MkdirTemp("", "counterclaim")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	testDir = dir
	return w.M.Run()
}

// quickExit keeps the race detector from sleeping for a second at the end of every
// process.
const quickExit = "atexit_sleep_ms=0"

// Each script runs the real main in a folder of its own, which is its config folder
// too, so that nothing of the user's is read. $SEEDS is the folder of the seeds.
func TestScripts(t *testing.T) {
	seeds, err := filepath.Abs("../seeds")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("XDG_CONFIG_HOME", env.WorkDir+"/.config")
			env.Setenv("TERM", "xterm-256color")
			env.Setenv("SEEDS", seeds)
			env.Setenv("GORACE", quickExit)
			return nil
		},
		Condition: func(name string) (bool, error) {
			backend, ok := strings.CutPrefix(name, "server:")
			if !ok {
				return false, fmt.Errorf("unknown condition %s", name)
			}
			_, err := storetest.OnServer(backend)
			if os.Getenv("CI") == "true" {
				return true, err
			}
			return err == nil, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"ask":    ask,
			"exit":   exit,
			"lock":   lock,
			"read":   read,
			"server": onServer,
		},
	})
}

// onServer is "server BACKEND": it has the commands that follow keep their graph on a server. The script
// says with [server:BACKEND] what is for where there is one.
func onServer(ts *testscript.TestScript, _ bool, args []string) {
	address, err := storetest.OnServer(args[0])
	ts.Check(err)
	ts.Setenv("COUNTERCLAIM_STORE_BACKEND", args[0])
	ts.Setenv("COUNTERCLAIM_STORE_PATH", address)
}

// exit CODE PROGRAM... runs a program that must end with that code.
func exit(ts *testscript.TestScript, _ bool, args []string) {
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	var ended *exec.ExitError
	switch err := ts.Exec(args[1], args[2:]...); {
	case errors.As(err, &ended):
		got = ended.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// lock FILE holds the store open to write until the script ends.
func lock(ts *testscript.TestScript, _ bool, args []string) { hold(ts, store.Open, args[0]) }

// read FILE holds the store open to read until the script ends.
func read(ts *testscript.TestScript, _ bool, args []string) { hold(ts, store.OpenReadOnly, args[0]) }

func hold(ts *testscript.TestScript, open func(backend, path string) (*store.Store, error), path string) {
	db, err := open("bolt", ts.MkAbs(path))
	ts.Check(err)
	ts.Defer(func() { ts.Check(db.Close()) })
}
