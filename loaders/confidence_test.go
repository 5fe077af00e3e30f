package loaders

import (
	"context"
	"fmt"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// unsure reads as lines does, with a confidence that falls from statement to
// statement, each of which answers the one before.
type unsure struct{ lines }

func (l unsure) Read(path string, data []byte) ([]graph.Coding, error) {
	codings, err := l.lines.Read(path, data)
	for _, c := range codings {
		for i := range c.Statements {
			c.Statements[i].Confidence = .9 - float64(i)*.2
			if i > 0 {
				c.Statements[i].Answers = []graph.Answer{{Claim: c.Statements[i-1].ID, Relation: graph.Denies}}
			}
		}
	}
	return codings, err
}

func TestMinConfidenceLeavesStatementsOut(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "doc:a\nattribution Reyes: they did it\ndenial Tally: we did not\ndenial Reyes: they did"})
	db := memory(t)
	for _, c := range []struct {
		least   float64
		outcome store.Outcome
		left    int
		ids     string
	}{
		{0, store.Added, 0, "[st:a/txt/0 st:a/txt/1 st:a/txt/2]"},
		{.7, store.Replaced, 1, "[st:a/txt/0 st:a/txt/1]"},
		{.8, store.Replaced, 2, "[st:a/txt/0]"},
		{.8, store.Unchanged, 0, "[st:a/txt/0]"},
	} {
		files := Find([]Loader{unsure{lines{"txt"}}}, dir)
		files.MinConfidence = c.least
		report, err := Load(context.Background(), db, files, nil)
		must(t, err)
		coding, _, err := db.Coding(context.Background(), "doc:a")
		must(t, err)
		var ids []string
		for _, s := range coding.Statements {
			ids = append(ids, s.ID)
		}
		if report.Documents[c.outcome] != 1 || report.Unsure != c.left || fmt.Sprint(ids) != c.ids {
			t.Errorf("from %v: %v, %d left out, %v; want %+v", c.least, report.Documents, report.Unsure, ids, c)
		}
		codings, contrasts, report, err := Extract(context.Background(), files, nil)
		must(t, err)
		if len(codings[0].Statements) != len(ids) || len(contrasts) != len(ids)-1 {
			t.Errorf("from %v: extracts %d statements, %d contrasts, %d left out", c.least, len(codings[0].Statements), len(contrasts), report.Unsure)
		}
	}
	for _, err := range db.Check(context.Background()) {
		t.Error(err)
	}
}
