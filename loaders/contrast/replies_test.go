package contrast_test

import (
	"strings"
	"testing"

	"counterclaim/graph"
)

// The words in front of a statement tell that it answers the voice before, or set it
// against that one in the same paragraph; without them the two stand side by side.
func TestTheTextSaysThatItAnswers(t *testing.T) {
	for text, want := range map[string]bool{
		"Ann Holt said the quay was safe. In response the harbour board said divers saw cracks.":               true,
		"Ann Holt said the quay was safe. The harbour board countered that divers saw cracks.":                 true,
		"Ann Holt said the quay was safe. The harbour board said divers saw cracks.":                           false,
		"Ann Holt said the quay was safe. The captain replied late. The harbour board said divers saw cracks.": false,
		"Ann Holt said the quay was safe. The harbour board disputed that. It said divers saw cracks.":         true,
		"Ann Holt said the quay was safe. The harbour board sees it differently. It said divers saw cracks.":   true,
		"Ann Holt said the quay was safe, but the harbour board said divers saw cracks.":                       true,
		"Ann Holt said the quay was safe. The harbour board insisted that divers saw cracks.":                  true,
		"Ann Holt said the quay was safe.\n\nBut the harbour board said divers saw cracks.":                    false,
	} {
		d := graph.Document{ID: "doc:a", Text: text}
		statement := func(id, speaker, words string) graph.Statement {
			i := strings.Index(text, words)
			return graph.Statement{ID: id, Document: d.ID, Kinds: []graph.Kind{graph.Assertion}, Speaker: graph.Mention{Actor: speaker}, Side: speaker, Confidence: 1, Text: words, Content: []graph.Span{{Start: i, End: i + len(words)}}}
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
