package jsonl

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"counterclaim/loaders/loadertest"
)

func TestLoader(t *testing.T) { loadertest.Run(t, Loader{}, "testdata/*.txtar") }

func TestDetect(t *testing.T) {
	for _, x := range []struct {
		path, head string
		want       bool
	}{
		{"a.jsonl", line[:300], true},
		{"A.NDJSON", "\ufeff " + line, true},
		{"a.jsonl", `{"contrasts": [], "same": []}`, true},
		{"a.jsonl", `{"documents":0}`, true},
		{"a.jsonl", "", true},
		{"a.json", line, false},
		{"gold.jsonl", `{"doc_id": "harbour", "text": "Veldany denied the fire.", "gold": []}`, false},
		{"a.jsonl", "[1, 2]", false},
		{"a.jsonl", "%PDF-1.7", false},
	} {
		if got := (Loader{}).Detect(x.path, []byte(x.head)); got != x.want {
			t.Errorf("%s with %.30q: %v", x.path, x.head, got)
		}
	}
}

// readAll returns the names of the documents, what failed, what is noted, and what
// ended the reading.
func readAll(lines *Lines) (names []string, failed, notes []string, err error) {
	for {
		p, err := lines.Next()
		if err != nil {
			return names, failed, lines.Notes(), err
		}
		codings, errs := p.Read()
		for _, c := range codings {
			names = append(names, c.Document.Name)
		}
		for _, e := range errs {
			failed = append(failed, e.Error())
		}
	}
}

// named returns the line of a document of that name, with its end.
func named(name string) string { return strings.Replace(line, "a.txt", name, 1) + "\n" }

func TestLinesTellsWhatIsLost(t *testing.T) {
	three := named("1") + named("2") + named("3")
	for _, x := range []struct {
		what, data    string
		names         string
		failed, notes []string
	}{
		{"whole", three + `{"documents":3}` + "\n", "1 2 3", nil, nil},
		{"whole, without the last line's end", three + `{"documents":3}`, "1 2 3", nil, nil},
		{"two files in one", named("1") + `{"documents":1}` + "\n" + named("2") + `{"contrasts":[],"same":[],"documents":1}`, "1 2", nil, nil},
		{"Windows line ends and a mark in front", "\ufeff" + strings.ReplaceAll(three, "\n", "\r\n") + "\r\n{\"documents\":3}\r\n", "1 2 3", nil, nil},
		{"cut inside a line", three + named("4")[:200], "1 2 3", []string{"x.jsonl:4: the file ends inside this line, behind 3 documents; write it again"}, nil},
		{"cut inside the first line", named("1")[:100], "", []string{"x.jsonl:1: the file ends inside this line, behind 0 documents; write it again"}, nil},
		{"cut inside the last line", three + `{"contrasts":[{"cou`, "1 2 3", []string{"x.jsonl:4: the file ends inside this line, behind 3 documents; write it again"}, nil},
		{"cut between lines", three, "1 2 3", nil, []string{"x.jsonl: ends behind 3 documents, without the line that says how many there are; if there should be more, write it again"}},
		{"cut where a line's end would be", strings.TrimSpace(named("1")), "1", nil, []string{"x.jsonl: ends behind 1 document, without the line that says how many there are; if there should be more, write it again"}},
		{"one left out", named("1") + named("3") + `{"documents":3}`, "1 3", nil, []string{"x.jsonl:3: tells of 3 documents, and there are 2; unless some were left out on purpose, write the file again"}},
		{"a bad line", named("1") + "{}\n" + named("3") + `{"documents":3}`, "1 3", []string{"x.jsonl:2: no version; extract the document anew, as it was written by an older counterclaim or another program"}, nil},
	} {
		names, failed, notes, err := readAll(NewLines("x.jsonl", strings.NewReader(x.data)))
		if got := strings.Join(names, " "); err != io.EOF || got != x.names || !slices.Equal(failed, x.failed) || !slices.Equal(notes, x.notes) {
			t.Errorf("%s:\ndocuments %s\nfailed %q\nnotes %q\n%v", x.what, got, failed, notes, err)
		}
	}
}

