package contrast_test

import (
	"strings"
	"testing"

	"counterclaim/graph"
)

// The word in front of a statement tells that it answers the voice before; the
// same words without it stand side by side.
func TestTheTextSaysThatItAnswers(t *testing.T) {
	for text, want := range map[string]bool{
		"Ann Holt said the quay was safe. In response the harbour board said divers saw cracks.":               true,
		"Ann Holt said the quay was safe. The harbour board countered that divers saw cracks.":                 true,
		"Ann Holt said the quay was safe. The harbour board said divers saw cracks.":                           false,
		"Ann Holt said the quay was safe. The captain replied late. The harbour board said divers saw cracks.": false,
	} {
		d := graph.Document{ID: "doc:a", Text: text}
		statement := func(id, speaker, words string) graph.Statement {
			i := strings.Index(text, words)
			return graph.Statement{ID: id, Document: d.ID, Kinds: []graph.Kind{graph.Assertion}, Speaker: graph.Mention{Actor: speaker}, Side: speaker, Text: words, Content: []graph.Span{{Start: i, End: i + len(words)}}}
		}
		got := link(t, []graph.Coding{{Document: d, Statements: []graph.Statement{
			statement("st:safe", "actor:ann-holt", "the quay was safe"),
			statement("st:cracks", "actor:harbour-board", "divers saw cracks"),
		}}})
		if found := len(got) == 1 && got[0].Counter == "st:cracks"; found != want {
			t.Errorf("%s\n%s, want an answer: %v", text, lines(got), want)
		}
	}
}
