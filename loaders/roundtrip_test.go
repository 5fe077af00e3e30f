package loaders

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"counterclaim/exports"
	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/actors"
	"counterclaim/seeds"
)

// The seeds, written as an event list of Discourse Network Analyzer and read again, are
// the same statements: who says what, on whose side, of whom, when, in which document, of
// which kind, on which concept and with which agreement; and the same statements answer
// each other. What is lost is said in what follows.
//
//	seeds ──> store ──> exports.Write ──> loaders/dna ──> store
//	            └───────────────── the same ───────────────┘
func TestSeedsGoRoundTheEventList(t *testing.T) {
	book, err := actors.Seeded()
	must(t, err)
	before, after := memory(t), memory(t)
	report, err := Load(t.Context(), before, FindFS(All(book), seeds.Files, "statements", "articles"), nil)
	must(t, err)
	if len(report.Failed) > 0 {
		t.Fatal(report.Failed)
	}
	was := wholeSelection(t, before)
	path := filepath.Join(t.TempDir(), "seeds.csv")
	var list bytes.Buffer
	format, err := exports.Find("dna-csv")
	must(t, err)
	must(t, format.Write(&list, &exports.Content{Selection: was, Texts: texts(t, before, &was)}))
	must(t, os.WriteFile(path, list.Bytes(), 0o644))
	report, err = Load(t.Context(), after, Find(All(book), path), nil)
	must(t, err)
	if len(report.Failed) > 0 || report.Documents[store.Added] != 9 {
		t.Fatalf("%v\n%v", report.Documents, report.Failed)
	}
	is := wholeSelection(t, after)
	if len(is.Positions) != len(was.Positions) || len(was.Positions) < 150 {
		t.Fatalf("%d statements became %d", len(was.Positions), len(is.Positions))
	}
	for i := range was.Positions {
		p := &was.Positions[i]
		same, ok := is.Position(p.Statement.ID)
		if !ok {
			t.Errorf("%s is lost", p.Statement.ID)
			continue
		}
		if a, b := told(&was, p), told(&is, same); !reflect.DeepEqual(a, b) {
			t.Errorf("was %s\nis  %s", a, b)
		}
	}
	if a, b := ends(&was), ends(&is); !slices.Equal(a, b) {
		t.Errorf("contrasts were %d, are %d\n%s\n%s", len(a), len(b), strings.Join(a, "\n"), strings.Join(b, "\n"))
	}
}

// told is what an event list tells of a statement. Not in it are the words by which a
// source names people and why these mean them, the cue, the mode, values, further people
// named, and where in the text the words stand; of documents their text; of contrasts
// their score, basis and rule.
func told(s *graph.Selection, p *graph.Position) []string {
	st := p.Statement
	via := make([]string, len(st.Via))
	for i, m := range st.Via {
		via[i] = m.Actor
	}
	d := p.Document
	name := func(id string) string { return s.Actors[id].Names[0] + " " + string(s.Actors[id].Class) + " " + id }
	out := []string{
		st.ID, fmt.Sprint(st.Kinds), st.Side, st.Target.Actor, st.TargetSide, st.Victim.Actor, fmt.Sprint(via), fmt.Sprint(st.About), st.Text,
		string(st.Certainty), string(st.Polarity), st.Rule, fmt.Sprint(st.Confidence), string(st.Said), p.Concept.ID,
		d.ID, d.Name, d.Title, d.Author, d.Publisher, string(d.Published), d.URL,
	}
	for _, id := range []string{st.Speaker.Actor, st.Side, st.Target.Actor, st.Victim.Actor} {
		if id != "" {
			out = append(out, name(id))
		}
	}
	return out
}

// ends are the contrasts without their reasons.
func ends(s *graph.Selection) []string {
	out := make([]string, len(s.Contrasts))
	for i, c := range s.Contrasts {
		out[i] = c.Counter + " " + string(c.Relation) + " " + c.Claim
	}
	return out
}

func wholeSelection(t *testing.T, db *store.Store) graph.Selection {
	t.Helper()
	documents, err := db.Documents(t.Context())
	must(t, err)
	var ids []string
	for _, d := range documents {
		coding, _, err := db.Coding(t.Context(), d.ID)
		must(t, err)
		for _, s := range coding.Statements {
			ids = append(ids, s.ID)
		}
	}
	selection, err := db.Select(t.Context(), ids)
	must(t, err)
	return selection
}

func texts(t *testing.T, db *store.Store, s *graph.Selection) map[string]string {
	t.Helper()
	var documents []string
	for i := range s.Positions {
		documents = append(documents, s.Positions[i].Document.ID)
	}
	out, err := db.Texts(t.Context(), documents)
	must(t, err)
	return out
}