func TestLinesOfAFileThatCannotBeReadOn(t *testing.T) {
	broken := io.MultiReader(strings.NewReader(named("1")+named("2")), iotest.ErrReader(errors.New("the disk is gone")))
	names, _, _, err := readAll(NewLines("x.jsonl", broken))
	if want := "x.jsonl:2: cannot be read on, behind 2 documents: the disk is gone; mend that and load it again"; fmt.Sprint(err) != want || len(names) != 2 {
		t.Errorf("%v, then %v, want %s", names, err, want)
	}
	_, _, _, err = readAll(NewLines("x.jsonl", strings.NewReader("")))
	if want := "x.jsonl: is empty, and even of no documents it would have a last line; write it again"; fmt.Sprint(err) != want {
		t.Errorf("%v, want %s", err, want)
	}
}

func TestLinesPassesOverALineThatIsTooLong(t *testing.T) {
	lines := NewLines("x.jsonl", strings.NewReader(named("1")+strings.Repeat("x", 3<<20)+"\n"+named("3")+strings.Repeat("y", 3<<20)))
	lines.longest = 2 << 20
	names, failed, _, err := readAll(lines)
	want := []string{
		"x.jsonl:2: has more than 2 MB; allowed is a document a line: is it JSON Lines?",
		"x.jsonl:4: has more than 2 MB; allowed is a document a line: is it JSON Lines?",
	}
	if err != io.EOF || strings.Join(names, " ") != "1 3" || !slices.Equal(failed, want) {
		t.Errorf("%v\n%q\n%v", names, failed, err)
	}
}

// TestLinesKeepsNothing reads a file of 100 MB that nobody ever made.
func TestLinesKeepsNothing(t *testing.T) {
	const size = 100 << 20
	lines := NewLines("x.jsonl", io.LimitReader(&again{text: named("1")}, size))
	most, read := uint64(0), 0
	for i := 0; ; i++ {
		p, err := lines.Next()
		if err != nil {
			break
		}
		read += p.Size
		if i%200 == 0 {
			var m runtime.MemStats
			runtime.GC()
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapAlloc)
		}
	}
	if read < size || most > 20<<20 {
		t.Errorf("read %d bytes, with %d in memory", read, most)
	}
}

// again is a text again and again.
type again struct {
	text string
	at   int
}

func (a *again) Read(p []byte) (int, error) {
	n := copy(p, a.text[a.at:])
	a.at = (a.at + n) % len(a.text)
	return n, nil
}

// FuzzLines: whatever a file has, no document is read that does not validate, every
// error names the file, and documents and failures are as many as lines that have any.
func FuzzLines(f *testing.F) {
	f.Add(named("1") + named("2") + `{"documents":2}`)
	f.Add("\ufeff{}\r\n\n{\"contrasts\":[]}" + line[:99])
	f.Fuzz(func(t *testing.T, data string) {
		lines := NewLines("x.jsonl", strings.NewReader(data))
		lines.longest = 4 << 10
		documents := 0
		for {
			p, err := lines.Next()
			if err != nil {
				if err != io.EOF && !strings.HasPrefix(err.Error(), "x.jsonl:") {
					t.Error(err)
				}
				break
			}
			codings, failed := p.Read()
			documents += len(codings) + len(failed)
			for i := range codings {
				if err := codings[i].Validate(); err != nil {
					t.Error(err)
				}
			}
			for _, err := range failed {
				if !strings.HasPrefix(err.Error(), "x.jsonl:") || strings.Contains(err.Error(), "\n") {
					t.Errorf("%q", err)
				}
			}
		}
		if documents != lines.documents {
			t.Errorf("%d documents and failures, counted are %d", documents, lines.documents)
		}
	})
}
