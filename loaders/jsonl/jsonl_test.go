package jsonl

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"counterclaim/graph"
)

// TestEveryCodingComesBack writes and reads codings with all that a coding can have.
func TestEveryCodingComesBack(t *testing.T) {
	for seed := range uint64(2000) {
		c := randomCoding(rand.New(rand.NewPCG(seed, 1)))
		if err := c.Validate(); err != nil {
			t.Fatalf("seed %d: the test makes what cannot be: %v", seed, err)
		}
		line, err := Append([]byte("before "), &c)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.HasPrefix(string(line), "before {") || strings.Contains(string(line), "\n") {
			t.Fatalf("seed %d: not one line behind the others: %s", seed, line)
		}
		got, err := Parse(line[len("before "):])
		if err != nil {
			t.Fatalf("seed %d: %v\n%s", seed, err, line)
		}
		if !reflect.DeepEqual(got, c) {
			t.Fatalf("seed %d:\ngot  %+v\nwant %+v", seed, got, c)
		}
		if a, b := got.Canonical(), c.Canonical(); !reflect.DeepEqual(a, b) {
			t.Fatalf("seed %d:\ngot  %+v\nwant %+v", seed, a, b)
		}
	}
}

// invented are letters of one to four bytes, and marks that JSON, HTML, scripts or the
// graph could take for their own.
var invented = []rune("ab é“”𝄞中\n\t\"\\<&|\u0301\u2028\ufeff\ufffd\x00\x1f")

func randomText(random *rand.Rand, most int) string {
	out := make([]rune, random.IntN(most+1))
	for i := range out {
		out[i] = invented[random.IntN(len(invented))]
	}
	return string(out)
}

// randomSpan returns a run of characters of a text that has some.
func randomSpan(random *rand.Rand, text string, from int) (graph.Span, bool) {
	var places []int
	for at := range text {
		if at >= from {
			places = append(places, at)
		}
	}
	places = append(places, len(text))
	if len(places) < 2 {
		return graph.Span{}, false
	}
	start := random.IntN(len(places) - 1)
	end := start + 1 + random.IntN(len(places)-start-1)
	return graph.Span{Start: places[start], End: places[end]}, true
}

func randomCoding(random *rand.Rand) graph.Coding {
	some := func() bool { return random.IntN(2) == 0 }
	date := func() graph.Date {
		return []graph.Date{"", "2031", "2031-05", "2031-05-02"}[random.IntN(4)]
	}
	c := graph.Coding{Document: graph.Document{
		ID: fmt.Sprintf("doc:%012x", random.Uint64()>>16), Name: randomText(random, 8), Title: randomText(random, 20), Publisher: randomText(random, 8),
		Author: randomText(random, 8), Published: date(), URL: randomText(random, 20), Text: "x" + randomText(random, 300), Format: "article", Complete: some(),
	}}
	curated := some()
	if curated {
		c.Document.Format, c.Document.Text = "curated", ""
	}
	for i := range 1 + random.IntN(5) {
		a := graph.Actor{ID: fmt.Sprint("actor:é", i), Names: []string{"A" + randomText(random, 9)}, Class: graph.Classes[random.IntN(len(graph.Classes))]}
		for range random.IntN(3) {
			a.Names = append(a.Names, "B"+randomText(random, 9))
		}
		for j := range i {
			a.ActsFor = append(a.ActsFor, graph.ActsFor{Actor: fmt.Sprint("actor:é", j), As: randomText(random, 9), From: date()})
		}
		c.Actors = append(c.Actors, a)
	}
	who := func() string { return c.Actors[random.IntN(len(c.Actors))].ID }
	names := func() graph.Mention {
		if some() {
			return graph.Mention{}
		}
		m := graph.Mention{Words: randomText(random, 9), Why: strings.ReplaceAll(randomText(random, 9), "|", "")}
		if some() {
			m.Actor = who()
		}
		if some() && !curated {
			m.Span, _ = randomSpan(random, c.Document.Text, 0)
		}
		return m
	}
	for i := range random.IntN(6) {
		s := graph.Statement{
			ID: fmt.Sprint("st:é/", i), Document: c.Document.ID, Speaker: names(), Target: names(), Victim: names(), Text: "x" + randomText(random, 40),
			Mode: graph.Curated, Certainty: []graph.Certainty{graph.Firm, graph.Hedged}[random.IntN(2)], Polarity: []graph.Polarity{graph.Affirms, graph.Rejects}[random.IntN(2)],
			Said: date(), Confidence: random.Float64(), Rule: randomText(random, 6), Kinds: []graph.Kind{graph.Kinds[random.IntN(len(graph.Kinds))].Kind},
		}
		for range random.IntN(3) {
			s.Kinds = append(s.Kinds, graph.Kinds[random.IntN(len(graph.Kinds))].Kind)
			s.Via = append(s.Via, names())
			s.About = append(s.About, fmt.Sprint("concept:", random.IntN(9)), "incident:x")
			s.Mentions = append(s.Mentions, who())
			s.Answers = append(s.Answers, graph.Answer{Claim: "st:elsewhere", Relation: graph.Relations[random.IntN(len(graph.Relations))].Relation, Note: randomText(random, 9)})
			s.Amounts = []graph.Amount{">11000 websites", "~1/3 votes"}
		}
		if some() {
			s.Side, s.TargetSide = who(), who()
		}
		if !curated {
			s.Mode = []graph.Mode{graph.Direct, graph.Indirect, graph.Mixed}[random.IntN(3)]
			s.Cue, _ = randomSpan(random, c.Document.Text, 0)
			end := 0
			for range 1 + random.IntN(3) {
				if at, ok := randomSpan(random, c.Document.Text, end); ok {
					s.Content, end = append(s.Content, at), at.End
				}
				if at, ok := randomSpan(random, c.Document.Text, 0); ok && some() {
					s.Repeated = append(s.Repeated, at)
				}
			}
		}
		c.Statements = append(c.Statements, s)
	}
	return c
}

