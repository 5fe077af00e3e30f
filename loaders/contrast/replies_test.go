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
		"Ann Holt said the quay was safe. The harbour board replied that divers saw cracks.":                   false, // who replies need not contradict
		"Ann Holt said the quay was safe. But the harbour board said divers saw cracks.":                       false,
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

// Who has answered the claim goes on answering in the paragraph, until the words
// turn to something else with a "but".
func TestAnAnswerGoesOn(t *testing.T) {
	for text, want := range map[string]int{
		"Ann Holt said the quay was safe. The harbour board disputed her account, and said divers saw cracks.":                  2,
		"Ann Holt said the quay was safe. The harbour board disputed her account, but said divers saw cracks.":                  1,
		"Ann Holt said the quay was safe. The harbour board disputed her account.\n\nIn the evening it said divers saw cracks.": 1,
	} {
		d := graph.Document{ID: "doc:a", Text: text}
		statement := func(id, speaker string, kind graph.Kind, words string) graph.Statement {
			i := strings.Index(text, words)
			return graph.Statement{ID: id, Document: d.ID, Kinds: []graph.Kind{kind}, Speaker: graph.Mention{Actor: speaker}, Side: speaker, Confidence: 1, Text: words, Content: []graph.Span{{Start: i, End: i + len(words)}}}
		}
		got := link(t, []graph.Coding{{Document: d, Statements: []graph.Statement{
			statement("st:safe", "actor:ann-holt", graph.Assertion, "the quay was safe"),
			statement("st:account", "actor:harbour-board", graph.Denial, "her account"),
			statement("st:cracks", "actor:harbour-board", graph.Assertion, "divers saw cracks"),
		}}})
		if len(got) != want {
			t.Errorf("%s\n%s, want %d", text, lines(got), want)
		}
	}
}

// Plain words answer one another only where both are somebody's.
func TestOnlyVoicesAnswer(t *testing.T) {
	const text = "Ann Holt said the quay was safe, but divers saw cracks."
	d := graph.Document{ID: "doc:a", Text: text}
	for speaker, want := range map[string]bool{"actor:harbour-board": true, "actor:unnamed-divers-union-a": true, "actor:unnamed-series-of-tests-a": false} {
		statement := func(id, speaker, words string) graph.Statement {
			i := strings.Index(text, words)
			return graph.Statement{ID: id, Document: d.ID, Kinds: []graph.Kind{graph.Assertion}, Speaker: graph.Mention{Actor: speaker}, Confidence: 1, Text: words, Content: []graph.Span{{Start: i, End: i + len(words)}}}
		}
		got := link(t, []graph.Coding{{Document: d, Statements: []graph.Statement{statement("st:safe", "actor:ann-holt", "the quay was safe"), statement("st:cracks", speaker, "divers saw cracks")}}})
		if (len(got) == 1) != want {
			t.Errorf("%s: %s, want an answer: %v", speaker, lines(got), want)
		}
	}
}
