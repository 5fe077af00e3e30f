package queries

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
)

// A notebook: each cell with what it gives, as rows, or its error.
func TestSessionCells(t *testing.T) {
	for _, backend := range backends(t) {
		t.Run(backend, func(t *testing.T) {
			db, s := open(t, backend, runQuads), newSession(t, nil)
			for _, cell := range []struct{ script, want string }{
				{`const who = "<actor:ann>", all = [], one = 1, names = null, bare = "", params = {}`, ""},
				{`g.V(who).In("<speaker>").All()`, "id: st:1 st:2"},
				{`who.length`, "value: 11"},
				{`find({speaker: who}).statements().show({day: "said"})`, "day: 2031-05 2031-05-02"},
				{`g.V(who).In("<speeker>").All()`, `cell:1:13: no predicate "<speeker>"; did you mean <speaker>?`},
				{"const a = 1;\nlet b = ;", "cell:2:9: Unexpected token ;"},
				{"\nnobody", "cell:2:1: ReferenceError: nobody is not defined"},
				{`g.V(who).In("<speaker>")`, "cell: the script ends in a walk; end it in .all() to see where it leads"},
				{`const table = find({speaker: who}).statements().table("id", "said")`, ""},
				{`table.tally("said").show({day: "said", many: t => t.length})`, "day: many: 2031-051 2031-05-021"},
				{`for (let i = 0; i < 9; i++) g.emit({n: i})`, "n: 0 1 2 (cut)"},
			} {
				if got := cellText(s.Run(t.Context(), db, cell.script, Limits{Rows: 3, Time: time.Minute})); got != cell.want {
					t.Errorf("%s\ngives %s\nwant  %s", cell.script, got, cell.want)
				}
			}
		})
	}
}

func cellText(table Table, err error) string {
	if err != nil {
		return err.Error()
	}
	var words []string
	for _, c := range table.Columns {
		words = append(words, c.Name+":")
	}
	for _, row := range table.Rows {
		words = append(words, fmt.Sprint(row...))
	}
	if table.Cut {
		words = append(words, "(cut)")
	}
	return strings.Join(words, " ")
}

func newSession(t *testing.T, print func(string)) *Session {
	t.Helper()
	s, err := NewSession(print)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestSessionStops(t *testing.T) {
	db, s := open(t, "memory", runQuads), newSession(t, nil)
	_, err := s.Run(t.Context(), db, "while (true) {}", Limits{Time: 20 * time.Millisecond})
	if err == nil || !strings.HasPrefix(err.Error(), "not done after 20ms; ask for less, or allow more time") {
		t.Errorf("at the time limit: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(20*time.Millisecond, cancel)
	if _, err := s.Run(ctx, db, "while (true) {}", Limits{}); !errors.Is(err, context.Canceled) {
		t.Errorf("when it is interrupted: %v", err)
	}
	if got := cellText(s.Run(t.Context(), db, "1 + 1", Limits{})); got != "value: 2" {
		t.Errorf("afterwards 1 + 1 is %s", got)
	}
}
