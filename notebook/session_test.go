package notebook

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"counterclaim/loaders/seedtest"
	"counterclaim/queries"
)

var testLimits = queries.Limits{Rows: 3, Time: time.Minute}

type run struct {
	*testing.T
	*Session
}

func newRun(t *testing.T) run {
	s, err := NewSession(seedtest.Reader(t))
	if err != nil {
		t.Fatal(err)
	}
	return run{t, s}
}

// cell runs one and returns its outputs.
func (r run) cell(source string) []Output {
	r.Helper()
	var out []Output
	if _, err := r.Session.Run(r.Context(), source, testLimits, func(o Output) { out = append(out, o) }); err != nil && out[len(out)-1].Message != err.Error() {
		r.Errorf("%s: returns %v, but gives %v", source, err, out)
	}
	return out
}

func TestACellGivesATable(t *testing.T) {
	r := newRun(t)
	for _, source := range []string{
		"%query contrasts speaker=mandiant",
		`g.V("<actor:mandiant>").In("<speaker>").Tag("claim").All()`,
		"%network congruence by=side",
	} {
		out := r.cell(source)
		if len(out) != 1 || out[0].Type != Result {
			t.Fatalf("%s gives %v", source, out)
		}
		data := out[0].Data
		table := data[JSON].(Table)
		if len(table.Rows) == 0 || len(table.Rows) > testLimits.Rows || len(table.Columns) == 0 {
			t.Errorf("%s gives %d columns and %d rows", source, len(table.Columns), len(table.Rows))
		}
		if !strings.Contains(data[Plain].(string), table.Columns[0].Name) || !strings.Contains(data[HTML].(string), "<th") {
			t.Errorf("%s gives %v", source, data)
		}
	}
}

func TestACellGivesAPicture(t *testing.T) {
	out := newRun(t).cell("%plot timeline since=2013 until=2013 by=side")
	if len(out) != 1 || !strings.HasPrefix(out[0].Data[SVG].(string), "<svg") ||
		!strings.Contains(out[0].Data[Plain].(string), "picked by since=2013, until=2013") {
		t.Errorf("%v", out)
	}
}

// What a script prints comes before what it gives, and the next cell sees its variables.
func TestCellsOfOneSession(t *testing.T) {
	r := newRun(t)
	out := r.cell("const n = 20\nconsole.log('n', n)\nn + 1")
	if len(out) != 2 || out[0].Text != "n 20\n" || out[1].Data[JSON].(Table).Rows[0][0] != 21.0 {
		t.Errorf("%v", out)
	}
	if out := r.cell("n * 2"); out[0].Data[JSON].(Table).Rows[0][0] != 40.0 || out[0].Count != 2 {
		t.Errorf("%v", out)
	}
	if out := append(r.cell("const quiet = 1"), r.cell("  ")...); len(out) > 0 {
		t.Errorf("cells that give nothing give %v", out)
	}
}

func TestACellThatFails(t *testing.T) {
	r := newRun(t)
	for _, c := range []struct{ source, want string }{
		{"%qurey x", `cell:1: behind % stands what to do: query, plot, network; %query NAME param=value ..., and a script without a %`},
		{"%plot", "cell:1: %plot needs a name: matrix, timeline, kinds, network"},
		{"%query contrasts mandiant", `cell:1: "mandiant"; allowed is param=value, with quotation marks around a value of several words`},
		{`%query contrasts about="a b`, "cell:1: a quotation mark is open"},
		{"%query contrasts kind=denial kind=denial", `cell:1: parameter "kind" is given twice`},
		{"%query contrast", `cell:1: no query "contrast"; did you mean contrasts?`},
		{"%plot matrix by=outlet", `cell:1: by "outlet"; allowed for matrix are [side actor]`},
		{"%network conflict by=colour", `cell:1: unit of the network conflict "colour"; allowed: actor, side, outlet, concept`},
		{"1 +", "cell:1:4: Unexpected end of input"},
		{`g.V("<actor:ann>").Out("<speeker>").All()`, `cell:1:24: no predicate "<speeker>"; did you mean <speaker>?`},
	} {
		out := r.cell(c.source)
		if len(out) != 1 || out[0].Type != Error || out[0].Message != c.want {
			t.Errorf("%s\ngives %v\nwant  %s", c.source, out, c.want)
		}
	}
}

func TestAnInterruptedCell(t *testing.T) {
	r := newRun(t)
	ctx, cancel := context.WithCancel(t.Context())
	begun := func(o Output) { cancel() } // when the script prints
	if _, err := r.Session.Run(ctx, "const before = 1; console.log(before); while (true) {}", testLimits, begun); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if out := r.cell("before"); out[0].Data[JSON].(Table).Rows[0][0] != 1.0 {
		t.Errorf("afterwards %v", out)
	}
}

// Nothing that a table shows becomes markup.
func TestHTMLEscapes(t *testing.T) {
	out := newRun(t).cell(`g.emit({"a<i>": "a <script>alert(1)</script>", n: 3.1415926535})`)
	html := out[0].Data[HTML].(string)
	if strings.Contains(html, "<script") || strings.Contains(html, "<i>") || !strings.Contains(html, "&lt;script&gt;") || !strings.Contains(html, ">3.141593<") {
		t.Error(html)
	}
}

// JSON has no word for them, and a notebook that cannot be saved is worse than a gap.
func TestNumbersThatJSONLacks(t *testing.T) {
	out := newRun(t).cell("g.emit({none: 0 / 0, much: 1 / 0, n: 1})")
	src, err := json.Marshal(out[0].Data[JSON])
	if err != nil || !strings.Contains(string(src), "[null,null,1]") || !strings.Contains(out[0].Data[Plain].(string), "NaN") {
		t.Errorf("%s, %v, %v", src, err, out[0].Data[Plain])
	}
}

func TestSplit(t *testing.T) {
	got, err := split(` query  contrasts outlet="The  Daily" x="" `)
	if want := []string{"query", "contrasts", "outlet=The  Daily", "x="}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
}
