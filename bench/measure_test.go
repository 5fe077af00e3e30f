package main

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"
)

// A fake is a session that answers by what it is given, and never the stuck question.
type fake struct {
	stuck  string
	answer func() [][]any
	closed *int
}

func (f fake) load(context.Context, files) (int64, error) { return 1, nil }
func (f fake) memory() (int64, error)                     { return 1, nil }
func (f fake) close() error                               { *f.closed++; return nil }

func (f fake) ask(ctx context.Context, q *question, _ subjects) ([][]any, error) {
	if q.Name == f.stuck {
		<-ctx.Done()
		return nil, ctx.Err()
	}
	return f.answer(), nil
}

func (f fake) system(version string) system {
	return system{"fake", func(context.Context, string, string) (session, string, error) { return f, version, nil }}
}

func fakeMeter(t *testing.T) meter {
	return meter{work: t.TempDir(), questions: questions, asks: 2, patience: 10 * time.Millisecond}
}

// A question that is not answered in time ends its run; the next runs ask all others.
func TestPatience(t *testing.T) {
	closed := 0
	f := fake{questions[3].Name, func() [][]any { return [][]any{{"x"}} }, &closed}
	m, meter := &measured{System: "fake"}, fakeMeter(t)
	for range 2 {
		if err := meter.run(t.Context(), f.system("v1"), m); err != nil {
			t.Fatal(err)
		}
	}
	if got := []int{len(m.Runs), len(m.Runs[0].Asks), len(m.Runs[1].Asks), len(m.times(questions[0].Name)), len(m.times(questions[9].Name)), closed}; fmt.Sprint(got) != "[2 3 9 4 2 2]" {
		t.Error(got)
	}
	if why := failedBefore(m, f.stuck); why != "not in 10ms" {
		t.Error(why)
	}
}

// A system that answers otherwise than before is an error; what another version did is
// forgotten.
func TestRunsAgree(t *testing.T) {
	closed, n := 0, 0
	f := fake{"", func() [][]any { n++; return [][]any{{n}} }, &closed}
	m, meter := &measured{System: "fake"}, fakeMeter(t)
	if err := meter.run(t.Context(), f.system("v1"), m); err != nil {
		t.Fatal(err)
	}
	if err := meter.run(t.Context(), f.system("v1"), m); err == nil || !strings.HasPrefix(err.Error(), "fake: denials-of-one: not the same answer as in an earlier run: row 1 is [1]") {
		t.Error(err)
	}
	if err := meter.run(t.Context(), f.system("v2"), m); err != nil || len(m.Runs) != 1 || m.Version != "v2" || closed != 3 {
		t.Errorf("%v, %d runs of %s, %d closed", err, len(m.Runs), m.Version, closed)
	}
}