func TestRulerCountsAsAPersonWould(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		text := randomText(random, 400)
		r := newRuler(text)
		points := 0
		for at := range len(text) + 1 {
			n, ok := r.point(at)
			inside := at < len(text) && !utf8.RuneStart(text[at])
			if inside == ok {
				t.Fatalf("%q: byte %d: ok is %v", text, at, ok)
			}
			if inside {
				continue
			}
			back, ok := r.byte(n)
			if n != points || back != at || !ok {
				t.Fatalf("%q: byte %d is code point %d, want %d; back again %d", text, at, n, points, back)
			}
			points++
		}
		for _, outside := range []int{-1, len(text) + 1} {
			if _, ok := r.point(outside); ok {
				t.Errorf("%q has a byte %d", text, outside)
			}
			if _, ok := r.byte(outside); ok {
				t.Errorf("%q has a code point %d", text, outside)
			}
		}
	}
}

// line is a document that denies one thing, for tests that damage it.
const line = `{"doc_id":"a.txt","title":"","publisher":"","published":"","version":1,"id":"doc:a","format":"article","text":"“No”, she said.","statements":[` +
	`{"id":"st:a","kinds":["denial"],"speaker":"","side":"","via":[],"target":"","target_side":"","victim":"","said":"","mode":"direct","certainty":"firm",` +
	`"polarity":"rejects","confidence":0.5,"rule":"x","text":"No","amounts":[],"source":null,"cue":{"start":10,"end":14},"content":[{"start":1,"end":3}]}],"actors":[]}`

