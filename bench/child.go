package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
)

// A child is a process that reads requests as lines of JSON and writes an answer to each.
type child struct {
	command *exec.Cmd
	in      io.WriteCloser
	out     *bufio.Reader
	ending  string // of the questions in its language
	stderr  *strings.Builder
}

// A request asks for one thing.
type request struct {
	Load    string   `json:"load,omitempty"`    // a file
	Ask     string   `json:"ask,omitempty"`     // in the child's language
	Columns []string `json:"columns,omitempty"` // of the answer
	Call    *call    `json:"call,omitempty"`    // of ours, instead of Ask
	Put     *put     `json:"put,omitempty"`     // of ours
}

// An answer answers a request.
type answer struct {
	Version string  `json:"version"` // to the first, empty request
	Disk    int64   `json:"disk"`
	Rows    [][]any `json:"rows"`
	Quads   int     `json:"quads"`
	Seconds float64 `json:"seconds"`
	Error   string  `json:"error"`
}

// startChild starts the program and returns the version that it says it has.
func startChild(ctx context.Context, ending string, program ...string) (*child, string, error) {
	c := &child{command: exec.Command(program[0], program[1:]...), ending: ending, stderr: &strings.Builder{}}
	c.command.Stderr = c.stderr
	var err error
	if c.in, err = c.command.StdinPipe(); err != nil {
		return nil, "", err
	}
	out, err := c.command.StdoutPipe()
	if err != nil {
		return nil, "", err
	}
	c.out = bufio.NewReader(out)
	if err := c.command.Start(); err != nil {
		return nil, "", err
	}
	a, err := c.send(ctx, request{})
	if err != nil {
		return nil, "", errors.Join(err, c.close())
	}
	return c, a.Version, nil
}

// send sends a request and waits for its answer. Where ctx ends first the process is
// killed.
func (c *child) send(ctx context.Context, r request) (answer, error) {
	line, err := json.Marshal(r)
	if err != nil {
		return answer{}, err
	}
	stop := context.AfterFunc(ctx, func() { _ = c.command.Process.Kill() }) // it may have ended by itself
	defer stop()
	if _, err := c.in.Write(append(line, '\n')); err != nil {
		return answer{}, c.failed(ctx, err)
	}
	var a answer
	if line, err = c.out.ReadBytes('\n'); err != nil {
		return answer{}, c.failed(ctx, err)
	}
	if err := json.Unmarshal(line, &a); err != nil {
		return answer{}, fmt.Errorf("%s: %w: %.200s", c.command.Path, err, line)
	}
	if a.Error != "" {
		return answer{}, fmt.Errorf("%s: %s", c.command.Path, a.Error)
	}
	return a, nil
}

func (c *child) failed(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return ctx.Err()
	}
	return fmt.Errorf("%s ended: %w\n%s", c.command.Path, err, c.stderr)
}

func (c *child) ask(ctx context.Context, q *question, s subjects) ([][]any, error) {
	text, err := q.words(c.ending, s)
	if err != nil {
		return nil, err
	}
	a, err := c.send(ctx, request{Ask: text, Columns: q.columns})
	return a.Rows, err
}

func (c *child) memory() (int64, error) { return mostMemory(c.command.Process.Pid) }

func (c *child) close() error {
	c.in.Close()
	err := c.command.Wait()
	if ended := (*exec.ExitError)(nil); errors.As(err, &ended) {
		return nil // it was killed, or said why
	}
	return err
}

// mostMemory returns the most memory that a process has held, in bytes.
func mostMemory(pid int) (int64, error) {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return 0, err
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	var kB int64
	_, err = fmt.Sscan(rest, &kB)
	return kB << 10, err
}
