package graph_test

import (
	"strings"
	"testing"

	"counterclaim/graph"
)

func TestDate(t *testing.T) {
	for _, c := range []struct {
		date        graph.Date
		first, last string // "" where the date is wrong or unknown
		month       graph.Date
	}{
		{"2031-05-02", "2031-05-02", "2031-05-02", "2031-05"},
		{"2032-02", "2032-02-01", "2032-02-29", "2032-02"},
		{"2031", "2031-01-01", "2031-12-31", ""},
		{"", "", "", ""},
		{"2031-02-30", "", "", "2031-02"},
		{"2031-13", "", "", "2031-13"},
		{"May 2031", "", "", "May 203"},
		{"31-05", "", "", ""},
	} {
		first, last := c.date.Days()
		if c.first == "" {
			if !first.IsZero() || !last.IsZero() {
				t.Errorf("%q: %v to %v, want none", c.date, first, last)
			}
			if err := c.date.Validate(); (err == nil) != (c.date == "") {
				t.Errorf("%q: error %v", c.date, err)
			}
			continue
		}
		if f, l := first.Format("2006-01-02"), last.Format("2006-01-02"); f != c.first || l != c.last {
			t.Errorf("%q: %s to %s, want %s to %s", c.date, f, l, c.first, c.last)
		}
		if got := c.date.Month(); got != c.month {
			t.Errorf("%q: month %q, want %q", c.date, got, c.month)
		}
	}
}

func TestDatesCompared(t *testing.T) {
	for _, c := range []struct {
		d, e        graph.Date
		after       bool
		least, most int
		ok          bool
	}{
		{"2031-05-04", "2031-05-02", true, 2, 2, true},
		{"2031-05-02", "2031-05-02", false, 0, 0, true},
		{"2031-05-02", "2031-05-04", false, -2, -2, true},
		{"2031-05", "2031-04-30", true, 1, 31, true},
		{"2031-05", "2031-05-30", false, -29, 1, true},
		{"2032", "2031", true, 1, 730, true},
		{"", "2031", false, 0, 0, false},
		{"2031", "", false, 0, 0, false},
		{"2031", "soon", false, 0, 0, false},
	} {
		if got := c.d.After(c.e); got != c.after {
			t.Errorf("%q after %q: %v", c.d, c.e, got)
		}
		least, most, ok := c.d.DaysSince(c.e)
		if least != c.least || most != c.most || ok != c.ok {
			t.Errorf("%q since %q: %d to %d, %v; want %d to %d, %v", c.d, c.e, least, most, ok, c.least, c.most, c.ok)
		}
	}
}

func TestDocumentID(t *testing.T) {
	base := graph.Document{Publisher: "Harbour Gazette", Title: "Harbour strike", Published: "2031-05-02", Text: "One."}
	same := func(what string, equal bool, change func(*graph.Document)) {
		t.Helper()
		d := base
		change(&d)
		if (graph.DocumentID(d) == graph.DocumentID(base)) != equal {
			t.Errorf("%s: same document %v, want %v", what, !equal, equal)
		}
	}
	same("an edited text", true, func(d *graph.Document) { d.Text = "Two." })
	same("another form of the citation", true, func(d *graph.Document) { d.Publisher, d.Title = "The harbour  gazette", "Harbour Strike!" })
	same("another date", false, func(d *graph.Document) { d.Published = "2031-05-03" })
	same("another title", false, func(d *graph.Document) { d.Title = "Harbour strikes" })
	same("a URL", false, func(d *graph.Document) { d.URL = "https://gazette.example/1" })
	base = graph.Document{URL: "https://gazette.example/1"}
	same("a slash at the end", true, func(d *graph.Document) { d.URL += "/" })
	same("a title beside the URL", true, func(d *graph.Document) { d.Title = "Harbour strike" })
	base = graph.Document{Title: "Harbour strike", Text: "One."}
	same("another text without a full citation", false, func(d *graph.Document) { d.Text = "Two." })
}

