package cmd_test

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// built is the program as users have it, made once for all tests. testDir keeps it.
var built = sync.OnceValues(func() (string, error) {
	path := filepath.Join(testDir, "counterclaim")
	out, err := exec.Command("go", "build", "-o", path, "..").CombinedOutput()
	if err != nil {
		err = &exec.ExitError{Stderr: out}
	}
	return path, err
})

// testDir is a folder for what all tests share.
var testDir string

// realProgram returns the path of the program.
func realProgram(t *testing.T) string {
	t.Helper()
	path, err := built()
	if err != nil {
		t.Fatalf("go build: %v", err)
	}
	return path
}

// An ended is a program that has run.
type ended struct {
	out, said string
	code      int // -1 where a signal ended it
	late      bool
}

// longest is how long a program may run that does not hang.
const longest = time.Minute

// start runs a program in the folder to its end, or stops it where that takes too long.
func start(t *testing.T, dir string, words ...string) ended {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), longest)
	defer cancel()
	c := exec.CommandContext(ctx, words[0], words[1:]...)
	c.Dir = dir
	c.Env = append(os.Environ(), "XDG_CONFIG_HOME="+dir)
	var out, said bytes.Buffer
	c.Stdout, c.Stderr = &out, &said
	_ = c.Run() // the exit code tells
	return ended{out.String(), said.String(), c.ProcessState.ExitCode(), ctx.Err() != nil}
}

// crashed reports whether it ended otherwise than a program of ours ends.
func (e ended) crashed() bool {
	return e.late || e.code < 0 || e.code > 2 || strings.Contains(e.said, "goroutine ") || strings.Contains(e.said, "panic: ")
}
