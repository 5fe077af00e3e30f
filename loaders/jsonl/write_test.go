package jsonl

import (
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/loaders/loadertest"
)

// exampleText is invented, as are its people and places. The umlaut and the
// quotation marks have more bytes than code points.
const exampleText = "“We did not”, Colonel Müller said, “fire on the market.”"

func spanOf(words string) graph.Span {
	start := strings.Index(exampleText, words)
	return graph.Span{Start: start, End: start + len(words)}
}

// example is a denial found in a text, and a hand-coded accusation.
func example() ([]graph.Coding, []graph.Contrast) {
	veldany := graph.Actor{ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country}
	müller := graph.Actor{ID: "actor:müller", Names: []string{"Jan Müller", "Colonel Müller"}, Class: graph.Person,
		ActsFor: []graph.ActsFor{{Actor: "actor:veldany"}}}
	official := graph.Actor{ID: "actor:unnamed-official-x", Names: []string{"unnamed official"}, Class: graph.Unnamed}
	denial := graph.Statement{
		ID: "st:denial", Document: "doc:text", Kinds: []graph.Kind{graph.Denial}, Side: "actor:veldany",
		Speaker: graph.Mention{Actor: "actor:müller", Words: "Colonel Müller", Span: spanOf("Colonel Müller"), Why: "full name"},
		Content: []graph.Span{spanOf("We did not"), spanOf("fire on the market.")}, Cue: spanOf("said"),
		Text: "We did not fire on the market.", Mode: graph.Direct, Certainty: graph.Firm, Polarity: graph.Rejects, Confidence: .97, Rule: "x-said",
	}
	accusation := graph.Statement{
		ID: "st:x/accusation", Document: "doc:coded", Kinds: []graph.Kind{graph.Attribution}, Said: "2031-05",
		Speaker: graph.Mention{Actor: "actor:unnamed-official-x", Words: "unnamed official", Why: "coder"},
		Via:     []graph.Mention{{Actor: "actor:müller", Words: "Jan Müller", Why: "coder"}},
		Target:  graph.Mention{Actor: "actor:veldany", Words: "Veldany", Why: "coder"}, TargetSide: "actor:veldany",
		Victim: graph.Mention{Actor: "actor:veldany", Words: "Veldany", Why: "coder"},
		Text:   "Troops of Veldany fired <on> the market & left.", Mode: graph.Curated, Certainty: graph.Hedged, Polarity: graph.Affirms, Confidence: 1, Rule: "coder",
	}
	because := []graph.Reason{{Signal: "role swap", Weight: .5, Says: "Veldany answers."}, {Signal: "time", Weight: .1, Says: "One day lies between."}}
	return []graph.Coding{
			{Document: graph.Document{ID: "doc:text", Name: "market.txt", Text: exampleText, Format: "article"}, Statements: []graph.Statement{denial}, Actors: []graph.Actor{müller, veldany}},
			{Document: graph.Document{ID: "doc:coded", Name: "x", Title: "The market", Publisher: "Coastal Wire", Published: "2031-05-02", Format: "curated"},
				Statements: []graph.Statement{accusation}, Actors: []graph.Actor{müller, official, veldany}},
		}, []graph.Contrast{
			{Counter: "st:z", Claim: "st:x/accusation", Relation: graph.Echoes, Basis: graph.AcrossDocs, Rule: "echo", Because: because},
			{Counter: "st:denial", Claim: "st:x/accusation", Relation: graph.Denies, Basis: graph.AcrossDocs, Rule: "denial", Because: because},
		}
}

func TestWriter(t *testing.T) {
	codings, contrasts := example()
	var out strings.Builder
	w := NewWriter(&out)
	for i := range codings {
		must(t, codings[i].Validate())
		must(t, w.Write(&codings[i]))
	}
	must(t, w.EndWith(contrasts))
	loadertest.Golden(t, "testdata/extract.jsonl", []byte(out.String()))
}

func TestWriterOfNothing(t *testing.T) {
	var out strings.Builder
	must(t, NewWriter(&out).EndWith(nil))
	must(t, NewWriter(&out).End())
	if want := "{\"contrasts\":[],\"same\":[],\"documents\":0}\n{\"documents\":0}\n"; out.String() != want {
		t.Errorf("got %q, want %q", out.String(), want)
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