func TestActorID(t *testing.T) {
	for name, want := range map[string]string{
		"Hua Chunying":  "actor:hua-chunying",
		"The O'Neil Co": "actor:oneil-co",
		"Côte d'Azur":   "actor:côte-dazur",
		"U.N.":          "actor:u-n",
	} {
		if got := graph.ActorID(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}

func TestStatementIDDependsOnPlaceAlone(t *testing.T) {
	id := graph.StatementID("doc:1", []graph.Span{{Start: 1, End: 5}})
	if id != graph.StatementID("doc:1", []graph.Span{{Start: 1, End: 5}}) {
		t.Error("differs for the same place")
	}
	for _, other := range []string{
		graph.StatementID("doc:2", []graph.Span{{Start: 1, End: 5}}),
		graph.StatementID("doc:1", []graph.Span{{Start: 1, End: 6}}),
		graph.StatementID("doc:1", []graph.Span{{Start: 1, End: 5}, {Start: 7, End: 9}}),
	} {
		if id == other {
			t.Error("the same for another place")
		}
	}
}

func TestReasonRoundTrip(t *testing.T) {
	for _, r := range []graph.Reason{
		{Signal: "role swap", Weight: .4, Says: "The accused answers: its accuser."},
		{Signal: "far apart", Weight: -.25, Says: "Two years lie between."},
		{Signal: "coder", Weight: 1, Says: "A coder says so."},
	} {
		if got, err := graph.ParseReason(r.String()); err != nil || got != r {
			t.Errorf("%q: got %+v, %v", r, got, err)
		}
	}
	for _, bad := range []string{"", "+0.40", "+0.40 signal", "much signal: sentence", "+0.40: sentence"} {
		if _, err := graph.ParseReason(bad); err == nil || !strings.Contains(err.Error(), "allowed is +0.40 signal: sentence") {
			t.Errorf("%q: error %v", bad, err)
		}
	}
}

func TestScore(t *testing.T) {
	c := graph.Contrast{Because: []graph.Reason{{Weight: .1}, {Weight: .2}, {Weight: .3}}}
	if got := c.Score(); got != .6 {
		t.Errorf("got %v, want 0.6", got)
	}
	c.Because = append(c.Because, graph.Reason{Weight: .9})
	if got := c.Score(); got != 1 {
		t.Errorf("got %v, want 1", got)
	}
}

// The tests' countries, people and outlets are invented.
var (
	veldany = graph.Actor{ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country}
	mirow   = graph.Actor{
		ID: "actor:ana-mirow", Names: []string{"Ana Mirow"}, Class: graph.Person,
		ActsFor: []graph.ActsFor{{Actor: veldany.ID, As: "minister", From: "2031"}},
	}
)

const gazetteText = "Ana Mirow said: no ship of ours sailed – none."

// gazette is a document with one statement, in which nothing is wrong.
func gazette() graph.Coding {
	d := graph.Document{Title: "The harbour at night", Text: gazetteText, Format: "article"}
	d.ID = graph.DocumentID(d)
	at := func(words string) graph.Span {
		i := strings.Index(gazetteText, words)
		return graph.Span{Start: i, End: i + len(words)}
	}
	content := []graph.Span{at("no ship of ours sailed – none.")}
	return graph.Coding{Document: d, Actors: []graph.Actor{mirow, veldany}, Statements: []graph.Statement{{
		ID: graph.StatementID(d.ID, content), Document: d.ID, Kinds: []graph.Kind{graph.Denial},
		Speaker: graph.Mention{Actor: mirow.ID, Words: "Ana Mirow", Span: at("Ana Mirow"), Why: "full name"},
		Side:    veldany.ID, Content: content, Cue: at("said"), Text: content[0].Of(gazetteText),
		Mode: graph.Indirect, Certainty: graph.Firm, Polarity: graph.Rejects, Confidence: .9, Rule: "verb",
	}}}
}

func TestStatementValidate(t *testing.T) {
	valid := gazette()
	if err := valid.Validate(); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(*graph.Statement){
		`name "statement"; allowed is st:`:         func(s *graph.Statement) { s.ID = "statement" },
		`name "st:a b"; allowed is st:`:            func(s *graph.Statement) { s.ID = "st:a b" },
		"no kind; allowed are attribution, denial": func(s *graph.Statement) { s.Kinds = nil },
		`kind "denail"; allowed are`:               func(s *graph.Statement) { s.Kinds = []graph.Kind{"denail"} },
		"no text":                                  func(s *graph.Statement) { s.Text = " " },
		"no content":                               func(s *graph.Statement) { s.Content = nil },
		"no cue":                                   func(s *graph.Statement) { s.Cue = graph.Span{} },
		"overlap or are out of order":              func(s *graph.Statement) { s.Content = append(s.Content, s.Content...) },
		"in a text of":                             func(s *graph.Statement) { s.Content = []graph.Span{{Start: 5, End: 5000}} },
		"cuts a character": func(s *graph.Statement) {
			i := strings.Index(gazetteText, "–")
			s.Cue = graph.Span{Start: i + 1, End: i + 4}
		},
		`mode "spoken"; allowed are direct`:           func(s *graph.Statement) { s.Mode = "spoken" },
		`certainty ""; allowed are firm`:              func(s *graph.Statement) { s.Certainty = "" },
		`polarity "no"; allowed are affirms`:          func(s *graph.Statement) { s.Polarity = "no" },
		"confidence 1.5; allowed is 0 to 1":           func(s *graph.Statement) { s.Confidence = 1.5 },
		`amount "11,000 ships"; allowed is a bound`:   func(s *graph.Statement) { s.Amounts = []graph.Amount{"11,000 ships"} },
		`allowed are sorted ones, each once`:          func(s *graph.Statement) { s.Amounts = []graph.Amount{"2 ships", "2 ships"} },
		`said: date "then"; allowed are a day`:        func(s *graph.Statement) { s.Said = "then" },
		"answers itself":                              func(s *graph.Statement) { s.Answers = []graph.Answer{{Claim: s.ID, Relation: graph.Denies}} },
		`relation "denys"; allowed are denies`:        func(s *graph.Statement) { s.Answers = []graph.Answer{{Claim: "st:x", Relation: "denys"}} },
		`about: name "actor:x"; allowed is concept:`:  func(s *graph.Statement) { s.About = []string{"actor:x"} },
		"names actor:nobody, which is not among":      func(s *graph.Statement) { s.Mentions = []string{"actor:nobody"} },
		"of document doc:other in the coding of doc:": func(s *graph.Statement) { s.Document = "doc:other" },
		"allowed is a reason without |":               func(s *graph.Statement) { s.Speaker.Why = "a|b" },
	} {
		c := gazette()
		spoil(&c.Statements[0])
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestActorValidate(t *testing.T) {
	for want, spoil := range map[string]func(*graph.Actor){
		"allowed is actor:":            func(a *graph.Actor) { a.ID = "mirow" },
		"an empty name, or none":       func(a *graph.Actor) { a.Names = nil },
		`class "robot"; allowed are`:   func(a *graph.Actor) { a.Class = "robot" },
		"acts for itself":              func(a *graph.Actor) { a.ActsFor = []graph.ActsFor{{Actor: a.ID}} },
		"acts for actor:veldany from":  func(a *graph.Actor) { a.ActsFor = []graph.ActsFor{{Actor: veldany.ID, From: "2031", To: "2030"}} },
		`acts for actor:veldany: date`: func(a *graph.Actor) { a.ActsFor = []graph.ActsFor{{Actor: veldany.ID, From: "once"}} },
	} {
		a := mirow
		spoil(&a)
		if err := a.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

func TestContrastValidate(t *testing.T) {
	valid := graph.Contrast{
		Counter: "st:a", Claim: "st:b", Relation: graph.Denies, Basis: graph.Explicit,
		Because: []graph.Reason{{Signal: "cue", Weight: 1, Says: "It says so."}},
	}
	if err := valid.Validate(); err != nil {
		t.Fatal(err)
	}
	for want, spoil := range map[string]func(*graph.Contrast){
		"must be two statements":       func(c *graph.Contrast) { c.Claim = c.Counter },
		`relation "" `[:11]:            func(c *graph.Contrast) { c.Relation = "" },
		`basis "hunch"; allowed are`:   func(c *graph.Contrast) { c.Basis = "hunch" },
		"no reason":                    func(c *graph.Contrast) { c.Because = nil },
		"without signal or sentence":   func(c *graph.Contrast) { c.Because = []graph.Reason{{Signal: "cue"}} },
		"contrast st:a denies st:b: b": func(c *graph.Contrast) { c.Basis = "" },
	} {
		c := valid
		spoil(&c)
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("error %v, want %q", err, want)
		}
	}
}

// A denial is never shown as if it said what it denies.
func TestReported(t *testing.T) {
	const text = `Veldany denied that it was there. "We slept," it said.`
	for _, tt := range []struct {
		name string
		s    graph.Statement
		want string
	}{
		{"paraphrased", graph.Statement{Mode: graph.Indirect, Cue: graph.Span{8, 14}, Text: "it was there"}, "denied: it was there"},
		{"verbatim", graph.Statement{Mode: graph.Direct, Cue: graph.Span{49, 53}, Text: "We slept"}, "“We slept”"},
		{"a coder's words", graph.Statement{Mode: graph.Curated, Text: "Veldany was elsewhere."}, "Veldany was elsewhere."},
		{"no text to look at", graph.Statement{Mode: graph.Indirect, Cue: graph.Span{80, 90}, Text: "it was there"}, "it was there"},
	} {
		if got := tt.s.Reported(text); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
