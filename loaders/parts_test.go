package loaders

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"counterclaim/loaders/actors"
	"counterclaim/loaders/jsonl"
)

// wireLines is the invented report of the tests of this package, in n documents.
func wireLines(t *testing.T, n int) [][]byte {
	t.Helper()
	book, err := actors.Seeded()
	must(t, err)
	files := fstest.MapFS{}
	for i := range n {
		files[fmt.Sprintf("%03d.txt", i)] = &fstest.MapFile{Data: []byte(strings.Replace(wireReport, "timetable", fmt.Sprint("timetable ", i), 1))}
	}
	return bytes.SplitAfter(inLines(t, All(book), files, 0), []byte("\n"))
}

// TestABadLineDoesNotStopTheOthers: of many, the first ones are told.
func TestABadLineDoesNotStopTheOthers(t *testing.T) {
	lines := wireLines(t, 100)
	for i := range 100 {
		if i%4 == 1 {
			lines[i] = []byte("{}\n")
		}
	}
	dir := folder(t, map[string]string{"a.jsonl": string(bytes.Join(lines, nil)), "b.jsonl": string(bytes.Join(lines[2:4], nil)) + `{"doc_id":"c`})
	report, err := Load(context.Background(), memory(t), Find([]Loader{jsonl.Loader{}}, dir), nil)
	must(t, err)
	if report.Documents["added"] != 75 || len(report.Failed) != 2 {
		t.Fatalf("%v, %d failed", report.Documents, len(report.Failed))
	}
	var want []string
	for i := range 10 {
		want = append(want, fmt.Sprintf("a.jsonl:%d: no version; extract the document anew, as it was written by an older counterclaim or another program", 4*i+2))
	}
	want = append(want, "a.jsonl: further lines that cannot be read: 15", "b.jsonl:3: the file ends inside this line, behind 2 documents; write it again")
	failed := strings.ReplaceAll(errors.Join(report.Failed...).Error(), dir+"/", "")
	expect(t, "failed", strings.Split(failed, "\n"), want...)
}

// TestProgressThroughAFile: a file that is read by parts is one file, and tells how
// much of it is read.
func TestProgressThroughAFile(t *testing.T) {
	data := bytes.Join(wireLines(t, 100), nil)
	dir := folder(t, map[string]string{"a.jsonl": string(data)})
	var seen []Progress
	_, err := Load(context.Background(), memory(t), Find([]Loader{jsonl.Loader{}}, dir), func(p Progress) { seen = append(seen, p) })
	must(t, err)
	last := seen[len(seen)-1]
	if len(seen) < 3 || seen[0].Done != 0 || last.Done != 1 || last.Bytes != int64(len(data)) {
		t.Errorf("of %d bytes: %+v", len(data), seen)
	}
}

// TestStandardInput reads what is piped in, and stops waiting for it when it should.
func TestStandardInput(t *testing.T) {
	out, in, err := os.Pipe()
	must(t, err)
	was := os.Stdin
	os.Stdin = out
	defer func() { os.Stdin = was }()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	lines := wireLines(t, 400)
	go func() {
		for _, line := range lines {
			in.Write(line)
		}
		// The pipe stays open: more could come.
	}()
	done := 0
	for found := range (&Files{list: Find([]Loader{jsonl.Loader{}}, "-", "-").list}).read(ctx, nil, nil) {
		if found.err != nil {
			t.Fatal(found.err)
		}
		if done += len(found.codings); done > 100 {
			cancel()
		}
	}
	if done <= 100 || ctx.Err() != context.Canceled {
		t.Errorf("%d documents, then %v", done, ctx.Err())
	}
	in.Close()

	files := Find(fakes, "-")
	expect(t, "failed", []string{fmt.Sprint(files.Failed[0])}, "standard input: allowed is the format jsonl alone; give files instead")
}

func TestALineThatIsGone(t *testing.T) {
	files := FindFS([]Loader{jsonl.Loader{}}, gone{fstest.MapFS{"a.jsonl": {Data: []byte(`{"documents":0}`)}}, new(int)})
	report, err := Load(context.Background(), memory(t), files, nil)
	must(t, err)
	expect(t, "failed", []string{fmt.Sprint(report.Failed)}, "[a.jsonl: is not there; give a file or a folder]")
}

// gone is files of which each can be opened once.
type gone struct {
	fstest.MapFS
	opened *int
}

func (g gone) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, ".jsonl") {
		if *g.opened++; *g.opened > 1 {
			return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
		}
	}
	return g.MapFS.Open(name)
}

func BenchmarkReadLines(b *testing.B) {
	book, err := actors.Seeded()
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	w := jsonl.NewWriter(&out)
	var t testing.T
	if _, err := ExtractEach(context.Background(), FindFS(All(book), everything(&t, All(book))), nil, w.Write); err != nil {
		b.Fatal(err)
	}
	if err := w.End(); err != nil {
		b.Fatal(err)
	}
	data := bytes.Repeat(out.Bytes(), 200)
	files := FindFS(All(book), fstest.MapFS{"a.jsonl": {Data: data}})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		for found := range files.read(context.Background(), nil, nil) {
			if found.err != nil {
				b.Fatal(found.err)
			}
		}
	}
}
