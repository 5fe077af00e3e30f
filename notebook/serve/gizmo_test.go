package serve

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// endlessExpression goes back and forth for longer than anybody waits, and is not interrupted.
const endlessExpression = `/^(([a-z])+.)+\2z$/.test("a".repeat(60))`

func TestGizmo(t *testing.T) {
	c := newClient(t, "", nil)
	var got table
	c.into(c.script(`console.log("é", 1); g.V("<actor:mandiant>").In("<speaker>").Tag("claim").All()`, `, "rows": 2`), 200, &got)
	if len(got.Rows) != 2 || !got.Cut || !strings.HasPrefix(got.Rows[0]["claim"].(string), "st:") || got.Printed != "é 1\n" {
		t.Errorf("%+v", got)
	}
	c.into(c.script("const mine = 1", ""), 200, &got)
	if len(got.Rows) != 0 {
		t.Errorf("%+v", got)
	}
	c.fails(c.script("mine", ""), 400, "ReferenceError: mine is not defined") // each has its own session
	c.fails(c.script("1 +", ""), 400, "cell:1:4: Unexpected end of input")
	c.fails(c.script(`g.V("<actor:ann>").Out("<speeker>").All()`, ""), 400, `no predicate "<speeker>"; did you mean <speaker>?`)
}

func TestHostileScripts(t *testing.T) {
	c := newClient(t, "", func(s *Server) { s.Memory = 128 << 20 })
	for _, s := range []struct {
		source, more string
		status       int
		want         string
	}{
		{`console.log("begun"); while (true) {}`, `, "timeout": "300ms"`, 504, "not done after 300ms"},
		{`console.log("begun"); ` + endlessExpression, `, "timeout": "300ms"`, 504, "not done after 300ms, and the script did not stop and was ended"},
		{`var list = []; while (true) list.push({n: list.length})`, ``, 400, "the script needed more than 128 MB"},
		{`while (true) console.log("flood".repeat(100))`, ``, 400, "the script printed more than 1 MB; print less"},
	} {
		a := c.script(s.source, s.more)
		c.fails(a, s.status, s.want)
		if strings.Contains(a.body, "session") || strings.Contains(s.source, "begun") && !strings.Contains(a.body, `"printed":"begun\n"`) {
			t.Errorf("%.300s", a.body)
		}
	}
	var got table
	c.into(c.script("6 * 7", ""), 200, &got)
	metrics := c.get("/metrics").body
	for _, want := range []string{
		`counterclaim_scripts_total{ended="done"} 1`, `counterclaim_scripts_total{ended="killed"} 2`, `counterclaim_scripts_total{ended="error"} 2`, `counterclaim_scripts_running 0`,
		`counterclaim_http_requests_total{path="POST /api/v1/gizmo",status="504"} 2`, "process_resident_memory_bytes",
	} {
		if !strings.Contains(metrics, want) {
			t.Errorf("no %s in %s", want, metrics)
		}
	}
	c.end()
	if left := children(t); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

// A client that goes away stops its script.
func TestClientGoes(t *testing.T) {
	c := newClient(t, "", func(s *Server) { s.Scripts = 1 })
	for range 2 {
		ctx, cancel := context.WithTimeout(t.Context(), 200*time.Millisecond)
		defer cancel()
		if err := c.post(ctx, "/gizmo", `{"script": "while (true) {}"}`); !errors.Is(err, context.DeadlineExceeded) {
			t.Error(err)
		}
	}
	begun := time.Now()
	var got table
	c.into(c.script("1", ""), 200, &got)
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("the next script waited for %v", took)
	}
}

// When the server is told to end, what runs may finish, and what does not finish ends.
func TestEnd(t *testing.T) {
	c := newClient(t, "", nil)
	answered := make(chan answer, 1)
	go func() {
		a, err := c.try("POST", api+"/gizmo", `{"script": "while (true) {}", "timeout": "1s"}`)
		if err != nil {
			t.Error(err)
		}
		answered <- a
	}()
	time.Sleep(300 * time.Millisecond)
	c.end()
	c.fails(<-answered, 504, "not done after 1s")
	if left := children(t); len(left) > 0 {
		t.Errorf("left over: %v", left)
	}
}

func TestGate(t *testing.T) {
	g := newGate(1, 1)
	if err := g.enter(t.Context(), time.Minute); err != nil {
		t.Fatal(err)
	}
	var f *failure
	if err := g.enter(t.Context(), time.Millisecond); !errors.As(err, &f) || f.status != 503 || f.again == 0 {
		t.Errorf("who waits too long gets %v", err)
	}
	waits := make(chan error)
	go func() { waits <- g.enter(t.Context(), time.Minute) }()
	for g.waiting.Load() == 0 {
		runtime.Gosched()
	}
	if err := g.enter(t.Context(), time.Minute); !errors.As(err, &f) || f.status != 429 || f.again == 0 {
		t.Errorf("who is one too many gets %v", err)
	}
	g.leave()
	if err := <-waits; err != nil {
		t.Errorf("who waits gets %v", err)
	}
	g.leave()
	if len(g.inside) != 0 || g.waiting.Load() != 0 {
		t.Errorf("%d inside, %d waiting", len(g.inside), g.waiting.Load())
	}
}

// A command that does not serve is an error of the request, and the server goes on.
func TestNoSandbox(t *testing.T) {
	c := newClient(t, "", func(s *Server) { s.Sandbox = []string{filepath.Join(t.TempDir(), "none")} })
	for range 5 {
		c.fails(c.script("1", ""), 500, "start the sandbox")
	}
	if a := c.get("/queries/contrasts"); a.status != 200 {
		t.Errorf("%d", a.status)
	}
}

// children returns the processes for scripts that this one has, where the system tells.
func children(t testing.TB) []string {
	t.Helper()
	var out []string
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	if err != nil {
		t.Fatal(err)
	}
	for _, path := range stats {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended
		}
		_, rest, _ := strings.Cut(string(stat), ") ")
		var state string
		var parent int
		if _, err := fmt.Sscan(rest, &state, &parent); err == nil && parent == os.Getpid() && state != "Z" {
			out = append(out, string(stat))
		}
	}
	return out
}
