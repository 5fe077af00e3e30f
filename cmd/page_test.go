package cmd

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
)

func TestWrap(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"at spaces", "one two three", "one two\nthree"},
		{"not at hyphens", "on 2031-05", "on\n2031-05"},
		{"what is too wide is cut", "abcdefghijkl", "abcdefgh\nijkl"},
		{"wide letters take two columns", "海岸日 报", "海岸日\n报"},
		{"lines stay", "a\n\nb", "a\n\nb"},
		{"codes take none", "\x1b[1mbold\x1b[22m and", "\x1b[1mbold\x1b[22m and"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := wrap(c.in, 8); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// What a text has in it must neither steer the terminal nor move a span.
func TestPrintable(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"a\x1b[2Jb\r\n\tc", "a [2Jb \n c"},
		{"a\u009b2Jb", "a\u00a02Jb"},
		{"a\u202eb", "a\u2003b"},
		{"海岸日报 “é”", "海岸日报 “é”"},
	} {
		if got := printable(c.in); got != c.want || len(got) != len(c.in) {
			t.Errorf("printable(%q) is %q, want %q", c.in, got, c.want)
		}
	}
}

func TestHangKeepsItsColumn(t *testing.T) {
	var b strings.Builder
	p := &page{w: &b, width: 30}
	p.fact("source", "words and more words that go on for a while")
	for line := range strings.Lines(b.String()) {
		if lipgloss.Width(line) > 30 || !strings.HasPrefix(line, "source      ") && !strings.HasPrefix(line, strings.Repeat(" ", labelWidth)) {
			t.Errorf("line %q", line)
		}
	}
}
