package kernel

import (
	"fmt"
	"testing"
)

func TestHistory(t *testing.T) {
	var h history
	for i := range mostHistory + 3 {
		h.add(past{i + 1, fmt.Sprintf("cell %d", i%3), "out"})
	}
	last := len(h) + 3
	for _, c := range []struct {
		asked historyRequest
		want  string
	}{
		{historyRequest{Type: "range", Start: 10, Stop: 12}, "[[1 10 cell 0] [1 11 cell 1]]"},
		{historyRequest{Type: "range", Session: 7, Start: 10, Stop: 12}, "[]"},
		{historyRequest{Type: "search", Pattern: "cell"}, "[]"},
		{historyRequest{Type: "search", Pattern: "[c"}, "[]"},
	} {
		if got := fmt.Sprint(h.find(c.asked)); got != c.want {
			t.Errorf("%+v gives %s, want %s", c.asked, got, c.want)
		}
	}
	if rows := h.find(historyRequest{Type: "tail", N: 2}); len(rows) != 2 || rows[1][1] != last {
		t.Errorf("%v", rows)
	}
	if rows := h.find(historyRequest{Type: "search", Pattern: "cell*", Unique: true}); len(rows) != 3 || rows[2][1] != last {
		t.Errorf("%v", rows)
	}
}
