package notebook

import "testing"

func TestOpenEnds(t *testing.T) {
	for _, c := range []struct {
		source string
		want   Completeness
	}{
		{"", Whole},
		{"g.V().All()", Whole},
		{"const a = 1", Whole},
		{"a / 2 // one's", Whole},
		{"/[/\"]/.test('a')", Whole},
		{"`a ${ {b: `c`}.b } d`", Whole},
		{"g.V(", Incomplete},
		{"picked({kind:", Incomplete},
		{"function f() {\n  return 1", Incomplete},
		{"1 +", Incomplete},
		{"g.V().", Incomplete},
		{`const a = "b`, Incomplete},
		{"const a = `b\n c", Incomplete},
		{"const a = `b ${c", Incomplete},
		{"/* from here", Incomplete},
		{"const é = 'ü'; g.V(\"<act", Incomplete},
		{"1 +)", Invalid},
		{"const = (", Invalid},
		{"g.V)", Invalid},
		{"const a = \"b\nc", Invalid},
		{") + 'a", Invalid},
		{"%query contrasts", Whole},
		{"%query contrasts outlet=\"The", Incomplete},
		{"%query", Invalid},
		{"%ask", Invalid},
	} {
		if got := IsComplete(c.source); got != c.want {
			t.Errorf("%q is %s; want %s", c.source, got, c.want)
		}
	}
}
