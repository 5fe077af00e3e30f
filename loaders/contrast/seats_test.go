package contrast_test

import (
	"fmt"
	"strings"
	"testing"

	"counterclaim/graph"
)

// An earlier claim of the same week takes the seat of the last one. A denial that
// answered that one stands too late for the newcomer: only the loss of the seat
// tells that it must be looked at again.
func TestAClaimThatLosesItsSeatIsAnsweredNoMore(t *testing.T) {
	var claims []graph.Coding
	for i := range 8 {
		claims = append(claims, saying(fmt.Sprint("claim-", i), "2031-05-20", graph.Attribution, "actor:norreland", "actor:veldany"))
	}
	denial := saying("denial", "2031-07-02", graph.Denial, "actor:veldany", "")
	newcomer := saying("newcomer", "2031-05-16", graph.Attribution, "actor:norreland", "actor:veldany")

	one := memory(t)
	put(t, one, append(claims, denial)...)
	if n := strings.Count(quadsOf(t, one), "<relation:denies>"); n != len(claims) {
		t.Fatalf("%d claims denied, want all %d", n, len(claims))
	}
	put(t, one, newcomer)
	whole := memory(t)
	put(t, whole, append(claims, denial, newcomer)...)
	if got, want := quadsOf(t, one), quadsOf(t, whole); got != want {
		t.Error("the newcomer put in later gives another graph than together with the others")
	}
}

// saying is a document with one statement.
func saying(name string, day graph.Date, kind graph.Kind, side, target string) graph.Coding {
	d := graph.Document{Name: name, Publisher: name, URL: "https://paper.example/" + name, Published: day, Format: "article"}
	d.ID = graph.DocumentID(d)
	return graph.Coding{
		Document: d,
		Actors: []graph.Actor{
			{ID: "actor:norreland", Names: []string{"Norreland"}, Class: graph.Country},
			{ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country},
		},
		Statements: []graph.Statement{{
			ID: "st:" + name, Document: d.ID, Kinds: []graph.Kind{kind}, Speaker: graph.Mention{Actor: side}, Side: side, TargetSide: target, About: []string{"concept:cyber-attack"},
			Text: "They hacked the lamps and the buoys of Stavik.", Said: day, Mode: graph.Curated, Certainty: graph.Firm, Polarity: graph.Affirms, Rule: "coder", Confidence: 1,
		}},
	}
}
