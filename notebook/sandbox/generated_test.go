package sandbox

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"counterclaim/notebook"
	"counterclaim/queries"
)

var (
	scriptTime = flag.Duration("scripts", 10*time.Second, "how long TestGeneratedScripts runs scripts")
	scriptSeed = flag.Uint64("scriptseed", 0, "the one script that TestGeneratedScripts runs; 0 draws others")
)

// TestGeneratedScripts runs scripts that a grammar makes: whatever a script does, the answer
// is rows or one clear error, the child ends only with a reason that is told, the next script
// works, the store stays as it is, and no child is left. An hour of it, and one script again:
//
//	go test ./notebook/sandbox -run TestGeneratedScripts -scripts 1h -timeout 2h
//	go test ./notebook/sandbox -run TestGeneratedScripts -scriptseed 4711
func TestGeneratedScripts(t *testing.T) {
	path, err := seeded()
	if err != nil {
		t.Fatal(err)
	}
	before := fileSum(t, path)
	if *scriptSeed != 0 {
		runGenerated(t, newRun(t), *scriptSeed, os.Stdout)
		return
	}
	first, end := rand.Uint64()>>1, time.Now().Add(*scriptTime)
	var next, failed, gone atomic.Uint64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			r := newRun(t)
			for time.Now().Before(end) && !t.Failed() {
				switch err := runGenerated(t, r, first+next.Add(1), nil); {
				case errors.As(err, new(*Gone)):
					gone.Add(1)
				case err != nil:
					failed.Add(1)
				}
			}
			r.Close()
		})
	}
	wait.Wait()
	t.Logf("%d scripts, %d of them wrong, of %d the child ended", next.Load(), failed.Load(), gone.Load())
	if fileSum(t, path) != before {
		t.Error("the store has changed")
	}
	if left := children(); len(left) > 0 {
		t.Errorf("children are left: %v", left)
	}
}

// generatedLimits let a script that does not stop cost little.
var generatedLimits = queries.Limits{Rows: 20, Time: 250 * time.Millisecond}

var hostileDepths = hostile.depths()

// runGenerated runs the script of that seed, and another one behind it, and returns the error
// of the first.
func runGenerated(t *testing.T, r run, seed uint64, show *os.File) error {
	script := hostile.make(rand.New(rand.NewPCG(seed, 0)), hostileDepths)
	if show != nil {
		fmt.Fprintln(show, script)
	}
	begun := time.Now()
	var out []notebook.Output
	_, err := r.Process.Run(t.Context(), script, generatedLimits, func(o notebook.Output) { out = append(out, o) })
	took := time.Since(begun)
	if show != nil {
		fmt.Fprintln(show, out, err, took)
	}
	bad := func(format string, args ...any) {
		t.Errorf("-scriptseed %d: %s\n%s", seed, fmt.Sprintf(format, args...), script)
	}
	switch said := fmt.Sprint(err); {
	case took > time.Minute:
		bad("took %v", took)
	case err == nil:
	case strings.HasPrefix(said, "the process of the script ended"), strings.Contains(said, "itself failed"), strings.Contains(said, "runtime error"), strings.Contains(said, "goroutine "):
		bad("%s", said)
	case len(said) > 5000, strings.TrimSpace(said) == "":
		bad("an error of %d bytes: %.500s", len(said), said)
	}
	out = nil
	if _, err := r.Process.Run(t.Context(), "6 * 7", testLimits, func(o notebook.Output) { out = append(out, o) }); err != nil || len(out) != 1 || fmt.Sprint(out[0].Data[notebook.Plain]) == "" {
		bad("the next script gives %v, %v", out, err)
	}
	return err
}

func fileSum(t *testing.T, path string) [32]byte {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return sha256.Sum256(content)
}

// children returns what the system knows of processes that this one has started, where it
// tells.
func children() (out []string) {
	tasks, _ := filepath.Glob("/proc/self/task/*/children")
	for _, task := range tasks {
		if pids, err := os.ReadFile(task); err == nil && len(pids) > 0 {
			out = append(out, strings.Fields(string(pids))...)
		}
	}
	return out
}
