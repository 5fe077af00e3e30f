package loadertest

import (
	"bytes"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"counterclaim/graph"
)

// Conforms checks what must hold for every loader, with this fixture:
//
//	input ──────── Read ──> codings: valid, of this format, spans on characters
//	  │            Read ──> the same again; the input is as it was
//	  │         8 x Read ──> the same at once
//	  ├─ cut short ─ Read ──> valid codings, or an error that names the file
//	  └─ damaged ─── Read ──> valid codings, or an error that names the file
//	nothing ─────── Read ──> no statement, or an error that names the file
//
// All of it is valid UTF-8: loaders.Load sees to that before a loader runs.
func Conforms(t *testing.T, loader Loader, path string, data []byte) {
	input := bytes.Clone(data)
	first, err := loader.Read(path, data)
	fine(t, loader, path, "the input", first, err)
	again, _ := loader.Read(path, data)
	if !reflect.DeepEqual(first, again) {
		t.Error("reading twice gives two results")
	}
	if !bytes.Equal(input, data) {
		t.Error("reading changed the input")
	}
	atOnce(t, loader, path, data, first)
	for _, nothing := range []string{"", "\n", " \n\t\n"} {
		got, err := loader.Read(path, []byte(nothing))
		fine(t, loader, path, fmt.Sprintf("%q", nothing), got, err)
		for _, c := range got {
			if len(c.Statements) > 0 {
				t.Errorf("%q has statements", nothing)
			}
		}
	}
	for i := range pieces {
		cut := len(data) * i / pieces
		for cut < len(data) && !utf8.RuneStart(data[cut]) {
			cut++
		}
		got, err := loader.Read(path, data[:cut:cut])
		fine(t, loader, path, fmt.Sprintf("the first %d bytes", cut), got, err)
		damaged := slices.Concat(data[:cut], []byte("\"]\u201d:\t{\n"), data[cut:])
		got, err = loader.Read(path, damaged)
		fine(t, loader, path, fmt.Sprintf("damage at byte %d", cut), got, err)
	}
}

// pieces is at how many places an input is cut and damaged.
const pieces = 16

func atOnce(t *testing.T, loader Loader, path string, data []byte, want []graph.Coding) {
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if got, _ := loader.Read(path, data); !reflect.DeepEqual(got, want) {
				t.Error("reading several times at once gives another result")
			}
		})
	}
	all.Wait()
}

// carriers are the formats whose documents keep the format in which they were read
// before.
var carriers = []string{"jsonl"}

// fine checks what a loader returns for any input.
func fine(t *testing.T, loader Loader, path, what string, codings []graph.Coding, err error) {
	t.Helper()
	if err != nil {
		if len(codings) > 0 {
			t.Errorf("%s: both an error and codings", what)
		}
		for line := range strings.SplitSeq(err.Error(), "\n") {
			if !strings.HasPrefix(line, path+":") {
				t.Errorf("%s: an error that does not begin with the file: %s", what, line)
			}
		}
		return
	}
	for i := range codings {
		c := &codings[i]
		if err := c.Validate(); err != nil {
			t.Errorf("%s: %v", what, err)
		}
		if c.Document.Format != loader.Name() && !slices.Contains(carriers, loader.Name()) {
			t.Errorf("%s: format %q; wanted is the loader's name %q", what, c.Document.Format, loader.Name())
		}
		for _, s := range c.Statements {
			evident(t, what, c, s)
		}
	}
}

// evident checks what Validate leaves to the loader: every mention has words or,
// where the text names nobody, a reason; where it has a span the words stand there.
func evident(t *testing.T, what string, c *graph.Coding, s graph.Statement) {
	t.Helper()
	for _, m := range append([]graph.Mention{s.Speaker, s.Target, s.Victim}, s.Via...) {
		switch {
		case m == (graph.Mention{}):
		case m.Words == "" && m.Why == "":
			t.Errorf("%s: %s names %s without words and without a reason", what, s.ID, m.Actor)
		case m.Span.Empty():
		case m.Span.Validate(c.Document.Text) != nil:
			t.Errorf("%s: %s: %v", what, s.ID, m.Span.Validate(c.Document.Text))
		case m.Span.Of(c.Document.Text) != m.Words:
			t.Errorf("%s: %s names %q and points at %q", what, s.ID, m.Words, m.Span.Of(c.Document.Text))
		}
	}
}
