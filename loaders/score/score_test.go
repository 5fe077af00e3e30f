package score

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"counterclaim/graph"
)

// Of four annotated attributions three are found, two with the right source; the
// fourth that is found is a part of the second. People and countries are invented.
const harbour = `Veldany denied the fire. “We were in port that night,” said Ilo Brandt. Ana Reyes, who leads the navy, said that boats came.`

var annotated = `{"doc_id": "harbour", "published": "2031-05-02", "text": "` + harbour + `", "gold": [
 {"source": [0, 7, "Veldany"], "cue": [8, 14, "denied"], "content": [[15, 23, "the fire"]]},
 {"source": [60, 70, "Ilo Brandt"], "source_head": [64, 70], "cue": [55, 59, "said"], "content": [[26, 53]]},
 {"source": [72, 81, "Ana Reyes"], "cue": [103, 107, "said"], "content": [[108, 123]]},
 {"source": null, "cue": null, "content": [[87, 101]]}]}`

func statement(rule string, confidence float64, source, cue, content string) graph.Statement {
	span := func(words string) graph.Span {
		start := strings.LastIndex(harbour, words)
		if words == "" || start < 0 {
			return graph.Span{}
		}
		return graph.Span{Start: start, End: start + len(words)}
	}
	return graph.Statement{Rule: rule, Confidence: confidence, Speaker: graph.Mention{Span: span(source)}, Cue: span(cue), Content: []graph.Span{span(content)}}
}

func measured(t *testing.T) Report {
	t.Helper()
	gold, err := Read("gold.jsonl", strings.NewReader(strings.ReplaceAll(annotated, "\n", "")))
	if err != nil {
		t.Fatal(err)
	}
	r, err := Measure(context.Background(), gold, func(*Document) ([]graph.Statement, error) {
		return []graph.Statement{
			statement("subject", .92, "Veldany", "denied", "the fire"),
			statement("quotation", .81, "Brandt", "said Ilo", "We were in port"),
			statement("quotation", .61, "", "", "in port that night"),
			statement("subject", .74, "the navy", "said", "boats came"),
		}, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestMeasure(t *testing.T) {
	r := measured(t)
	got := fmt.Sprintln(r.Documents, r.Annotated, r.Found, r.Matched)
	for _, f := range r.Figures {
		got += fmt.Sprintf("%s %.3f %.3f %.3f\n", f.Name, f.Precision, f.Recall, f.F1)
	}
	for _, b := range r.Calibration {
		got += fmt.Sprintf("%.1f %.1f %d %.2f %.2f\n", b.From, b.To, b.Statements, b.Confidence, b.Right)
	}
	for _, rule := range r.Rules {
		got += fmt.Sprintf("%s %d %.2f %.2f %.2f %.3f\n", rule.Rule, rule.Fires, rule.Precision, rule.Exact, rule.Right, rule.Confidence)
	}
	want := `1 4 4 3
content exact 0.500 0.500 0.500
content matched 0.750 0.750 0.750
source head 0.667 0.667 0.667
triple lenient 0.500 0.500 0.500
direct matched 0.500 1.000 0.667
mixed matched 0.000 0.000 0.000
indirect matched 1.000 0.667 0.800
0.6 0.7 1 0.61 0.00
0.7 0.8 1 0.74 0.00
0.8 0.9 1 0.81 1.00
0.9 1.0 1 0.92 1.00
quotation 2 0.50 0.00 0.50 0.710
subject 2 1.00 1.00 0.50 0.830
`
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if want := (.61 + .74 + .19 + .08) / 4; math.Abs(r.CalibrationError-want) > 1e-9 {
		t.Errorf("calibration error %v, want %v", r.CalibrationError, want)
	}
}

func TestWhoIsTheNameBefore(t *testing.T) {
	p := newPage("Ilo Brandt, who denied it, left.")
	if got := p.antecedent(p.part(graph.Span{Start: 12, End: 15})); p.text[got.whole.Start:got.whole.End] != "Brandt" {
		t.Errorf("got %v", got)
	}
	if got := p.antecedent(p.part(graph.Span{Start: 4, End: 10})); !got.whole.Empty() {
		t.Errorf("a name has the antecedent %v", got)
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"U.S.-led, he's 1.5%":       "U.S led he's 1.5",
		"“Café” — naïve":            "Café naïve",
		"that, by and large, it is": "that by and large it is",
		"that the sea rose":         "the sea rose",
		"the":                       "the",
		"A flood came":              "flood came",
	} {
		p := newPage(text)
		var words []string
		for _, i := range p.core([]graph.Span{{End: len(text)}}) {
			words = append(words, p.words[i].Of(text))
		}
		if got := strings.Join(words, " "); got != want {
			t.Errorf("%q: words %q, want %q", text, got, want)
		}
	}
}

func TestQuotations(t *testing.T) {
	for text, want := range map[string]string{
		`"a" b "c`:            `a|c`,
		"“a\nb” “c”":          "a|c",
		"say “a” and ”b":      "a",
		"\"a\n\"b\" c":        "a|b",
		"“a “nested” rest” x": "a “nested",
	} {
		var got []string
		for _, s := range quotations(text) {
			got = append(got, s.Of(text))
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: got %q, want %s", text, got, want)
		}
	}
}

func TestReadErrors(t *testing.T) {
	for file, want := range map[string]string{
		"":                "x: has no documents; give a line of JSON for each",
		"{":               "x:1: unexpected end of JSON input",
		`{"doc_id": "a"}`: "x:1: a document without text; each line has doc_id, text and gold",
		"\n" + `{"doc_id": "a", "text": "né à", "gold": [{"content": [[0, 9]]}]}`:                 "x:2: a, gold 1: content [0, 9]; allowed are offsets from 0 to 4, the start before the end",
		`{"doc_id": "a", "text": "né à", "gold": [{"content": [[0, 1]], "source": [3, 4, "n"]}]}`: `x:1: a, gold 1: source [3, 4] is "à" in the text, not "n"; offsets count code points`,
		`{"doc_id": "a", "text": "né à", "gold": [{"source": null}]}`:                             "x:1: a, gold 1: no content; it is required",
		`{"doc_id": "a", "text": "né à", "gold": [{"content": [[0]]}]}`:                           "x:1: [0] is no span; allowed are [start, end] and [start, end, words]",
	} {
		if _, err := Read("x", strings.NewReader(file)); fmt.Sprint(err) != want {
			t.Errorf("%s\ngot  %v\nwant %s", file, err, want)
		}
	}
}

func TestMeasureGoesOnAfterWhatCannotBeRead(t *testing.T) {
	wrong := errors.New("b: no English")
	r, err := Measure(context.Background(), []Document{{ID: "a"}, {ID: "b"}}, func(d *Document) ([]graph.Statement, error) {
		if d.ID == "b" {
			return nil, wrong
		}
		return nil, nil
	})
	if err != nil || r.Documents != 2 || len(r.Unread) != 1 || r.Unread[0] != wrong {
		t.Errorf("%v: %+v", err, r)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Measure(ctx, []Document{{ID: "a"}}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(strings.ReplaceAll(annotated, "\n", ""))
	f.Fuzz(func(t *testing.T, file string) {
		gold, err := Read("x", strings.NewReader(file))
		if err != nil {
			return
		}
		for i := range gold {
			if _, reached := judge(&gold[i], nil); len(reached) != len(gold[i].Gold) {
				t.Errorf("%d of %d annotated came out", len(reached), len(gold[i].Gold))
			}
		}
	})
}
