package notebook

import (
	"os"
	"strings"
	"testing"
	"time"

	"counterclaim/loaders/seedtest"
	"counterclaim/queries"
)

// Every cell of the notebooks that come with the project gives something on the seeds.
func TestReadyNotebooks(t *testing.T) {
	files, err := os.ReadDir("../notebooks")
	if err != nil || len(files) < 5 {
		t.Fatal(files, err)
	}
	read := seedtest.Reader(t)
	for _, f := range files {
		t.Run(f.Name(), func(t *testing.T) {
			src, err := os.ReadFile("../notebooks/" + f.Name())
			if err != nil {
				t.Fatal(err)
			}
			n, err := Read(src)
			if err != nil {
				t.Fatal(err)
			}
			if again, err := n.WithoutOutputs().Write(); err != nil || string(again) != string(src) {
				t.Errorf("%v; it is not as the page writes it without outputs", err)
			}
			s, err := NewSession(read)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range n.Cells {
				if c.Type == Code {
					gives(t, s, c)
				}
			}
		})
	}
}

func gives(t *testing.T, s *Session, c Cell) {
	var result map[string]any
	if _, err := s.Run(t.Context(), c.Source, queries.Limits{Rows: 1000, Time: time.Minute}, func(o Output) { result = o.Data }); err != nil {
		t.Errorf("%s: %v", c.ID, err)
		return
	}
	if table, ok := result[JSON].(Table); ok && len(table.Rows) > 0 {
		return
	}
	if svg, ok := result[SVG].(string); ok && strings.Contains(svg, "<path") {
		return
	}
	t.Errorf("%s gives %v\n%s", c.ID, result, c.Source)
}
