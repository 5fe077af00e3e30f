package sandbox

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

	"counterclaim/notebook"
	"counterclaim/queries"
)

// endlessExpression goes back and forth for longer than anybody waits, and is not interrupted.
const endlessExpression = `/^(([a-z])+.)+\2z$/.test("a".repeat(60))`

// Scripts that break a process, or do not stop. Each ends in good time with an error that
// says why, and the next run works.
func TestHostileScripts(t *testing.T) {
	short := queries.Limits{Rows: 3, Time: 300 * time.Millisecond}
	long := queries.Limits{Rows: 3, Time: 2 * time.Minute}
	const memory = "the script needed more than 128 MB; the session begins anew, its variables are gone"
	const stuck = "not done after 300ms, and the script did not stop and was ended; the session begins anew, its variables are gone"
	for _, c := range []struct {
		name, source string
		limits       queries.Limits
		want         string // in the error
		keeps        bool   // the variables
	}{
		{"endless loop", `while (true) {}`, short, "not done after 300ms", true},
		{"endless loop in a callback", `g.V("<actor:china>").In("<speaker>").forEach(function () { while (true) {} })`, short, "not done after 300ms", true},
		{"huge array", `new Array(1e9).join("x")`, long, memory, false},
		{"long texts", `var list = []; while (true) list.push("x".repeat(1e9))`, long, memory, false},
		{"endless array", `var list = []; while (true) list.push({n: list.length})`, long, memory, false},
		{"endless text", `var s = "x"; while (true) s += s`, long, memory, false},
		{"typed array", `new Uint8Array(2e9)`, long, memory, false},
		{"regular expression", endlessExpression, short, stuck, false},
		{"sort", `new Array(3e7).fill(0).map(Math.random).sort()`, short, "", false},
		{"deep recursion", `function f() { return f() + 1 } f()`, long, "functions call each other more than 2000 deep", true},
		{"deep nesting", `var a = []; for (let i = 0; i < 1e6; i++) a = [a]; JSON.stringify(a)`, long, "", false},
		{"endless getter", `var o = {get x() { return this.x }}; o.x`, long, "functions call each other more than 2000 deep", true},
		{"flood of prints", `while (true) console.log("flood".repeat(100))`, long, "the script printed more than 1 MB; print less", true},
		{"a thrown text without end", `throw "x".repeat(1e6)`, long, "(998000 bytes more)", true},
		{"what is thrown throws", `throw {toString() { throw this }}`, long, "cell:1:1: what is thrown cannot be shown: its toString throws, too", true},
		{"what is thrown asks the store, later", `({}) in new Date({valueOf() { throw this }, toString() { return g.V("<class:contrast>").toArray() }})`, long, "what is thrown cannot be shown", true},
		{"what is thrown throws when it is looked at", `throw {get x() { throw this }}`, long, "cell:1:1: [object Object]", true},
		{"what is thrown does not end", `throw {toString() { for (;;) {} }}`, short, "not done after 300ms", true},
		{"the value at the end throws", `({get x() { throw {toString() { return g.V().toArray() }} }})`, long, "what is thrown cannot be shown", true},
		{"the value at the end does not end", `({get x() { for (;;) {} }})`, short, "not done after 300ms", true},
		{"an await that throws", `(async () => { await new Proxy({}, {get() { throw 1 }}) })()`, long, "cell:1:45: 1", true},
		{"a promise in which Cayley panics", `Promise.resolve().then(() => g.V().out({}).all())`, long, "the script engine failed: unsupported type", true},
		{"a promise without end", `(function more() { Promise.resolve().then(more) })()`, short, "not done after 300ms", true},
		{"a step that Cayley dies of", `g.V("<kind:denial>").And(g.V("<kind:denial>").facts(["<counter>"])).all()`, long, "the script engine failed: a step was given what it cannot take", true},
		{"frozen", `Object.freeze(globalThis)`, long, "the script has frozen what scripts stand on; the session begins anew, its variables are gone", false},
		{"closed to what is new", `Object.preventExtensions(globalThis)`, long, "the script has frozen what scripts stand on", false},
		{"a list without end", `"use strict"; contrastsOf([]).length = 1e21`, long, "TypeError: ", true},
		{"a step that goja dies of", `RegExp.prototype.exec = null; "a".split(/a/)`, long, "the script engine failed: a step was given what it cannot take", true},
		{"a text longer than there can be", `"ab".repeat(2 ** 53)`, long, "the script engine failed: a step was given what it cannot take", true},
		{"one long print", `console.log("é".repeat(5e6))`, long, "the script printed more than 1 MB; print less", true},
	} {
		t.Run(c.name, func(t *testing.T) {
			if slowInRace[c.name] && raceDetector {
				t.Skip("takes minutes with the race detector")
			}
			r := newRun(t)
			r.value("const before = 1; before")
			begun := time.Now()
			out, err := r.cell(t.Context(), c.source, c.limits)
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Fatalf("%v, %.200v", err, out)
			}
			if took := time.Since(begun); took > c.limits.Time+5*time.Second {
				t.Errorf("took %v", took)
			}
			var gone *Gone
			if c.keeps && (errors.As(err, &gone) || r.value("before") != 1.0) {
				t.Errorf("the variables are gone: %v", err)
			}
			if v := r.value("6 * 7"); v != 42.0 {
				t.Errorf("afterwards %v", v)
			}
		})
	}
}

