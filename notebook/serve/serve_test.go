package serve

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"counterclaim/graph/store"
	"counterclaim/loaders/seedtest"
	"counterclaim/notebook"
	"counterclaim/notebook/sandbox"
	"counterclaim/queries"
)

// childWord is the first word of a call that makes the test binary a child for scripts; the
// store is the second.
const childWord = "child"

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == childWord {
		if err := serveChild(os.Args[2], os.Args[3:]); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	dir, err := os.MkdirTemp("", "serve")
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
	if err := errors.Join(flags.Parse(args), sandbox.Limit(*memory)); err != nil {
		return err
	}
	session, err := notebook.NewSession(reader(path))
	if err != nil {
		return err
	}
	return sandbox.Serve(os.Stdin, os.Stdout, session)
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

// seeded is a file with all seeds, made once for all tests that do not change it.
var seeded = sync.OnceValues(func() (string, error) {
	path := filepath.Join(testDir, "seeds.db")
	return path, seedtest.File(path)
})

const testToken = "a token for the tests alone"

// A client asks a server of its own.
type client struct {
	testing.TB
	*Server
	url string
	end func() // ends the server and waits for it
}

// newClient starts a server on the store, the seeds where it is "". change may change it before.
func newClient(t testing.TB, path string, change func(*Server)) *client {
	t.Helper()
	if path == "" {
		var err error
		if path, err = seeded(); err != nil {
			t.Fatal(err)
		}
	}
	s := &Server{
		Read: reader(path), Token: testToken, Hosts: []string{"press.example"}, Limits: queries.Limits{Rows: 2000, Time: 20 * time.Second},
		Sandbox: []string{os.Args[0], childWord, path}, Memory: 256 << 20, Scripts: 2, Log: slog.New(slog.DiscardHandler),
	}
	if change != nil {
		change(s)
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l) }()
	end := sync.OnceFunc(func() {
		cancel()
		if err := <-ended; err != nil {
			t.Error(err)
		}
	})
	t.Cleanup(end)
	return &client{t, s, "http://" + l.Addr().String(), end}
}

// An answer is a response that was read.
type answer struct {
	status int
	header http.Header
	body   string
}

// send sends a request with the token; headers come as name, value and so on.
func (c *client) send(method, path, body string, headers ...string) answer {
	c.Helper()
	a, err := c.try(method, path, body, headers...)
	if err != nil {
		c.Fatal(err)
	}
	return a
}

func (c *client) try(method, path, body string, headers ...string) (answer, error) {
	return c.tryWith(http.DefaultClient, method, path, body, headers...)
}

func (c *client) tryWith(with *http.Client, method, path, body string, headers ...string) (answer, error) {
	r, err := http.NewRequest(method, c.url+path, strings.NewReader(body))
	if err != nil {
		return answer{}, err
	}
	r.Header.Set("Authorization", "Bearer "+testToken)
	for i := 0; i < len(headers); i += 2 {
		if headers[i] == "Host" {
			r.Host = headers[i+1]
			continue
		}
		r.Header.Set(headers[i], headers[i+1])
	}
	response, err := with.Do(r)
	if err != nil {
		return answer{}, err
	}
	defer response.Body.Close()
	read, err := io.ReadAll(response.Body)
	return answer{response.StatusCode, response.Header, string(read)}, err
}

func (c *client) get(path string) answer {
	c.Helper()
	return c.send("GET", api+path, "")
}

// into reads the answer, which has to be of that status.
func (c *client) into(a answer, status int, v any) {
	c.Helper()
	if a.status != status || a.header.Get("Content-Type") != "application/json" {
		c.Fatalf("%d %s: %.500s", a.status, a.header.Get("Content-Type"), a.body)
	}
	if err := json.Unmarshal([]byte(a.body), v); err != nil {
		c.Fatalf("%v: %s", err, a.body)
	}
}

// fails checks the one form of errors.
func (c *client) fails(a answer, status int, want string) {
	c.Helper()
	var body errorBody
	c.into(a, status, &body)
	if body.Status != status || !strings.Contains(body.Error, want) || body.Request == "" || body.Request != a.header.Get(requestID) {
		c.Errorf("%s\nwant %s", a.body, want)
	}
	if again := a.header.Get("Retry-After"); (again != "") != (status == 429 || status == 503) {
		c.Errorf("%d with Retry-After %q", status, again)
	}
}

// script runs one.
func (c *client) script(source, more string) answer {
	c.Helper()
	src, err := json.Marshal(source)
	if err != nil {
		c.Fatal(err)
	}
	return c.send("POST", api+"/gizmo", `{"script": `+string(src)+more+`}`)
}

// table is a tableBody whose rows can be looked at.
type table struct {
	Columns []notebook.Column
	Rows    []map[string]any
	Cut     bool
	Printed string
}

// post sends a request whose client may go; it returns how the sending ended.
func (c *client) post(ctx context.Context, path, body string) error {
	r, err := http.NewRequestWithContext(ctx, "POST", c.url+api+path, strings.NewReader(body))
	if err != nil {
		return err
	}
	r.Header.Set("Authorization", "Bearer "+testToken)
	response, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	return response.Body.Close()
}