func TestParseSaysWhatIsWrong(t *testing.T) {
	c, err := Parse([]byte(line))
	if err != nil || c.Validate() != nil || c.Statements[0].Content[0].Of(c.Document.Text) != "No" {
		t.Fatal(err, c.Validate(), c)
	}
	for _, x := range []struct{ old, new, want string }{
		{`"version":1,`, ``, "no version; extract the document anew, as it was written by an older counterclaim or another program"},
		{`"version":1,`, `"version":2,"mood":"x",`, "version 2; allowed is 1: load it with the counterclaim that wrote it, or extract the document anew with this one"},
		{`"format"`, `"fromat"`, `unknown key "fromat"; allowed are those of docs/jsonl.md: leave it out, or load the line with the counterclaim that wrote it`},
		{`"rule"`, `"rlue"`, `unknown key "rlue" in statements/0; allowed are those of docs/jsonl.md: leave it out, or load the line with the counterclaim that wrote it`},
		{`"Text"`, `"text"`, ""},
		{`0.5`, `"high"`, "statements/0/confidence cannot be a JSON string; docs/jsonl.md says what it is"},
		{`"end":3`, `"end":99`, "statement st:a: start 1, end 99; allowed are 0 to 15, the number of code points of the text, the start first"},
		{`"start":1,`, `"start":-1,`, "statement st:a: start -1, end 3; allowed are 0 to 15, the number of code points of the text, the start first"},
		{`"start":1,"end":3`, `"start":3,"end":1`, "statement st:a: start 3, end 1; allowed are 0 to 15, the number of code points of the text, the start first"},
		{`,"actors":[]}`, ``, "byte 445 is no JSON as it should be: unexpected EOF; write the line again"},
		{`"title":"",`, `"doc_id":"b.txt",`, "byte 18 is no JSON as it should be in doc_id: duplicate object member name; write the line again"},
		{`she said`, "she \xff said", "byte 125 is no JSON as it should be in text: invalid UTF-8; write the line again"},
	} {
		_, err := Parse([]byte(strings.Replace(line, x.old, x.new, 1)))
		if got := fmt.Sprint(err); x.want != "" && got != x.want {
			t.Errorf("%s for %s:\ngot  %s\nwant %s", x.new, x.old, got, x.want)
		}
	}
}

func TestAppendRefusesWhatWouldNotComeBack(t *testing.T) {
	for _, x := range []struct {
		spoil func(*graph.Coding)
		want  string
	}{
		{func(c *graph.Coding) { c.Statements[0].Content[0].End = 99 }, "a.txt: statement st:a: span 3-99 in a text of 19 bytes"},
		{func(c *graph.Coding) { c.Statements[0].Cue.Start = 1 }, "a.txt: statement st:a: span 1-18 cuts a character"},
		{func(c *graph.Coding) { c.Document.Title = "a\xff" }, "a.txt: title: invalid UTF-8"},
	} {
		c, err := Parse([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		x.spoil(&c)
		out, err := Append([]byte("before"), &c)
		if string(out) != "before" || err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("got %s and %v, want %s", out, err, x.want)
		}
	}
}

// FuzzParse: whatever Parse takes, Append writes so that it is the same again.
func FuzzParse(f *testing.F) {
	f.Add([]byte(line))
	f.Add([]byte(`{"doc_id":"a","version":1,{"author":"05","a\nb"`)) // a key with a line's end, where the text ends
	for seed := range uint64(20) {
		c := randomCoding(rand.New(rand.NewPCG(seed, 1)))
		line, err := Append(nil, &c)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		c, err := Parse(data)
		if err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("more than a line: %v", err)
			}
			return
		}
		if c.Validate() != nil {
			return
		}
		again, err := Append(nil, &c)
		if err != nil {
			t.Fatal(err)
		}
		if back, err := Parse(again); err != nil || !reflect.DeepEqual(back, c) {
			t.Fatalf("%v\ngot  %+v\nwant %+v", err, back, c)
		}
	})
}

func benchmarkLines() (codings []graph.Coding, lines [][]byte, size int64) {
	for seed := range uint64(100) {
		c := randomCoding(rand.New(rand.NewPCG(seed, 1)))
		line, err := Append(nil, &c)
		if err != nil {
			panic(err)
		}
		codings, lines, size = append(codings, c), append(lines, line), size+int64(len(line))
	}
	return codings, lines, size
}

func BenchmarkParse(b *testing.B) {
	_, lines, size := benchmarkLines()
	b.SetBytes(size)
	for b.Loop() {
		for _, line := range lines {
			if _, err := Parse(line); err != nil {
				b.Fatal(err)
			}
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	codings, _, size := benchmarkLines()
	b.SetBytes(size)
	var line []byte
	for b.Loop() {
		for i := range codings {
			var err error
			if line, err = Append(line[:0], &codings[i]); err != nil {
				b.Fatal(err)
			}
		}
	}
}
