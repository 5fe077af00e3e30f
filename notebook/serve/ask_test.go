package serve

import (
	"encoding/csv"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"testing"

	"counterclaim/queries"
)

// GET, POST and CSV give the same rows.
func TestQuery(t *testing.T) {
	c := newClient(t, "", nil)
	var got, posted table
	c.into(c.get("/queries/contrasts?speaker=mandiant&min_confidence=0.5&rows=5"), 200, &got)
	if len(got.Rows) != 5 || !got.Cut || got.Rows[0]["claimant"] != "Mandiant" || got.Columns[0].Text == "" {
		t.Errorf("%v", got)
	}
	c.into(c.send("POST", api+"/queries/contrasts", `{"params": {"speaker": "mandiant", "min_confidence": 0.5}, "rows": 5, "timeout": "5s"}`), 200, &posted)
	if len(posted.Rows) != 5 || posted.Rows[4]["answer_id"] != got.Rows[4]["answer_id"] {
		t.Errorf("%v", posted)
	}
	for _, a := range []answer{
		c.get("/queries/contrasts?speaker=mandiant&min_confidence=0.5&rows=5&format=csv"),
		c.send("GET", api+"/queries/contrasts?speaker=mandiant&min_confidence=0.5&rows=5", "", "Accept", "text/csv"),
		c.send("POST", api+"/queries/contrasts?format=csv", `{"params": {"speaker": "mandiant"}, "rows": 5}`),
	} {
		lines, err := csv.NewReader(strings.NewReader(a.body)).ReadAll()
		if err != nil || len(lines) != 6 || lines[0][0] != got.Columns[0].Name || lines[1][1] != "Mandiant" || a.header.Get(cutHeader) != "true" ||
			!strings.HasPrefix(a.header.Get("Content-Type"), "text/csv") {
			t.Errorf("%v %v %s", err, a.header, a.body)
		}
	}
}

func TestListQueries(t *testing.T) {
	c := newClient(t, "", nil)
	var list struct{ Queries []queryBody }
	c.into(c.get("/queries"), 200, &list)
	all, err := queries.All()
	if err != nil || len(list.Queries) != len(all) {
		t.Fatalf("%d queries, %v", len(list.Queries), err)
	}
	for i, q := range all {
		if got := list.Queries[i]; got.Name != q.Name || len(got.Params) != len(q.Params) || len(got.Columns) != len(q.Columns) || got.Title != q.Title {
			t.Errorf("%v", got)
		}
	}
}

// The words of an address that are no parameters must not be called like one.
func TestReservedWords(t *testing.T) {
	all, err := queries.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range all {
		for _, p := range q.Params {
			if slices.Contains([]string{rowsWord, timeoutWord, formatWord}, p.Name) || q.Name == queries.PickingName && slices.Contains(plotWords, p.Name) {
				t.Errorf("query %s has a parameter %s", q.Name, p.Name)
			}
		}
	}
}

// Errors have the words of the command line, and one form.
func TestWrongRequests(t *testing.T) {
	c := newClient(t, "", nil)
	q, err := queries.Find("contrasts")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range []struct {
		method, path, body string
		status             int
		want               string
	}{
		{"GET", "/queries/contrast", "", 404, `no query "contrast"; did you mean contrasts?`},
		{"GET", "/queries/contrasts?spaeker=x", "", 400, q.CheckParams(map[string]string{"spaeker": "x"}).Error()},
		{"GET", "/queries/contrasts?since=soon", "", 400, q.CheckParams(map[string]string{"since": "soon"}).Error()},
		{"GET", "/queries/contrasts?since=2013&since=2014", "", 400, `parameter "since" is given twice`},
		{"GET", "/queries/contrasts?since=%zz", "", 400, "invalid URL escape"},
		{"GET", "/queries/contrasts?rows=0", "", 400, `rows "0" is no number of rows`},
		{"GET", "/queries/contrasts?rows=2001", "", 400, "rows 2001; allowed are 1 to 2000"},
		{"GET", "/queries/contrasts?timeout=1h", "", 400, `timeout "1h"; allowed are 500ms, 5s and the like, up to 20s`},
		{"GET", "/queries/contrasts?format=xml", "", 400, `format "xml"; allowed are json, csv`},
		{"GET", "/queries/contrasts?timeout=1ns", "", 504, "not done after 1ns"},
		{"POST", "/queries/contrasts", "", 400, "the request has no body"},
		{"POST", "/queries/contrasts", `{"params": {"since": [1]}}`, 400, "a parameter has to be a text or a number"},
		{"POST", "/queries/contrasts", `{"parameters": {}}`, 400, `unknown field "parameters"`},
		{"POST", "/queries/contrasts", `{} {}`, 400, "the body goes on behind its JSON object"},
		{"POST", "/queries/contrasts?since=2013", `{}`, 400, "the parameters of a POST stand in its body"},
		{"POST", "/queries/contrasts", `{"params": {"speaker": "` + strings.Repeat("x", maxParams) + `"}}`, 413, "the body is larger than 64 KB"},
		{"POST", "/gizmo", `{"script": "%query contrasts"}`, 400, "script has to be a script in Gizmo"},
		{"POST", "/gizmo", `{"script": " "}`, 400, "script has to be a script in Gizmo"},
		{"DELETE", "/queries/contrasts", "", 405, "DELETE is not allowed here; allowed are GET, HEAD, POST"},
		{"GET", "/nothing", "", 404, "nothing at /api/v1/nothing; /api/v1/openapi.json lists what there is"},
		{"POST", "/documents?name=a.txt", "x", 404, "nothing at /api/v1/documents"},
		{"GET", "/plots/matirx", "", 404, `no picture "matirx"; allowed are matrix, timeline, kinds, network`},
		{"GET", "/plots/matrix?by=outlet", "", 400, `by "outlet"; allowed for matrix are [side actor]`},
		{"GET", "/plots/matrix?top=many", "", 400, `top "many" is no number`},
		{"GET", "/plots/matrix?since=3000", "", 400, "no statements to draw"},
		{"GET", "/plots/matrix?rows=3", "", 400, `no parameter "rows"`},
	} {
		t.Run(r.method+" "+r.path, func(t *testing.T) {
			c.TB = t
			c.fails(c.send(r.method, api+r.path, r.body), r.status, r.want)
		})
	}
	c.TB = t
	c.fails(c.send("GET", "/", ""), 404, "nothing at /;")
	if a := c.get("/queries?" + strings.Repeat("x", 1<<15)); a.status != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("a long header gives %d", a.status)
	}
}

