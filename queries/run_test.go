package queries

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"counterclaim/graph"
)

// runQuads: Ann and Bo speak twice each; Bo's name is his own business.
const runQuads = `
<st:1> <speaker> <actor:ann> <doc:a> .
<st:2> <speaker> <actor:ann> <doc:a> .
<st:3> <speaker> <actor:bo> <doc:a> .
<st:4> <speaker> <actor:bo> <doc:a> .
<st:1> <said> "2031-05-02" <doc:a> .
<st:2> <said> "2031-05" <doc:a> .
<st:3> <said> "2030" <doc:a> .
<actor:ann> <name> "Ann Dahl" <actors> .
`

func parse(t testing.TB, src string) Query {
	t.Helper()
	q, err := Parse("x.js", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return q
}

const byDay = `// name:   x
// title:  T
// about:  A.
// param:  who  text -  W.
// param:  n    number - N.
// column: st   iri            The statement.
// column: said date optional  When.
// order:  -said

params.n; params.who
g.V("<actor:ann>", "<actor:bo>").in("<speaker>").tag("st").saveOpt("<said>", "said").all()`

func TestRunSortsAndTypes(t *testing.T) {
	for _, backend := range backends(t) {
		table, err := Run(t.Context(), open(t, backend, runQuads), parse(t, byDay), nil, testLimits)
		if err != nil {
			t.Fatal(err)
		}
		want := [][]any{
			{graph.Node("st:1"), graph.Date("2031-05-02")},
			{graph.Node("st:2"), graph.Date("2031-05")},
			{graph.Node("st:3"), graph.Date("2030")},
			{graph.Node("st:4"), nil},
		}
		if !reflect.DeepEqual(table.Rows, want) || table.Cut {
			t.Errorf("%s: got %v, cut %v", backend, table.Rows, table.Cut)
		}
	}
}

func TestRowLimit(t *testing.T) {
	db := open(t, "memory", runQuads)
	table, err := Run(t.Context(), db, parse(t, byDay), nil, Limits{Rows: 2})
	if err != nil || !table.Cut || len(table.Rows) != 2 || table.Rows[0][0] != graph.Node("st:1") {
		t.Errorf("the first two: got %v, cut %v, %v", table.Rows, table.Cut, err)
	}
	if table, err = Run(t.Context(), db, parse(t, byDay), nil, Limits{Rows: 4}); err != nil || table.Cut {
		t.Errorf("exactly as many: cut %v, %v", table.Cut, err)
	}
	many := strings.Replace(byDay, "g.V(", `for (let i = 0; i < 5000; i++) g.emit({st: "<st:" + (9999 - i) + ">", said: "2040"});`+"\ng.V(", 1)
	table, err = Run(t.Context(), db, parse(t, many), nil, Limits{Rows: 3})
	if err != nil || !table.Cut || fmt.Sprint(table.Rows) != "[[st:5000 2040] [st:5001 2040] [st:5002 2040]]" {
		t.Errorf("the first of many: got %v, %v", table.Rows, err)
	}
	q, err := Script(`while (true) g.emit({n: 1})`)
	if err != nil {
		t.Fatal(err)
	}
	if table, err = Run(t.Context(), db, q, nil, Limits{Rows: 7}); err != nil || !table.Cut || len(table.Rows) != 7 {
		t.Errorf("a script that never ends: got %d rows, %v", len(table.Rows), err)
	}
}

func TestDeadline(t *testing.T) {
	for _, backend := range backends(t) {
		start := time.Now()
		q, err := Script(`while (true) {} g.emit(1)`)
		if err != nil {
			t.Fatal(err)
		}
		_, err = Run(t.Context(), open(t, backend, runQuads), q, nil, Limits{Time: 50 * time.Millisecond})
		want := "query script: not done after 50ms; ask for less by a parameter, or allow more time: context deadline exceeded"
		if err == nil || err.Error() != want || !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("got %v", err)
		}
		if d := time.Since(start); d > 5*time.Second {
			t.Errorf("took %v", d)
		}
	}
}

