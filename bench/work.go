package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"time"
)

// A bench has what the systems are measured with.
type bench struct {
	work       string // folder
	binary     string // the counterclaim command
	self       string // this program
	runs, asks int
}

func newBench(ctx context.Context, work string, runs, asks int) (*bench, error) {
	work, err := filepath.Abs(work)
	if err != nil {
		return nil, err
	}
	if err := os.MkdirAll(work, 0o755); err != nil {
		return nil, err
	}
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	b := &bench{work, filepath.Join(work, "counterclaim"), self, runs, asks}
	return b, b.run(ctx, ".", "go", "build", "-trimpath", "-ldflags", "-s -w", "-o", b.binary, "counterclaim")
}

func (b *bench) path(name string) string { return filepath.Join(b.work, name) }

// run runs a command in a folder, and shows what it says where it fails.
func (b *bench) run(ctx context.Context, folder, name string, args ...string) error {
	_, err := b.measure(ctx, folder, nil, name, args...)
	return err
}

// A measured command took so long, had so much memory at most, and wrote that.
type measured struct {
	Seconds float64
	PeakKB  int64
	out     []byte
}

func (b *bench) measure(ctx context.Context, folder string, in io.Reader, name string, args ...string) (measured, error) {
	c := exec.CommandContext(ctx, name, args...)
	var out, errs bytes.Buffer
	c.Dir, c.Stdin, c.Stdout, c.Stderr = folder, in, &out, &errs
	start := time.Now()
	if err := c.Run(); err != nil {
		return measured{}, fmt.Errorf("%s %v: %w\n%.2000s", filepath.Base(name), args, err, errs.Bytes())
	}
	m := measured{Seconds: time.Since(start).Seconds(), out: out.Bytes()}
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		m.PeakKB = usage.Maxrss
	}
	return m, nil
}

// quads returns the file of an invented graph of that size, which it makes if need be.
func (b *bench) quads(ctx context.Context, statements int) (string, error) {
	path := b.path(fmt.Sprintf("invented-%d.nq", statements))
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	err := b.run(ctx, b.work, b.binary, "bench", "generate", "--statements", fmt.Sprint(statements), "-o", path+".part")
	return path, errors.Join(err, os.Rename(path+".part", path))
}

var plainName = regexp.MustCompile(`<([a-z-]+)>`)

// absolute returns the same graph with a scheme before names of one word, as in <speaker>,
// which other systems take for relative ones.
func (b *bench) absolute(path string) (string, error) {
	out := path[:len(path)-len(".nq")] + "-absolute.nq"
	if _, err := os.Stat(out); err == nil {
		return out, nil
	}
	from, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer from.Close()
	to, err := os.Create(out + ".part")
	if err != nil {
		return "", err
	}
	w := bufio.NewWriterSize(to, 1<<20)
	lines := bufio.NewReaderSize(from, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		if len(line) > 0 {
			w.Write(absoluteLine(line))
		}
		if errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return "", err
		}
	}
	return out, errors.Join(w.Flush(), to.Close(), os.Rename(out+".part", out))
}

// absoluteLine changes the predicate and the label, never a text.
func absoluteLine(line []byte) []byte {
	first := bytes.IndexByte(line, ' ') + 1
	second := first + bytes.IndexByte(line[first:], ' ')
	last := bytes.LastIndex(line, []byte(" <"))
	out := append([]byte{}, line[:first]...)
	out = append(out, plainName.ReplaceAll(line[first:second], []byte("<cc:$1>"))...)
	if last < second {
		last = second
	}
	out = append(out, line[second:last]...)
	return append(out, plainName.ReplaceAll(line[last:], []byte("<cc:$1>"))...)
}

// writeJSON writes v into a file of the work folder, for another program.
func (b *bench) writeJSON(name string, v any) (string, error) {
	data, err := json.MarshalIndent(v, "", " ")
	if err != nil {
		return "", err
	}
	return b.path(name), os.WriteFile(b.path(name), data, 0o644)
}
