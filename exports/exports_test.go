package exports

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"

	"counterclaim/graph"
)

var update = flag.Bool("update", false, "write what the formats give into testdata")

// harbour is an invented article that does what files must bear: quotation marks,
// semicolons, line breaks, letters of several bytes, one of two 16-bit units, and markup.
const harbour = `Norreland blames Veldany <for> the "harbour" strike

“Their ships; nobody else's 🚢,” Ana Reyes said, “fired on Lund Bay.”

The ministry denied <script>alert("x")</script> any part in it & said that it was
in pórt that night.`

// content returns two invented documents, an article and a hand-coded citation, with
// statements that answer one another. One answer was not picked.
func content() *Content {
	article := graph.Document{
		ID: "doc:00000000000a", Name: "harbour.txt", Title: `Norreland blames Veldany <for> the "harbour" strike`, Publisher: "Harbour Gazette",
		Author: "=HYPERLINK(\"x\")", Published: "2031-05-02", URL: "javascript:alert(1)", Format: "article",
	}
	coded := graph.Document{ID: "doc:00000000000b", Name: "evening-post-2031-05", Title: "No ship left port", Publisher: "Evening Post", Published: "2031-05", Format: "curated"}
	reyes := graph.Mention{Actor: "actor:ana-reyes", Words: "Ana Reyes", Span: span("Ana Reyes"), Why: "full name"}
	ministry := graph.Mention{Actor: "actor:foreign-ministry-of-veldany", Words: "The ministry", Span: span("The ministry"), Why: "one such body in the text"}
	veldany := graph.Mention{Actor: "actor:veldany", Words: "Their", Span: span("Their"), Why: "the last side named"}
	accusation := graph.Statement{
		ID: "st:1", Document: article.ID, Kinds: []graph.Kind{graph.Attribution, graph.Criticism}, Speaker: reyes, Side: "actor:norreland", Target: veldany, TargetSide: "actor:veldany",
		About: []string{"incident:strike-lund-bay-2031"}, Content: []graph.Span{span("Their ships; nobody else's 🚢,"), span("fired on Lund Bay.")}, Cue: span("said"),
		Text: "Their ships; nobody else's 🚢, fired on Lund Bay.", Mode: graph.Direct, Certainty: graph.Firm, Polarity: graph.Affirms, Confidence: .97, Rule: "quotation, then attribution",
		Amounts: []graph.Amount{"~2 ships"},
	}
	denial := graph.Statement{
		ID: "st:2", Document: article.ID, Kinds: []graph.Kind{graph.Denial}, Speaker: ministry, Side: "actor:veldany", Target: reyes, TargetSide: "actor:norreland",
		About: []string{"incident:strike-lund-bay-2031"}, Content: []graph.Span{span(`<script>alert("x")</script> any part in it`)}, Cue: span("denied"),
		Text: `<script>alert("x")</script> any part in it`, Mode: graph.Indirect, Certainty: graph.Firm, Polarity: graph.Rejects, Confidence: .8, Rule: "verb",
	}
	porters := graph.Statement{
		ID: "st:evening-post-2031-05/port", Document: coded.ID, Kinds: []graph.Kind{graph.Denial}, Speaker: graph.Mention{Actor: "actor:unnamed-porters-evening-post-2031-05", Words: "unnamed porters", Why: "coder"},
		Via: []graph.Mention{ministry}, Side: "actor:veldany", About: []string{"concept:ships", "incident:strike-lund-bay-2031"},
		Text: "No ship\nleft port; none.", Mode: graph.Curated, Certainty: graph.Hedged, Polarity: graph.Rejects, Said: "2031-05-01", Confidence: 1, Rule: "coder",
	}
	porters.Via[0].Span = graph.Span{}
	strike, ships := graph.Concept{ID: "incident:strike-lund-bay-2031", Name: "strike Lund Bay 2031"}, graph.Concept{ID: "concept:ships", Name: "ships"}
	actors := map[string]graph.Actor{}
	for _, a := range []graph.Actor{
		{ID: "actor:ana-reyes", Names: []string{"Ana Reyes"}, Class: graph.Person, ActsFor: []graph.ActsFor{{Actor: "actor:norreland", As: "navy spokeswoman"}}},
		{ID: "actor:foreign-ministry-of-veldany", Names: []string{"Foreign Ministry of Veldany"}, Class: graph.Organisation},
		{ID: "actor:norreland", Names: []string{"Norreland"}, Class: graph.Country},
		{ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country},
		{ID: "actor:unnamed-porters-evening-post-2031-05", Names: []string{"unnamed porters"}, Class: graph.Unnamed},
	} {
		actors[a.ID] = a
	}
	positions := []graph.Position{
		{Placed: graph.Placed{Statement: accusation, Document: article}, Words: "“" + accusation.Text + "”", Concept: strike},
		{Placed: graph.Placed{Statement: denial, Document: article}, Words: "denied: " + denial.Text, Concept: strike},
		{Placed: graph.Placed{Statement: porters, Document: coded}, Words: porters.Text, Concept: ships},
	}
	contrasts := []graph.Contrast{
		{Counter: "st:2", Claim: "st:1", Relation: graph.Denies, Basis: graph.Juxtaposed, Rule: "denies", Because: []graph.Reason{
			{Signal: "same act", Weight: .45, Says: "Both are about the strike on <Lund Bay>."}, {Signal: "role swap", Weight: .3, Says: "The accused | answers."},
		}},
		{Counter: "st:evening-post-2031-05/port", Claim: "st:1", Relation: graph.Denies, Basis: graph.CoderBasis, Rule: "coder", Because: []graph.Reason{{Signal: "coder", Weight: 1, Says: "The porters speak of the same night."}}},
	}
	c := &Content{Texts: map[string]string{article.ID: harbour, coded.ID: ""}}
	c.Around = graph.Selection{Positions: append([]graph.Position{}, positions...), Contrasts: contrasts, Actors: actors}
	c.Selection = graph.Selection{Positions: positions[:2:2], Contrasts: contrasts[:1:1], Actors: actors, Picked: []string{"document=doc:00000000000a"}}
	c.Around.Sort()
	c.Sort()
	return c
}

