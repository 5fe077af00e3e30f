package cmd

import (
	"io"
	"strings"
	"testing"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

// TestSeedsAnswerEveryQuestion asks the demo's store every query with its own examples. One
// to which the seeds have no answer says so.
func TestSeedsAnswerEveryQuestion(t *testing.T) {
	db, err := store.Open("memory", "")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	d := &demo{newPage(io.Discard), db, ""}
	if err := d.load(t.Context()); err != nil {
		t.Fatal(err)
	}
	all, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 30 {
		t.Errorf("only %d questions", len(all))
	}
	for _, q := range all {
		params := map[string]string{}
		for _, p := range q.Params {
			if !p.Optional {
				params[p.Name] = p.Example
			}
		}
		table, err := queries.Run(t.Context(), db, q, params, queries.Limits{})
		if err != nil {
			t.Errorf("%s: %v", q.Name, err)
			continue
		}
		none := strings.Contains(q.About, "None in the seeds")
		if none != (len(table.Rows) == 0) {
			t.Errorf("%s: %d rows of the seeds; its header says that there are none: %v", q.Name, len(table.Rows), none)
		}
	}
}