func TestPlot(t *testing.T) {
	a := newClient(t, "", nil).get("/plots/timeline?by=side&since=2013&until=2013")
	if a.status != 200 || !strings.HasPrefix(a.body, "<svg") || a.header.Get("Content-Type") != "image/svg+xml" || a.header.Get("Content-Security-Policy") != "default-src 'none'; frame-ancestors 'none'; sandbox" {
		t.Errorf("%d %v %.200s", a.status, a.header, a.body)
	}
}

// From a query to a statement, from there to a contrast and to a document.
func TestNodes(t *testing.T) {
	c := newClient(t, "", nil)
	var found table
	c.into(c.get("/queries/contrasts?speaker=mandiant&rows=1"), 200, &found)
	answer := found.Rows[0]["answer_id"].(string)
	var s, same statementBody
	c.into(c.get("/statements/"+answer), 200, &s)
	if s.ID != answer || s.Words != found.Rows[0]["answer"] || s.Speaker.Name != found.Rows[0]["answerer"] || s.Source.ID != found.Rows[0]["answer_document"] || len(s.Contrasts) == 0 {
		t.Fatalf("%+v", s)
	}
	c.into(c.get("/statements/"+strings.TrimPrefix(answer, "st:")), 200, &same)
	if same.ID != s.ID {
		t.Errorf("without st: it is %s", same.ID)
	}
	var contrast contrastBody
	c.into(c.get("/contrasts/"+s.Contrasts[0].ID), 200, &contrast)
	if contrast.ID != s.Contrasts[0].ID || len(contrast.Because) == 0 || contrast.Because[0].Says == "" || contrast.Claim.Words == "" || contrast.Counter.Source.Title == "" {
		t.Errorf("%+v", contrast)
	}
	var d documentBody
	c.into(c.get("/documents/"+s.Source.ID), 200, &d)
	if !slices.ContainsFunc(d.Statements, func(s statementBody) bool { return s.ID == answer }) {
		t.Errorf("%+v", d)
	}
	c.fails(c.get("/statements/nobody/nothing"), 404, `no statement "st:nobody/nothing"; /api/v1/queries/statements lists what there is`)
	c.fails(c.get("/documents/nothing"), 404, `no document "doc:nothing"`)
	c.fails(c.get("/contrasts/0123456789abcdef"), 404, `no contrast "contrast:0123456789abcdef"; /api/v1/queries/contrasts lists what there is`)
	c.fails(c.get("/contrasts/"+url.PathEscape(`"); g.V().All(); ("`)), 404, "no contrast")
}

// Offsets count characters of the text that the answer has.
func TestSpans(t *testing.T) {
	c := newClient(t, "", nil)
	var found table
	c.into(c.get("/queries/statements?rows=2000"), 200, &found)
	checked := map[any]bool{}
	spans := 0
	for _, row := range found.Rows {
		id := row["document"]
		if checked[id] {
			continue
		}
		checked[id] = true
		var d documentBody
		c.into(c.get("/documents/"+id.(string)), 200, &d)
		text := []rune(d.Text)
		for _, s := range d.Statements {
			if len(s.Spans) == 1 && s.Mode == "direct" {
				spans++
				if words := string(text[s.Spans[0].Start:s.Spans[0].End]); "“"+words+"”" != s.Words {
					t.Errorf("%s: %q, want %s", s.ID, words, s.Words)
				}
			}
		}
	}
	if spans == 0 {
		t.Error("no document with spans")
	}
}

func TestLimitsOfJSON(t *testing.T) {
	var v value
	for src, want := range map[string]string{`"a"`: "a", `1.50`: "1.50", `""`: ""} {
		if err := json.Unmarshal([]byte(src), &v); err != nil || string(v) != want {
			t.Errorf("%s is %q, %v", src, v, err)
		}
	}
}
