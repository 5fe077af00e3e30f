package queries

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"counterclaim/graph"

	"charm.land/lipgloss/v2"
)

// wide has what is hard to print: Chinese, accents, long words, quotation marks,
// what steers a terminal, and values that lack.
var wide = Table{
	Columns: []Column{
		{Name: "when", Type: Date, Optional: true}, {Name: "speaker", Type: Text}, {Name: "words", Type: Text, Optional: true},
		{Name: "score", Type: Number}, {Name: "id", Type: IRI},
	},
	Rows: [][]any{
		{graph.Date("2031-05-02"), "李海伦", "我们没有攻击任何人，我们自己也是受害者。", 0.9, graph.Node("st:1")},
		{graph.Date("2031-05"), "Zoë Ångström", "\"We did not\", she said, <b>and</b> the harbourmasterassociationspokeswoman agreed, again and again.", 0.1 + 0.2, graph.Node("st:2")},
		{nil, "a\x1b[31mred\x1b[0m\nname\u202e", nil, 12.0, graph.Node("st:3")},
	},
}

func TestFormats(t *testing.T) {
	cases := []struct {
		golden, format string
		width          int
		color          bool
	}{
		{"wide.csv", "csv", 0, false},
		{"wide.json", "json", 0, false},
		{"wide-unlimited.txt", "table", 0, false},
		{"wide-72.txt", "table", 72, false},
		{"wide-40-blocks.txt", "table", 40, false},
		{"wide-72-color.txt", "table", 72, true},
	}
	for _, c := range cases {
		t.Run(c.golden, func(t *testing.T) {
			var b bytes.Buffer
			if err := Write(&b, wide, c.format, c.width, c.color); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", "format", c.golden)
			if *update {
				if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), want) {
				t.Errorf("got\n%s\nwant\n%s", b.Bytes(), want)
			}
			for line := range strings.Lines(b.String()) {
				if w := lipgloss.Width(strings.TrimRight(line, "\n")); c.width > 0 && w > c.width {
					t.Errorf("%d columns wide: %q", w, line)
				}
			}
			if strings.Contains(b.String(), "\x1b") != c.color && c.format == "table" {
				t.Errorf("colour where none was asked for, or none where it was")
			}
		})
	}
}

func TestNoRows(t *testing.T) {
	for format, want := range map[string]string{"csv": "n\n", "json": "[]\n", "table": "n\n─\n"} {
		var b bytes.Buffer
		if err := Write(&b, Table{Columns: []Column{{Name: "n", Type: Text}}}, format, 80, false); err != nil || b.String() != want {
			t.Errorf("%s: got %q, %v", format, b.String(), err)
		}
	}
	for _, format := range Formats() {
		if err := Write(&bytes.Buffer{}, Table{}, format, 80, true); err != nil {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestUnknownFormat(t *testing.T) {
	err := Write(&bytes.Buffer{}, wide, "xml", 0, false)
	if want := `format "xml"; allowed are table, json, csv`; err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
}

// FuzzTable: no text makes a line wider than asked, or brings an escape to the
// terminal.
func FuzzTable(f *testing.F) {
	f.Add("我们", "a\x1b[2Jb", 30)
	f.Add("e\u0301\u200d👩‍👩‍👧", strings.Repeat("x", 200), 64)
	f.Fuzz(func(t *testing.T, a, b string, width int) {
		if width < 40 || width > 300 {
			return
		}
		table := Table{Columns: []Column{{Name: "a", Type: Text}, {Name: "b", Type: Text}}, Rows: [][]any{{a, b}, {b, a}}}
		var out bytes.Buffer
		if err := Write(&out, table, "table", width, false); err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(out.String()) {
			if line = strings.TrimRight(line, "\n"); lipgloss.Width(line) > width || strings.ContainsAny(line, "\x1b\u009b\r\u202e") {
				t.Errorf("%d columns: %q", lipgloss.Width(line), line)
			}
		}
	})
}
