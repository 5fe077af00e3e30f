package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
	"time"
)

// cayleyVersion is the version of Cayley that counterclaim stands on.
const cayleyVersion = "v0.7.7"

// cayleyCommand builds the cayley command from its module, with the versions that it asks
// for itself.
func (b *bench) cayleyCommand(ctx context.Context) (string, error) {
	command := b.path("cayley")
	if _, err := os.Stat(command); err == nil {
		return command, nil
	}
	m, err := b.measure(ctx, ".", nil, "go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley@"+cayleyVersion)
	if err != nil {
		return "", err
	}
	source := b.path("cayley-source")
	if err := os.CopyFS(source, os.DirFS(strings.TrimSpace(string(m.out)))); err != nil && !errors.Is(err, os.ErrExist) {
		return "", err
	}
	if err := b.run(ctx, source, "chmod", "-R", "u+w", "."); err != nil {
		return "", err
	}
	return command, b.run(ctx, source, "go", "build", "-mod=mod", "-o", command, "./cmd/cayley")
}

// cayley measures the cayley command: loads with its own options, then questions over HTTP.
func cayley(backend string) func(context.Context, *bench, string, []question) (result, error) {
	return func(ctx context.Context, b *bench, quads string, list []question) (r result, err error) {
		command, err := b.cayleyCommand(ctx)
		if err != nil {
			return r, fmt.Errorf("%w: %w", errMissing, err)
		}
		r.Version = cayleyVersion
		path := b.path("cayley-" + backend + ".db")
		at := []string{"--db", backend, "--dbpath", path}
		for range b.runs {
			if err := os.RemoveAll(path); err != nil {
				return r, err
			}
			if err := b.run(ctx, b.work, command, append([]string{"init"}, at...)...); err != nil {
				return r, err
			}
			m, err := b.measure(ctx, b.work, nil, command, append([]string{"load", "-i", quads}, at...)...)
			if err != nil {
				return r, err
			}
			r.Loads, r.PeakKB = append(r.Loads, m.Seconds), max(r.PeakKB, m.PeakKB)
		}
		r.Bytes = sizeOfFolder(path)
		r.Answers, r.AskKB, err = b.askCayley(ctx, command, at, list)
		return r, err
	}
}

func (b *bench) askCayley(ctx context.Context, command string, at []string, list []question) (answers []answer, peakKB int64, err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, 0, err
	}
	address := listener.Addr().String()
	listener.Close()
	ctx, stop := context.WithCancel(ctx)
	server := exec.CommandContext(ctx, command, append([]string{"http", "--host", address, "--timeout", "10m"}, at...)...)
	if err := server.Start(); err != nil {
		stop()
		return nil, 0, err
	}
	defer func() {
		stop()
		_ = server.Wait() // it was killed
		if usage, ok := server.ProcessState.SysUsage().(*syscall.Rusage); ok {
			peakKB = usage.Maxrss
		}
	}()
	if err := waitFor(ctx, address); err != nil {
		return nil, 0, err
	}
	for _, q := range list {
		a := answer{Name: q.Name}
		for i := range b.asks + 1 {
			start := time.Now()
			rows, err := askGizmo(ctx, address, q)
			if err != nil {
				return nil, 0, fmt.Errorf("%s: %w", q.Name, err)
			}
			a.Rows = rows
			took := time.Since(start)
			if i > 0 {
				a.MS = append(a.MS, took.Seconds()*1000)
			}
			if took > 5*time.Second && i > 0 {
				break // it will not become faster
			}
		}
		answers = append(answers, a)
	}
	return answers, 0, nil
}

func waitFor(ctx context.Context, address string) error {
	for range 600 {
		if c, err := net.Dial("tcp", address); err == nil {
			return c.Close()
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(100 * time.Millisecond):
		}
	}
	return errors.New("the cayley command does not answer")
}

func askGizmo(ctx context.Context, address string, q question) ([][]string, error) {
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://"+address+"/api/v1/query/gizmo?limit=100", bytes.NewBufferString(q.Gizmo))
	if err != nil {
		return nil, err
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	var found struct {
		Result []map[string]any `json:"result"`
		Error  string           `json:"error"`
	}
	if err := json.Unmarshal(body, &found); err != nil {
		return nil, fmt.Errorf("%w: %.300s", err, body)
	}
	if found.Error != "" {
		return nil, errors.New(found.Error)
	}
	var rows [][]string
	for _, row := range found.Result {
		cells := make([]string, len(q.Columns))
		for i, name := range q.Columns {
			cells[i] = bare(fmt.Sprint(row[name]))
		}
		rows = append(rows, cells)
	}
	return rows, nil
}
