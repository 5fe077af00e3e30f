package loaders

import (
	"context"
	"errors"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/jsonl"
)

func TestExtractInOrder(t *testing.T) {
	dir := manyFiles(t, 200)
	var seen []Progress
	codings, _, report, err := Extract(context.Background(), Find(fakes, dir), func(p Progress) { seen = append(seen, p) })
	must(t, err)
	if len(codings) != 200 || report.Documents[store.Added] != 200 || report.Statements == 0 {
		t.Fatalf("%d codings, %v", len(codings), report.Documents)
	}
	files := Find(fakes, dir)
	for i, c := range codings {
		if c.Document.Name != filepath.Base(files.list[i].path) {
			t.Errorf("place %d has %s, want %s", i, c.Document.Name, files.list[i].path)
		}
	}
	for i, p := range seen {
		if p.Done != i+1 || p.Total != 200 || i > 0 && p.Bytes <= seen[i-1].Bytes {
			t.Errorf("progress %d: %+v", i, p)
		}
	}
	if len(seen) != 200 {
		t.Errorf("%d calls of progress", len(seen))
	}
}

// extracted returns what Extract finds in dir, as it is printed.
func extracted(t *testing.T, dir string) string {
	t.Helper()
	codings, contrasts, _, err := Extract(context.Background(), Find(fakes, dir), nil)
	must(t, err)
	var out strings.Builder
	w := jsonl.NewWriter(&out)
	for i := range codings {
		must(t, w.Write(&codings[i]))
	}
	must(t, w.EndWith(contrasts))
	return out.String()
}

func TestExtractGivesTheSameOnAnyNumberOfCores(t *testing.T) {
	dir := manyFiles(t, 200)
	cores := runtime.GOMAXPROCS(1)
	defer runtime.GOMAXPROCS(cores)
	want := extracted(t, dir)
	for _, n := range []int{2, 8} {
		runtime.GOMAXPROCS(n)
		if extracted(t, dir) != want {
			t.Errorf("%d cores give another output than one", n)
		}
	}
}

func TestExtractEndsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	done := 0
	_, _, _, err := Extract(ctx, Find(fakes, manyFiles(t, 200)), func(p Progress) {
		done = p.Done
		cancel()
	})
	if err != context.Canceled || done > 1 {
		t.Errorf("after %d files: %v", done, err)
	}
}

// TestExtractEach: what cannot be written ends the reading, a file that fails does not.
func TestExtractEach(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "doc:a\ndenial Reyes: no", "bad.txt": "dog:b", "c.txt": "doc:c\ndenial Reyes: no", "d.txt": "doc:d\ndenial Reyes: no"})
	var names []string
	full := errors.New("the disk is full")
	write := func(most int) func(*graph.Coding) error {
		names = nil
		return func(c *graph.Coding) error {
			if len(names) == most {
				return full
			}
			names = append(names, c.Document.Name)
			return nil
		}
	}
	report, err := ExtractEach(context.Background(), Find(fakes, dir), nil, write(9))
	must(t, err)
	expect(t, "documents", names, "a.txt", "c.txt", "d.txt")
	if len(report.Failed) != 1 || report.Statements != 3 {
		t.Errorf("%d statements, failed %v", report.Statements, report.Failed)
	}
	if _, err := ExtractEach(context.Background(), Find(fakes, dir), nil, write(2)); err != full || len(names) != 2 {
		t.Errorf("after %v: %v", names, err)
	}
}

func TestExtractGivesACopyItsLine(t *testing.T) {
	dir := folder(t, map[string]string{
		"a.txt":     "doc:a\ndenial Reyes: no shot was fired",
		"b.txt":     "doc:b\ndenial Tally: nobody was there",
		"copy.txt":  "doc:a\ndenial Reyes: no shot was fired",
		"z.curated": "doc:b\nvictimhood Tally: our harbour burned",
	})
	codings, _, report, err := Extract(context.Background(), Find(fakes, dir), nil)
	must(t, err)
	var lines []string
	for _, c := range codings {
		lines = append(lines, c.Document.Name+" "+c.Statements[0].ID)
	}
	expect(t, "lines", lines, "a.txt st:a/txt/0", "b.txt st:b/txt/0", "copy.txt st:a/txt/0", "z.curated st:b/curated/0")
	if len(report.Notes) != 0 || report.Documents[store.Added] != 4 {
		t.Errorf("notes %q, documents %v", report.Notes, report.Documents)
	}
}
