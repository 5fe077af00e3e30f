package main

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"counterclaim/graph/synthetic"
)

// TestMain lets the test be the process that ours is.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == "ours" {
		main()
		return
	}
	os.Exit(m.Run())
}

// Every system that is installed gives the same answers, and no answer is empty.
func TestSystemsAgree(t *testing.T) {
	const statements = 2000
	f := filesOf(t.TempDir(), statements)
	if _, err := writeGraph(t.Context(), f, statements, statements); err != nil {
		t.Fatal(err)
	}
	on := newSubjects(statements)
	on.Side, on.Speaker = synthetic.Country(2), synthetic.Speaker(2) // of whom there is much in a small graph
	meter := meter{defaultWork(), f, on, questions, 1, time.Minute}
	if err := os.MkdirAll(meter.work, 0o755); err != nil {
		t.Fatal(err)
	}
	want := &measured{}
	for _, sys := range systems(os.Getenv("COUNTERCLAIM_BENCH_POSTGRES")) {
		t.Run(sys.name, func(t *testing.T) {
			m := &measured{System: sys.name}
			if err := meter.run(t.Context(), sys, m); err != nil {
				t.Fatal(err)
			}
			if m.Absent != "" {
				t.Skip(m.Absent)
			}
			if want.Answers == nil {
				want = m
			}
			for _, q := range questions {
				if len(m.Answers[q.Name]) == 0 || len(m.Runs[0].Asks[q.Name]) == 0 || m.Runs[0].Memory == 0 {
					t.Errorf("%s: %d rows, times %v, failed: %s", q.Name, len(m.Answers[q.Name]), m.Runs[0].Asks[q.Name], m.Runs[0].Failed[q.Name])
				}
			}
			if err := compareAnswers([]*measured{want, m}); err != nil {
				t.Error(err)
			}
		})
	}
}

// What was loaded at once and what was put after it are the whole graph.
func TestGrow(t *testing.T) {
	const statements = 5000
	p, err := grow(t.Context(), t.TempDir(), statements, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	f := files{short: filepath.Join(t.TempDir(), "whole.nq")}
	if _, err := writeGraph(t.Context(), f, statements, statements); err != nil {
		t.Fatal(err)
	}
	quads, _, err := sizeOf(f.short)
	if err != nil || p.PutQuads == 0 || p.Quads+p.PutQuads != quads {
		t.Errorf("%d quads and %d, want %d; %v", p.Quads, p.PutQuads, quads, err)
	}
	if len(p.Asks) != len(questions) || p.LoadMemory == 0 || p.Disk == 0 || p.Put <= 0 {
		t.Errorf("%+v", p)
	}
}

// The absolute spelling is the graph line by line, with a scheme in every name.
func TestSpell(t *testing.T) {
	f := files{filepath.Join(t.TempDir(), "short.nq"), filepath.Join(t.TempDir(), "absolute.nq")}
	if _, err := writeGraph(t.Context(), f, 300, 300); err != nil {
		t.Fatal(err)
	}
	short, absolute := lines(t, f.short), lines(t, f.absolute)
	if len(short) != len(absolute) || len(short) < 5000 {
		t.Fatalf("%d lines and %d", len(short), len(absolute))
	}
	for i, line := range absolute {
		if strings.ReplaceAll(line, "<"+scheme, "<") != short[i] {
			t.Fatalf("%s is %s", short[i], line)
		}
		fields := strings.Fields(line)
		for _, name := range []string{fields[0], fields[1], fields[len(fields)-2]} {
			if !strings.Contains(name, ":") {
				t.Fatalf("%s has no scheme in %s", name, line)
			}
		}
	}
	for line, want := range map[string]string{
		`<st:a> <text> "a <b> <c> \"<d>\" ." <doc:e> .`: `<st:a> <counterclaim:text> "a <b> <c> \"<d>\" ." <doc:e> .`,
		`<actor:a> <name> "A" <actors> .`:               `<actor:a> <counterclaim:name> "A" <counterclaim:actors> .`,
	} {
		if got := string(spell([]byte(line))); got != want {
			t.Errorf("%s is %s, want %s", line, got, want)
		}
	}
}

func lines(t *testing.T, path string) []string {
	t.Helper()
	src, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(src)), "\n")
}

