package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// cayley measures the cayley command, as its documentation has it used: "cayley load",
// then questions in Gizmo to the server that "cayley http" is.
func cayley(backend string) func(context.Context, string, string) (session, string, error) {
	return func(_ context.Context, work, folder string) (session, string, error) {
		program := filepath.Join(work, "cayley")
		if _, err := os.Stat(program); err != nil {
			return nil, "", absent{"the cayley command is not built; go run ./bench setup"}
		}
		return &cayleySession{program: program, place: []string{"-d", backend, "-a", filepath.Join(folder, "cayley")}, folder: folder}, cayleyVersion, nil
	}
}

type cayleySession struct {
	program string
	place   []string // flags that say where its data are
	folder  string
	loading int64 // the most memory that loading took
	server  *exec.Cmd
	address string
}

func (c *cayleySession) load(ctx context.Context, f files) (int64, error) {
	for _, what := range [][]string{{"init"}, {"load", "-i", f.short}} {
		command := exec.CommandContext(ctx, c.program, append(what, c.place...)...)
		if out, err := command.CombinedOutput(); err != nil {
			return 0, fmt.Errorf("cayley %s: %w: %s", what[0], err, out)
		}
		if used, ok := command.ProcessState.SysUsage().(*syscall.Rusage); ok {
			c.loading = max(c.loading, used.Maxrss<<10)
		}
	}
	return bytesIn(c.folder)
}

func bytesIn(folder string) (n int64, err error) {
	return n, filepath.WalkDir(folder, func(_ string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		info, err := e.Info()
		if err == nil {
			n += info.Size()
		}
		return err
	})
}

func (c *cayleySession) ask(ctx context.Context, q *question, s subjects) ([][]any, error) {
	if err := c.serve(ctx); err != nil {
		return nil, err
	}
	script, err := q.words(".gizmo", s)
	if err != nil {
		return nil, err
	}
	var found struct {
		Result []map[string]any
		Error  string
	}
	if err := c.post(ctx, script, &found); err != nil {
		return nil, err
	}
	if found.Error != "" {
		return nil, errors.New("cayley: " + found.Error)
	}
	out := make([][]any, len(found.Result))
	for i, row := range found.Result {
		for _, name := range q.columns {
			value := row[name]
			if node, ok := value.(string); ok && strings.HasPrefix(node, "<") && strings.HasSuffix(node, ">") {
				value = node[1 : len(node)-1]
			}
			out[i] = append(out[i], value)
		}
	}
	return out, nil
}

func (c *cayleySession) post(ctx context.Context, script string, into any) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+c.address+"/api/v2/query?lang=gizmo", strings.NewReader(script))
	if err != nil {
		return err
	}
	w, err := http.DefaultClient.Do(r)
	if err != nil {
		return err
	}
	defer w.Body.Close()
	body, err := io.ReadAll(w.Body)
	if err != nil {
		return err
	}
	if err := json.NewDecoder(bytes.NewReader(body)).Decode(into); err != nil {
		return fmt.Errorf("cayley: %w: %.200s", err, body)
	}
	return nil
}

// serve starts the server where it does not run yet, and waits until it answers.
func (c *cayleySession) serve(ctx context.Context) error {
	if c.server != nil {
		return nil
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	c.address = l.Addr().String()
	l.Close()
	const patience = "1h" // we have our own
	c.server = exec.Command(c.program, append([]string{"http", "--host", c.address, "-t", patience}, c.place...)...)
	if err := c.server.Start(); err != nil {
		return err
	}
	const tries = 600
	for range tries {
		connection, err := net.Dial("tcp", c.address)
		if err == nil {
			return connection.Close()
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return errors.New("cayley http does not answer")
}

func (c *cayleySession) memory() (int64, error) {
	if c.server == nil {
		return c.loading, nil
	}
	serving, err := mostMemory(c.server.Process.Pid)
	return max(c.loading, serving), err
}

func (c *cayleySession) close() error {
	if c.server == nil {
		return nil
	}
	err := c.server.Process.Kill()
	_ = c.server.Wait() // it was killed
	c.server = nil
	return err
}
