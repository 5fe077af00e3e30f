package contrast_test

import (
	"testing"

	"counterclaim/graph"
)

// That an answer is directed at who made the claim weighs less where its words do
// not say so and a loader concluded it from the claim.
func TestASupposedTargetWeighsLess(t *testing.T) {
	back := func(words string) float64 {
		d := graph.Document{ID: "doc:a"}
		got := link(t, []graph.Coding{{Document: d, Statements: []graph.Statement{
			{ID: "st:leak", Document: d.ID, Kinds: []graph.Kind{graph.Attribution}, Speaker: graph.Mention{Actor: "actor:ann-holt"}, Side: "actor:ann-holt", Target: graph.Mention{Actor: "actor:harbour-board"}, TargetSide: "actor:harbour-board", Confidence: 1, Text: "The board hid the leak"},
			{ID: "st:no", Document: d.ID, Kinds: []graph.Kind{graph.Denial}, Speaker: graph.Mention{Actor: "actor:harbour-board"}, Side: "actor:harbour-board", Target: graph.Mention{Actor: "actor:ann-holt", Words: words}, TargetSide: "actor:ann-holt", Confidence: 1, Text: "There was no leak"},
		}}})
		for _, c := range got {
			for _, r := range c.Because {
				if r.Signal == "points back" {
					return r.Weight
				}
			}
		}
		t.Fatalf("no answer that points back: %s", lines(got))
		return 0
	}
	if said, supposed := back("Ann Holt"), back(""); said <= supposed || supposed <= 0 {
		t.Errorf("said %.2f, supposed %.2f", said, supposed)
	}
}