var slowInRace = map[string]bool{"huge array": true, "typed array": true}

func TestResultThatIsTooLarge(t *testing.T) {
	stopped := 0
	var sent []string
	b := &bounded{send: func(line []byte) { sent = append(sent, string(line)) }, stop: func() { stopped++ }}
	b.add(notebook.Output{Type: notebook.Result, Data: map[string]any{notebook.Plain: strings.Repeat("x", maxResult)}})
	b.add(notebook.Printed("more"))
	if len(sent) != 1 || stopped != 1 || !strings.Contains(sent[0], "the result takes 16384 KB, and 16384 are allowed; ask for fewer rows or shorter ones") {
		t.Errorf("stopped %d times, sent %.300q", stopped, sent)
	}
}

// Rows are bounded though the script gives them without end.
func TestRowsWithoutEnd(t *testing.T) {
	out, err := newRun(t).cell(t.Context(), `for (let i = 0; true; i++) g.emit({i})`, testLimits)
	if err != nil || len(out) != 1 {
		t.Fatalf("%v, %v", out, err)
	}
	if table := out[0].Data[notebook.JSON].(notebook.Table); len(table.Rows) != 3 || !table.Cut {
		t.Errorf("%v", table)
	}
}

func TestInterruptOfWhatDoesNotStop(t *testing.T) {
	r := newRun(t)
	ctx, cancel := context.WithCancel(t.Context())
	var begun time.Time
	start := func(notebook.Output) { // and then it has half a second to get to the expression
		begun = time.Now()
		time.AfterFunc(500*time.Millisecond, cancel)
	}
	_, err := r.Process.Run(ctx, "console.log('begun'); "+endlessExpression, queries.Limits{}, start)
	var gone *Gone
	if !errors.As(err, &gone) || !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if took := time.Since(begun); took > 20*time.Second {
		t.Errorf("took %v", took)
	}
	if v := r.value("1"); v != 1.0 {
		t.Error(v)
	}
}

func TestKilledFromOutside(t *testing.T) {
	r := newRun(t)
	time.AfterFunc(200*time.Millisecond, func() { r.child.command.Process.Kill() })
	_, err := r.cell(t.Context(), "while (true) {}", queries.Limits{})
	if want := "the process of the script ended (signal: killed); the session begins anew, its variables are gone"; runtime.GOOS != "windows" && (err == nil || err.Error() != want) {
		t.Errorf("%v", err)
	}
	r.value("const again = 1; again")
	r.child.command.Process.Kill()
	<-r.child.gone
	var gone *Gone
	if _, err := r.cell(t.Context(), "again", testLimits); !errors.As(err, &gone) {
		t.Errorf("killed between two runs, it gives %v", err)
	}
	if v := r.value("1"); v != 1.0 {
		t.Error(v)
	}
}

// parentEnv makes TestParentGone the parent that is killed; it names a folder for it.
const parentEnv = "COUNTERCLAIM_TEST_PARENT"

// A child that cannot stop its script ends with its parent all the same.
func TestParentGone(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("looks at /proc")
	}
	if os.Getenv(parentEnv) != "" {
		r := newRun(t)
		fmt.Printf("/proc/%d/task\n", r.child.command.Process.Pid) // is there as long as the child lives
		r.cell(t.Context(), endlessExpression, queries.Limits{})
		return
	}
	parent := exec.Command(os.Args[0], "-test.run", "^TestParentGone$")
	parent.Env = append(os.Environ(), parentEnv+"="+t.TempDir())
	out, err := parent.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := parent.Start(); err != nil {
		t.Fatal(err)
	}
	line := make([]byte, 100)
	n, err := out.Read(line)
	if err != nil {
		t.Fatal(err)
	}
	child := strings.TrimSpace(string(line[:n]))
	time.Sleep(200 * time.Millisecond)
	if _, err := os.Stat(child); err != nil {
		t.Fatalf("the child is not there: %v", err)
	}
	parent.Process.Kill()
	parent.Wait()
	for range 50 {
		if _, err := os.Stat(child); err != nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Errorf("%s is still there", child)
}
