package sandbox

import (
	"crypto/sha256"
	"errors"
	"flag"
	"fmt"
	"io"
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
	scriptSeed = flag.Uint64("scriptseed", 0, "the one session that TestGeneratedScripts runs, and shows; 0 draws others")
)

// together is how many scripts share a session.
const together = 10

// TestGeneratedScripts runs scripts that a grammar makes: whatever a script does, the answer
// is rows or one clear error, the child ends only with a reason that is told, the next script
// works, the store stays as it is, and no child is left. A minute of it is in .ci/run. An hour
// of it, and one session again:
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
		runGenerated(t, *scriptSeed, os.Stdout)
		return
	}
	first, end := rand.Uint64()>>1, time.Now().Add(*scriptTime)
	var next, failed, gone atomic.Uint64
	var wait sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		wait.Go(func() {
			for time.Now().Before(end) && !t.Failed() {
				for _, err := range runGenerated(t, first+next.Add(1), nil) {
					switch {
					case errors.As(err, new(*Gone)):
						gone.Add(1)
					case err != nil:
						failed.Add(1)
					}
				}
			}
		})
	}
	wait.Wait()
	t.Logf("%d scripts, %d of them wrong, of %d the child ended", together*next.Load(), failed.Load(), gone.Load())
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

// runGenerated runs the scripts of that seed in a session, and one that is right behind each,
// until something is wrong with ours. It returns the errors of the scripts.
func runGenerated(t *testing.T, seed uint64, show io.Writer) (errs []error) {
	p, err := Start(command(t), testMemory)
	if err != nil {
		t.Error(err)
		return nil
	}
	defer p.Close()
	r := rand.New(rand.NewPCG(seed, 0))
	for range together {
		script := hostile.make(r, hostileDepths)
		begun := time.Now()
		var out []notebook.Output
		_, err := p.Run(t.Context(), script, generatedLimits, func(o notebook.Output) { out = append(out, o) })
		took := time.Since(begun)
		if show != nil {
			fmt.Fprintln(show, script, out, err, took)
		}
		wrong := wrongAnswer(err, took)
		if wrong == "" {
			wrong = worksStill(t, p)
		}
		if wrong != "" {
			t.Errorf("-scriptseed %d: %s\n%s", seed, wrong, script)
			return errs
		}
		errs = append(errs, err)
	}
	return errs
}

// wrongAnswer says what is wrong with the answer to a script, "" where nothing is.
func wrongAnswer(err error, took time.Duration) string {
	switch said := fmt.Sprint(err); {
	case took > time.Minute:
		return fmt.Sprintf("took %v", took)
	case err == nil:
	case strings.HasPrefix(said, "the process of the script ended"), strings.Contains(said, "itself failed"), strings.Contains(said, "runtime error"), strings.Contains(said, "goroutine "):
		return said
	case len(said) > 5000, strings.TrimSpace(said) == "":
		return fmt.Sprintf("an error of %d bytes: %.500s", len(said), said)
	}
	return ""
}

// worksStill says what is wrong with the next script in the same session. What the session
// keeps may leave it no memory; then it begins anew.
func worksStill(t *testing.T, p *Process) string {
	var out []notebook.Output
	_, err := p.Run(t.Context(), "6 * 7", testLimits, func(o notebook.Output) { out = append(out, o) })
	if err != nil && strings.HasPrefix(err.Error(), "the script needed more than") {
		out = nil
		_, err = p.Run(t.Context(), "6 * 7", testLimits, func(o notebook.Output) { out = append(out, o) })
	}
	if err != nil || len(out) != 1 || !strings.Contains(fmt.Sprint(out[0].Data[notebook.Plain]), "42") {
		return fmt.Sprintf("the next script gives %v, %v", out, err)
	}
	return ""
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