func TestParams(t *testing.T) {
	db := open(t, "memory", runQuads)
	contrasts, err := Find("contrasts")
	if err != nil {
		t.Fatal(err)
	}
	incident, err := Find("incident")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name   string
		q      Query
		params map[string]string
		want   string
	}{
		{"unknown", parse(t, byDay), map[string]string{"whom": "x"}, `query x: no parameter "whom"; allowed are who, n`},
		{"missing", incident, nil, "query incident: about is missing: The incident or concept. Example: about=incident:attacks-through-networks-stavik-2031"},
		{"several", incident, map[string]string{"a": "", "since": "soon"}, `query incident: no parameter "a"; allowed are about, speaker, document, via, outlet, target, victim, side, target_side, kind, since, until, min_confidence` + "\n" +
			`since: date "soon"; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013` + "\n" +
			`about is missing: The incident or concept. Example: about=incident:attacks-through-networks-stavik-2031`},
		{"no number", parse(t, byDay), map[string]string{"n": "1; g.V()"}, `query x: n: "1; g.V()" is no number`},
		{"an injected node", contrasts, map[string]string{"speaker": `actor:ann"); g.emit({"a": 1}); ("`}, ""},
		{"a node in two parts", contrasts, map[string]string{"speaker": "actor:ann> <b"}, `query contrasts: speaker: "actor:ann> <b" is no node; allowed are names that begin with doc:, st:, actor:, delegation:, contrast:, kind:, relation:, concept:, incident:, month:, class:`},
		{"no relation", contrasts, map[string]string{"relation": "denys"}, `query contrasts: relation: no relation "denys"; did you mean denies?`},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			table, err := Run(t.Context(), db, c.q, c.params, testLimits)
			switch {
			case c.want == "" && (err == nil && len(table.Rows) == 0 || err != nil && strings.Contains(err.Error(), "is no node")):
			case err == nil || err.Error() != c.want:
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestParamsAreData(t *testing.T) {
	db := open(t, "memory", runQuads)
	q, err := Script("g.emit({got: params.text})")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		`"}; g.emit({got: "injected"}); var x = {"a": "`, "*/ g.emit(1) //", "</script>\u2028\n\\", "<actor:ann", "${1}", "Zürich 北京",
	} {
		table, err := Run(t.Context(), db, q, map[string]string{"text": text}, testLimits)
		if err != nil || len(table.Rows) != 1 || table.Rows[0][0] != text {
			t.Errorf("%q came out as %v, %v", text, table.Rows, err)
		}
	}
	if _, err := Run(t.Context(), db, q, nil, testLimits); err == nil || err.Error() != "query script: text is missing: a text" {
		t.Errorf("got %v", err)
	}
}

func TestScriptsFailWhereTheyFail(t *testing.T) {
	db := open(t, "memory", runQuads)
	head := "// name: x\n// title: T\n// about: A.\n// column: n number N.\n"
	cases := []struct{ name, src, want string }{
		{"an exception", head + "\n\nnobody(); g.emit({n: 1})", "x.js:7:7: ReferenceError: nobody is not defined"},
		{"a missing value", head + "\ng.emit({n: null})", "x.js: column n: a row has no value for it; declare it optional, or set it in every row"},
		{"a text for a number", head + "\n" + `g.emit({n: "many"})`, "x.js: column n: many is no number"},
		{"no number", head + "\ng.emit({n: 0 / 0})", "x.js: column n: NaN is no number"},
		{"a text for a node", strings.Replace(head, "number", "iri", 1) + "\n" + `g.emit({n: "Ann"})`, "x.js: column n: Ann is no node"},
		{"a text for a date", strings.Replace(head, "number", "date", 1) + "\n" + `g.emit({n: "May"})`, `x.js: column n: date "May"; allowed are a day like 2013-03-12, a month like 2013-03 or a year like 2013`},
		{"a panic", "g.V('<st:1>').out({}).all()", "x.js: the script engine failed: unsupported type: map[string]interface {}"},
		{"in a verb of ours", "\nfind({speaker: 5}).all()", "x.js:2:5: TypeError: 5 is no node"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			if _, err := Run(t.Context(), db, parse(t, c.src), nil, testLimits); err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
}

func TestAdHocColumns(t *testing.T) {
	cases := []struct{ name, script, want string }{
		{"tags in the order of the script", `g.V("<st:2>", "<st:1>").tag("st").save("<speaker>", "by").saveOpt("<said>", "at").all()`,
			"st iri, by iri, at text: [st:1 actor:ann 2031-05-02] [st:2 actor:ann 2031-05]"},
		{"nothing but nodes", `g.V("<st:3>", "<st:2>").all()`, "id iri: [st:2] [st:3]"},
		{"values", `g.emit(10); g.emit(9)`, "value number: [9] [10]"},
		{"mixed values are texts", `g.emit({n: 1, id: "<st:1>"}); g.emit({n: "x"})`, "n text, id iri: [1 st:1] [x <nil>]"},
		{"nothing", `g.V("<st:99>").out("<said>").all()`, ":"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			q, err := Script(c.script)
			if err != nil {
				t.Fatal(err)
			}
			for _, backend := range backends(t) {
				table, err := Run(t.Context(), open(t, backend, runQuads), q, nil, testLimits)
				if err != nil {
					t.Fatal(err)
				}
				var columns []string
				for _, c := range table.Columns {
					columns = append(columns, c.Name+" "+string(c.Type))
				}
				got := strings.Join(columns, ", ") + ":"
				for _, row := range table.Rows {
					got += " " + fmt.Sprint(row)
				}
				if got != c.want {
					t.Errorf("%s: got %s, want %s", backend, got, c.want)
				}
			}
		})
	}
}
