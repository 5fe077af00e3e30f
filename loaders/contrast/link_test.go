package contrast_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/diff"
	"github.com/rogpeppe/go-internal/txtar"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/contrast"
	"counterclaim/loaders/curated"
)

var update = flag.Bool("update", false, "write the contrasts found into the cases")

// statements is the size of the largest graph that the benchmarks link.
var statements = flag.Int("statements", 100_000, "statements of the largest graph that is linked")

// Each case is hand-coded documents and the contrasts between their statements.
func TestLink(t *testing.T) {
	paths, _ := filepath.Glob("testdata/*.txtar")
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			last := len(archive.Files) - 1
			got := lines(link(t, codings(t, archive.Files[:last])))
			if *update {
				archive.Files[last].Data = got
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if want := archive.Files[last].Data; !bytes.Equal(got, want) {
				t.Errorf("%s", diff.Diff("want", want, "got", got))
			}
		})
	}
}

func codings(t *testing.T, files []txtar.File) []graph.Coding {
	t.Helper()
	book, err := actors.Seeded()
	if err != nil {
		t.Fatal(err)
	}
	var out []graph.Coding
	for _, f := range files {
		cs, err := curated.New(book).Read(f.Name, f.Data)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cs {
			out = append(out, contrast.Incidents(c))
		}
	}
	return out
}

func link(t *testing.T, cs []graph.Coding) []graph.Contrast {
	t.Helper()
	links, err := contrast.Link(context.Background(), graph.Change{Accepted: cs}, nil)
	if err != nil {
		t.Fatal(err)
	}
	found := links.Contrasts
	for i := range found {
		if err := found[i].Validate(); err != nil {
			t.Error(err)
		}
	}
	return found
}

// lines writes each contrast with its reasons below.
func lines(cs []graph.Contrast) []byte {
	var b bytes.Buffer
	for i := range cs {
		c := &cs[i]
		fmt.Fprintf(&b, "%s %s %s  %.2f %s, %s\n", strings.TrimPrefix(c.Counter, "st:"), c.Relation, strings.TrimPrefix(c.Claim, "st:"), c.Score(), c.Basis, c.Rule)
		for _, r := range c.Because {
			fmt.Fprintf(&b, "  %s\n", r)
		}
	}
	return b.Bytes()
}

// accusation is Norreland accusing Veldany, and Veldany denying it the day after.
func accusation() []graph.Coding {
	claim := graph.Statement{ID: "st:claim", Document: "doc:a", Kinds: []graph.Kind{graph.Attribution}, Side: "actor:norreland", TargetSide: "actor:veldany",
		Speaker: graph.Mention{Actor: "actor:norreland"}, About: []string{"concept:cyber-attack"}, Text: "Veldany hacked the lamps of the northern buoys.", Said: "2031-05-04"}
	denial := graph.Statement{ID: "st:denial", Document: "doc:b", Kinds: []graph.Kind{graph.Denial}, Side: "actor:veldany",
		Speaker: graph.Mention{Actor: "actor:veldany"}, About: []string{"concept:cyber-attack"}, Text: "Nobody hacked any northern buoys.", Said: "2031-05-05"}
	return []graph.Coding{
		{Document: graph.Document{ID: "doc:a", Published: "2031-05-04"}, Statements: []graph.Statement{claim}},
		{Document: graph.Document{ID: "doc:b", Published: "2031-05-05"}, Statements: []graph.Statement{denial}},
	}
}

// An edge needs all that it rests on: take one thing away and it is gone.
func TestWhatAnEdgeNeeds(t *testing.T) {
	if got := link(t, accusation()); len(got) != 1 || got[0].Relation != graph.Denies || got[0].Counter != "st:denial" {
		t.Fatalf("got %+v, want the denial", got)
	}
	for name, change := range map[string]func(claim, denial *graph.Statement){
		"the actors are swapped": func(c, d *graph.Statement) {
			c.Side, c.TargetSide, d.Side = c.TargetSide, c.Side, c.Side
			d.Side = "actor:veldany"
		},
		"the claim comes later":         func(c, d *graph.Statement) { c.Said, d.Said = "2031-05-09", "2031-05-05" },
		"both are of one side":          func(c, d *graph.Statement) { c.Side = "actor:veldany" },
		"they are about other acts":     func(c, d *graph.Statement) { d.About = []string{"concept:pollution"} },
		"nobody is accused":             func(c, d *graph.Statement) { c.TargetSide = "" },
		"they are half a year apart":    func(c, d *graph.Statement) { d.Said = "2031-11-04" },
		"nobody knows when it was said": func(c, d *graph.Statement) { c.Said = "" },
		"nothing says it is one affair": func(c, d *graph.Statement) { d.Text = "It was not us." },
		"nothing is denied":             func(c, d *graph.Statement) { d.Kinds = []graph.Kind{graph.Assertion} },
	} {
		t.Run(name, func(t *testing.T) {
			cs := accusation()
			change(&cs[0].Statements[0], &cs[1].Statements[0])
			if got := link(t, cs); len(got) != 0 {
				t.Errorf("got %s, want no contrast", lines(got))
			}
		})
	}
}

// A signal changes the score by its weight, and by nothing else.
func TestScoreFollowsTheSignal(t *testing.T) {
	full := link(t, accusation())[0]
	cs := accusation()
	cs[1].Statements[0].About = append(cs[1].Statements[0].About, "concept:evidence") // one thing more: nothing changes
	if again := link(t, cs)[0]; again.Score() != full.Score() {
		t.Errorf("score %v, want %v", again.Score(), full.Score())
	}
	cs[1].Statements[0].Text = "Nobody hacked any northern lamps on any of the buoys."
	more := link(t, cs)[0]
	words := func(c graph.Contrast) float64 {
		for _, r := range c.Because {
			if r.Signal == "same words" {
				return r.Weight
			}
		}
		return 0
	}
	gained := words(more) - words(full)
	if gained <= 0 || fmt.Sprintf("%.4f", full.Score()+gained) != fmt.Sprintf("%.4f", more.Score()) {
		t.Errorf("score %v with words of weight %v, %v with words of weight %v", full.Score(), words(full), more.Score(), words(more))
	}
}

// Loaded in two runs, in either order, two documents have the contrasts that they
// have when loaded at once.
func TestLaterRunsFindTheSame(t *testing.T) {
	ctx := context.Background()
	cs := accusation()
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		db, err := store.Open("memory", "")
		if err != nil {
			t.Fatal(err)
		}
		defer db.Close()
		var got []graph.Contrast
		for _, i := range order {
			c := cs[i]
			c.Document.Format = "article"
			c.Statements[0].Mode, c.Statements[0].Certainty, c.Statements[0].Polarity = graph.Curated, graph.Firm, graph.Affirms
			c.Actors = []graph.Actor{{ID: "actor:norreland", Names: []string{"Norreland"}, Class: graph.Country}, {ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country}}
			_, found, err := db.Put(ctx, []graph.Coding{c}, func(ctx context.Context, change graph.Change) (graph.Links, error) {
				return contrast.Link(ctx, change, db)
			})
			if err != nil {
				t.Fatal(err)
			}
			got = append(got, found...)
		}
		if want := link(t, cs); !bytes.Equal(lines(got), lines(want)) {
			t.Errorf("order %v: got %s, want %s", order, lines(got), lines(want))
		}
	}
}
