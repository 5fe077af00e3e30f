package serve

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

var (
	clients  = flag.Int("clients", 8, "how many clients ask at once in TestLoad")
	loadTime = flag.Duration("time", 2*time.Second, "how long they ask")
)

// A kind of request that clients send. Of errors only the statuses named are expected, and
// those that tell to come again, for more clients ask than are served at once.
type kindOfRequest struct {
	name, method, path, body string
	weight                   int // of all requests, against the other kinds
	status                   []int
}

func script(source, timeout string) string {
	src, err := json.Marshal(map[string]string{"script": source, "timeout": timeout})
	if err != nil {
		panic(err)
	}
	return string(src)
}

var kindsOfRequests = []kindOfRequest{
	{"query", "GET", "/queries/contrasts?rows=20&speaker=mandiant", "", 200, []int{200}},
	{"query csv", "GET", "/queries/statements?rows=50&format=csv", "", 100, []int{200}},
	{"query post", "POST", "/queries/by-speaker", `{"rows": 10}`, 60, []int{200}},
	{"wrong query", "GET", "/queries/contrasts?spaeker=x", "", 40, []int{400}},
	{"statement", "GET", "/statements/the-inquirer-2013-03-12/not-to-blame", "", 100, []int{200}},
	{"picture", "GET", "/plots/timeline?since=2013&until=2013", "", 20, []int{200}},
	{"healthz", "GET", "/healthz", "", 40, []int{200}},
	{"metrics", "GET", "/metrics", "", 10, []int{200}},
	{"gizmo", "POST", "/gizmo", script(`g.V("<actor:china>").In("<speaker>").Out("<about>").All()`, "10s"), 40, []int{200}},
	{"gizmo wrong", "POST", "/gizmo", script(`1 +`, "10s"), 10, []int{400}},
	{"endless loop", "POST", "/gizmo", script(`while (true) {}`, "1s"), 1, []int{504}},
	{"expression", "POST", "/gizmo", script(endlessExpression, "1s"), 1, []int{504}},
	{"huge array", "POST", "/gizmo", script(`var list = []; while (true) list.push("x".repeat(1e6))`, "1s"), 1, []int{400, 504}},
	{"flood", "POST", "/gizmo", script(`while (true) console.log("flood".repeat(100))`, "1s"), 1, []int{400, 504}},
}

// TestLoad has many clients ask at once, hostile scripts among their questions:
//
//	go test ./notebook/serve -run TestLoad -v -clients 200 -time 60s
//
// Nothing may fail that should not, and nothing may be left over. Times are reported, not
// judged.
func TestLoad(t *testing.T) {
	before, rss := runtime.NumGoroutine(), residentKB()
	transport := &http.Transport{MaxIdleConnsPerHost: *clients, DisableKeepAlives: false}
	c := newClient(t, "", func(s *Server) { s.Limits.Time = 10 * time.Second })
	tally := &tally{took: map[string][]time.Duration{}, again: map[string]int{}, unexpected: map[string]int{}}
	ctx, cancel := context.WithTimeout(t.Context(), *loadTime)
	defer cancel()
	var wait sync.WaitGroup
	for i := range *clients {
		wait.Go(func() {
			random := rand.New(rand.NewPCG(1, uint64(i)))
			for ctx.Err() == nil {
				tally.ask(&http.Client{Transport: transport, Timeout: time.Minute}, c.url, pick(random))
			}
		})
	}
	wait.Wait()
	t.Log(tally)
	for what, n := range tally.unexpected {
		t.Errorf("%d times %s", n, what)
	}
	t.Logf("at the end of the load: %d goroutines, %d MB resident", runtime.NumGoroutine(), residentKB()>>10)
	transport.CloseIdleConnections()
	c.end()
	runtime.GC()
	for range 50 {
		if runtime.NumGoroutine() <= before {
			break
		}
		time.Sleep(20 * time.Millisecond)
	}
	t.Logf("goroutines %d before, %d after; resident %d MB before, %d MB after", before, runtime.NumGoroutine(), rss>>10, residentKB()>>10)
	if after := runtime.NumGoroutine(); after > before+2 {
		t.Errorf("%d goroutines are left over", after-before)
	}
	if left := children(t); len(left) > 0 {
		t.Errorf("children are left over: %v", left)
	}
}

func pick(random *rand.Rand) kindOfRequest {
	all := 0
	for _, k := range kindsOfRequests {
		all += k.weight
	}
	n := random.IntN(all)
	for _, k := range kindsOfRequests {
		if n -= k.weight; n < 0 {
			return k
		}
	}
	panic("unreachable")
}

// A tally counts what came of the requests.
type tally struct {
	mu         sync.Mutex
	took       map[string][]time.Duration
	again      map[string]int // told to come again
	unexpected map[string]int
}

func (y *tally) ask(http *http.Client, url string, k kindOfRequest) {
	begun := time.Now()
	a, err := (&client{url: url}).tryWith(http, k.method, api+k.path, k.body)
	took := time.Since(begun)
	y.mu.Lock()
	defer y.mu.Unlock()
	switch {
	case err != nil:
		y.unexpected[fmt.Sprintf("%s: %v", k.name, err)]++
	case (a.status == 429 || a.status == 503) && a.header.Get("Retry-After") != "":
		y.again[k.name]++
	case !slices.Contains(k.status, a.status):
		y.unexpected[fmt.Sprintf("%s: %d %.200s", k.name, a.status, a.body)]++
	default:
		y.took[k.name] = append(y.took[k.name], took)
	}
}

func (y *tally) String() string {
	var b strings.Builder
	all := 0
	fmt.Fprintf(&b, "\n%-14s %8s %8s %10s %10s %10s\n", "request", "done", "again", "p50", "p99", "most")
	for _, k := range kindsOfRequests {
		took := y.took[k.name]
		all += len(took)
		slices.Sort(took)
		at := func(share float64) time.Duration {
			if len(took) == 0 {
				return 0
			}
			return took[int(share*float64(len(took)-1))].Round(100 * time.Microsecond)
		}
		fmt.Fprintf(&b, "%-14s %8d %8d %10v %10v %10v\n", k.name, len(took), y.again[k.name], at(.5), at(.99), at(1))
	}
	fmt.Fprintf(&b, "%d requests done", all)
	return b.String()
}

// residentKB is how much memory the process has, 0 where the system does not tell.
func residentKB() int {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		kilobytes := 0
		if _, err := fmt.Sscanf(line, "VmRSS: %d kB", &kilobytes); err == nil {
			return kilobytes
		}
	}
	return 0
}