// An answer that is not the same is told by its first row, or by how many rows there are.
func TestDiffer(t *testing.T) {
	a := [][]any{{"x", 1.0}, {"y", nil}}
	for _, c := range []struct {
		b    [][]any
		want string
	}{
		{[][]any{{"x", 1.0}, {"y", nil}}, ""},
		{[][]any{{"x", 1.0}, {"z", nil}}, `row 2 is [y <nil>] and [z <nil>]`},
		{[][]any{{"x", 1.0}}, "2 rows and 1"},
	} {
		if err := differ(a, c.b); (err == nil) != (c.want == "") || err != nil && err.Error() != c.want {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

// found is two systems, one twice as fast as the other in all.
func found() *comparison {
	c := &comparison{Statements: 1000, Quads: 25_000}
	for i, name := range []string{"counterclaim, bolt", yardstick} {
		times := float64(i + 1)
		m := &measured{System: name, Version: "v" + name[:1]}
		for _, spread := range []float64{1, 1.5, .5} {
			r := aRun{Load: times * spread, Disk: 1 << 20, Memory: 1 << 28, Asks: map[string][]float64{}}
			for _, q := range questions {
				r.Asks[q.Name] = []float64{.002 * times * spread}
			}
			m.Runs = append(m.Runs, r)
		}
		c.Systems = append(c.Systems, m)
	}
	c.Systems = append(c.Systems, &measured{System: "rdflib", Absent: "it is <not> installed"})
	return c
}

// The tables have medians with their spread and ratios; the pictures are whole.
func TestPages(t *testing.T) {
	c := found()
	c.Systems[1].Runs[0].Asks["newest"], c.Systems[1].Runs[1].Asks["newest"], c.Systems[1].Runs[2].Asks["newest"] = nil, nil, nil
	c.Systems[1].Runs[0].Failed = map[string]string{"newest": "not in 2m0s"}
	p := c.page()
	for _, want := range []string{
		"| counterclaim, bolt | vc | 25,000 (16,700 to 50,000) | 2.0 | 42 | 1 MiB | 256 MiB (256 MiB to 256 MiB) |",
		"| who speaks for a country, how often | – | **2.0** (1.0 to 3.0) | 4.0 (2.0 to 6.0) |",
		"| the newest statements of a busy speaker | – | **2.0** (1.0 to 3.0) | not in 2m0s |",
		"ahead of cayley, bolt on 10.",
		"rdflib was left out: it is <not> installed.",
		"3 runs, the systems by turns",
	} {
		if !strings.Contains(p.text, want) {
			t.Errorf("%s lacks %s", p.text, want)
		}
	}
	g := &growth{Points: []*point{
		{Size: 1000, Statements: 1000, Quads: 25_000, Load: 1, Disk: 1 << 20, LoadMemory: 1 << 28, Memory: 1 << 29},
		{Size: 10_000, Statements: 9600, Quads: 240_000, Load: 2, Disk: 1 << 24, LoadMemory: 1 << 29, Memory: 1 << 29, PutQuads: 10_000, Put: 1,
			Asks: map[string][]float64{"newest": {.01, .02, .03}}},
	}}
	grown := g.page()
	for _, want := range []string{"| 1,000 | 25,000 | 25,000 | 42 | 1,050 | 256 MiB | – | 512 MiB |", "| 10,000 | 240,000 | 120,000 | 70 | 1,750 | 512 MiB | 10,000 |",
		"| the newest statements of a busy speaker | – | 20 (10 to 30) |"} {
		if !strings.Contains(grown.text, want) {
			t.Errorf("%s lacks %s", grown.text, want)
		}
	}
	for _, picture := range []string{p.picture, grown.picture} {
		if strings.Contains(picture, "NaN") || strings.Contains(picture, "Inf") {
			t.Error("a picture has a place that is no number")
		}
		words := textsOf(t, picture)
		for _, q := range questions {
			if !strings.Contains(words, q.Says) {
				t.Errorf("a picture lacks %q", q.Says)
			}
		}
	}
}

// textsOf returns all words of an SVG, which must be well-formed.
func textsOf(t *testing.T, svg string) string {
	t.Helper()
	var out bytes.Buffer
	for d := xml.NewDecoder(strings.NewReader(svg)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		} else if err != nil {
			t.Fatal(err)
		}
		if words, ok := token.(xml.CharData); ok {
			out.Write(words)
		}
	}
}

// Renewing a page leaves what stands around its tables.
func TestRenew(t *testing.T) {
	folder := t.TempDir()
	file := filepath.Join(folder, "benchmarks.md")
	p := page{"compare", "| new |", "<svg/>"}
	if err := os.WriteFile(file, []byte("nothing to write between"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := renew(folder, p); err == nil || !strings.Contains(err.Error(), "has no lines <!-- compare: written by go run ./bench compare --> and <!-- end of compare -->") {
		t.Error(err)
	}
	before := "# Mine\n<!-- compare: written by go run ./bench compare -->\n\n| old |\n\n<!-- end of compare -->\nmore\n"
	if err := os.WriteFile(file, []byte(before), 0o644); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err := renew(folder, p); err != nil {
			t.Fatal(err)
		}
	}
	if got, want := strings.Join(lines(t, file), "\n")+"\n", strings.Replace(before, "old", "new", 1); got != want {
		t.Errorf("%s, want %s", got, want)
	}
	if got := lines(t, filepath.Join(folder, "pictures", "benchmarks-compare.svg"))[0]; got != p.picture {
		t.Error(got)
	}
}

func TestNumbers(t *testing.T) {
	for v, want := range map[float64]string{0: "0", .0341: "0.034", .5: "0.50", 1.25: "1.2", 9.96: "10", 1234.4: "1,234", math.NaN(): none} {
		if got := round(v); got != want {
			t.Errorf("%v is %s, want %s", v, got, want)
		}
	}
	for v, want := range map[float64]string{166_432: "166,000", 999: "999", 1234: "1,230", 12: "12", math.NaN(): none} {
		if got := thousandsOf(v); got != want {
			t.Errorf("%v is %s, want %s", v, got, want)
		}
	}
}

// Names at the ends of curves stand apart, in their order, and not below the bottom.
func TestApart(t *testing.T) {
	for _, c := range []struct{ places, want []float64 }{
		{[]float64{10, 50}, []float64{10, 50}},
		{[]float64{12, 10}, []float64{26, 10}},
		{[]float64{90, 95, 99}, []float64{68, 84, 100}},
	} {
		if got := apart(c.places, 16, 100); !slices.Equal(got, c.want) {
			t.Errorf("%v apart is %v, want %v", c.places, got, c.want)
		}
	}
}