// all is content with everything picked.
func all() *Content {
	c := content()
	c.Selection = c.Around
	return c
}

// span returns where the words stand in harbour, the last time.
func span(words string) graph.Span {
	i := strings.LastIndex(harbour, words)
	return graph.Span{Start: i, End: i + len(words)}
}

// What every format gives is in testdata, for a person to read.
func TestFormats(t *testing.T) {
	for _, f := range Formats {
		if f.Binary {
			continue
		}
		t.Run(f.Name, func(t *testing.T) {
			c := all()
			if f.Answers {
				c = content()
			}
			var out bytes.Buffer
			if err := f.Write(&out, c); err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", "harbour"+f.Extension), out.Bytes())
		})
	}
}

func golden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s", diff.Diff("want "+path, want, "got", got))
	}
}

// What a document says cannot become markup, a link that runs something, or a list.
func TestEvidenceIsText(t *testing.T) {
	c := content()
	c.Around.Actors["actor:ana-reyes"] = graph.Actor{ID: "actor:ana-reyes", Names: []string{`<img src=x onerror="alert(1)">`}, Class: graph.Person}
	for i := range c.Positions {
		c.Positions[i].Document.Title = "</title><svg/onload=alert(2)>"
		c.Positions[i].Document.URL = "JavaScript:alert(3)"
		c.Positions[i].Statement.Content, c.Positions[i].Statement.Text = nil, "1. <b onclick='x'>[here](javascript:y)</b>"
	}
	var page, sheet bytes.Buffer
	if err := writeEvidenceHTML(&page, c); err != nil {
		t.Fatal(err)
	}
	if err := writeEvidenceMarkdown(&sheet, c); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<img", "<svg", "<script", "<b ", "href=\"JavaScript", "href=\"javascript", "src="} {
		if strings.Contains(strings.ReplaceAll(page.String(), "&lt;img src=x", ""), bad) {
			t.Errorf("the page has %s", bad)
		}
	}
	for _, want := range []string{"&lt;img src=x onerror=&#34;alert(1)&#34;&gt;", "JavaScript:alert(3)"} {
		if !strings.Contains(page.String(), want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, want := range []string{`> **1. \<b onclick='x'\>\[here\](javascript:y)\</b\>**`, `\<svg/onload=alert(2)\>`} {
		if !strings.Contains(sheet.String(), want) {
			t.Errorf("the sheet lacks %s\n%s", want, sheet.String())
		}
	}
	for text, want := range map[string]string{"- so": `> \- so`, "2. so": `> 2\. so`, "so. - so": "> so. - so"} {
		if got := quoted([]Run{{Text: text}}); got != want {
			t.Errorf("%q is quoted as %q, want %q", text, got, want)
		}
	}
}

// A long paragraph is cut at words, on either side.
func TestContext(t *testing.T) {
	text := "First line.\n" + strings.Repeat("pórt ", 300) + "HERE" + strings.Repeat(" ship", 300) + "\nLast line."
	at := strings.Index(text, "HERE")
	runs := inContext(text, []graph.Span{{Start: at, End: at + 4}})
	if len(runs) != 5 || runs[0].Text != "… " || !strings.HasPrefix(runs[1].Text, "pórt ") || runs[2] != (Run{"HERE", true}) || !strings.HasSuffix(runs[3].Text, "ship ") || runs[4].Text != "…" {
		t.Errorf("%+v", runs)
	}
}

// What comes of nothing is a file all the same.
func TestNothing(t *testing.T) {
	for _, f := range Formats {
		var out bytes.Buffer
		if err := f.Write(&out, &Content{}); err != nil || out.Len() == 0 {
			t.Errorf("%s: %d bytes, %v", f.Name, out.Len(), err)
		}
	}
}

func TestFind(t *testing.T) {
	if f, err := Find("dna-csv"); err != nil || f.Name != "dna-csv" {
		t.Error(f.Name, err)
	}
	if _, err := Find("xls"); err == nil || !strings.HasPrefix(err.Error(), `format "xls"; allowed are csv, `) {
		t.Error(err)
	}
}

// A character beyond U+FFFF counts twice in DNA's positions, and once in those of the
// table.
func TestPlaces(t *testing.T) {
	if got := javaPlace("é🚢 ship", graph.Span{Start: len("é🚢 "), End: len("é🚢 ship")}); got != (place{4, 8}) {
		t.Error(got)
	}
	c := all()
	r := row{Position: &c.Positions[1], content: c}
	if got, want := r.places(), "54-83 | 102-120"; r.Statement.ID != "st:1" || got != want {
		t.Errorf("%s is at %s, want %s", r.Statement.ID, got, want)
	}
}
