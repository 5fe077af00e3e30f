package sandbox

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"counterclaim/graph/store"
	"counterclaim/notebook"
)

func emptySession(t testing.TB) *notebook.Session {
	t.Helper()
	db, err := store.Open("memory", "")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	session, err := notebook.NewSession(func(use func(*store.Store) error) error { return use(db) })
	if err != nil {
		t.Fatal(err)
	}
	return session
}

// What a child says to lines that no parent of ours sends.
func TestServe(t *testing.T) {
	in, requests := io.Pipe()
	answers, out := io.Pipe()
	served := make(chan error, 1)
	go func() { served <- Serve(in, out, emptySession(t)) }()
	lines := bufio.NewScanner(answers)
	for _, c := range []struct{ request, want string }{
		{`{"op":"interrupt","run":7}` + "\n" + `{"op":"run","run":1,"source":"var a = 1"}`, `{"op":"done","run":1}`},
		{`{"op":"run","run":2,"source":"while (true) {}"}` + "\n" + `{"op":"run","run":3}`, `{"op":"done","run":3,"error":"another script is running; wait for it to end"}`},
		{`{"op":"interrupt","run":2}`, `{"op":"output","run":2,"output":{"ename":"Error","evalue":"interrupted; what the script had set stays","output_type":"error","traceback":["interrupted; what the script had set stays"]}}`},
		{``, `{"op":"done","run":2,"error":"interrupted; what the script had set stays","reason":"interrupted"}`},
	} {
		if c.request != "" {
			fmt.Fprintln(requests, c.request)
		}
		if lines.Scan(); lines.Text() != c.want {
			t.Errorf("to %s it says\n%s\nwant\n%s", c.request, lines.Text(), c.want)
		}
	}
	fmt.Fprintln(requests, `{"op":"jump"}`)
	if err := <-served; err == nil || err.Error() != `request "jump"; allowed are run, interrupt` {
		t.Errorf("%v", err)
	}
}

// The child bears any lines, ends with its input, and says nothing that its parent could not read.
func FuzzServe(f *testing.F) {
	f.Add(`{"op":"run","run":1,"source":"var a = 1; console.log(a); a","rows":2}` + "\n" + `{"op":"interrupt","run":1}`)
	f.Add(`{"op":"run","source":"while (true) {}"}` + "\n" + `{"op":"run","source":"%plot"}` + "\n{}")
	f.Add(`{"op":"run","rows":-1}`)
	f.Add("\n\x00null\n[1]")
	f.Fuzz(func(t *testing.T, input string) {
		var out lockedBuffer
		served := make(chan error, 1)
		go func() { served <- Serve(strings.NewReader(input), &out, emptySession(t)) }()
		select {
		case <-served:
		case <-time.After(10 * time.Second):
			t.Fatal("does not end with its input")
		}
		for l := range bytes.Lines(out.bytes()) {
			if _, err := readResponse(l); err != nil {
				t.Errorf("%s: %v", l, err)
			}
		}
	})
}

// lockedBuffer is written to by a script that outlives Serve.
type lockedBuffer struct {
	beginning
	all bytes.Buffer
}

func (b *lockedBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.all.Write(p)
}

func (b *lockedBuffer) bytes() []byte {
	b.mu.Lock()
	defer b.mu.Unlock()
	return bytes.Clone(b.all.Bytes())
}

// The parent refuses what it cannot read, and what it reads can be shown and kept.
func FuzzResponse(f *testing.F) {
	f.Add([]byte(`{"op":"done","run":1,"error":"x","reason":"late"}`))
	f.Add([]byte(`{"op":"output","output":{"output_type":"execute_result","execution_count":1,"data":{"text/plain":"a","application/json":{"columns":[{"name":"a"}],"rows":[[1,null,"x"]],"cut":true}}}}`))
	f.Add([]byte(`{"op":"output","output":{"output_type":"stream","name":"stdout","text":["a\n","b"]}}`))
	f.Add([]byte(`{"op":"output","output":{"output_type":"error","ename":"E","evalue":"v","traceback":[]}}`))
	f.Add([]byte(`{"op":"output"}`))
	f.Fuzz(func(t *testing.T, src []byte) {
		r, err := readResponse(src)
		if err != nil {
			return
		}
		l, err := line(r)
		if err != nil {
			t.Fatalf("what was read cannot be written: %v", err)
		}
		if _, err := readResponse(l); err != nil {
			t.Errorf("%s: %v", l, err)
		}
	})
}
