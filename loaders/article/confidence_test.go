package article

import (
	"fmt"
	"strings"
	"testing"

	"counterclaim/graph"
)

// confidence.txt has a row for every sign and for rules that it does not know.
func TestConfidenceFile(t *testing.T) {
	m, err := readConfidence(confidenceFile)
	if err != nil {
		t.Fatal(err)
	}
	if share, ok := m.rules[anyRule]; !ok || share <= 0 || share >= 1 {
		t.Errorf("any other rule has the share %v", share)
	}
	for _, s := range m.signs {
		if !strings.Contains(confidenceFile, "\t"+s.Name+"\n") {
			t.Errorf("no row for the sign %q; run go run ./loaders/article/calibrate", s.Name)
		}
		if s.Odds <= 0 || s.Says == "" {
			t.Errorf("sign %q has the odds %v and says %q", s.Name, s.Odds, s.Says)
		}
	}
	for line, want := range map[string]string{
		"rule 0.5 1 x":     `confidence.txt: "rule 0.5 1 x"; allowed is rule or sign, a number, a count and a name, with tabs between`,
		"rule\thalf\t1\tx": `confidence.txt: "rule\thalf\t1\tx": strconv.ParseFloat: parsing "half": invalid syntax`,
	} {
		if _, err := readConfidence(line); fmt.Sprint(err) != want {
			t.Errorf("got  %v\nwant %s", err, want)
		}
	}
}

// Two statements of an invented mayor, by one rule: what is seen of each tells
// which to trust.
func TestConfidenceFollowsTheSigns(t *testing.T) {
	const text = `"The ferry will be late on every day of the week," said Mayor Ida Holm of Stavik. She could call for help.`
	span := func(words string) graph.Span {
		i := strings.Index(text, words)
		return graph.Span{Start: i, End: i + len(words)}
	}
	firm := graph.Statement{Rule: "subject before cue", Mode: graph.Direct, Text: "The ferry will be late on every day of the week,", Cue: span("said"),
		Speaker: graph.Mention{Actor: "actor:ida-holm", Words: "Mayor Ida Holm", Why: "full name"}}
	loose := graph.Statement{Rule: "subject before cue", Mode: graph.Indirect, Text: "for help", Cue: span("call"),
		Speaker: graph.Mention{Actor: "actor:ida-holm", Words: "She", Why: `pronoun: the last speaker who can be "she"`}}
	high, base := Confidence(&firm, text)
	if got := namesOf(Seen(&firm, text)); got != "plain word, verbatim, speaker named" {
		t.Errorf("signs %s", got)
	}
	low, same := Confidence(&loose, text)
	if got := namesOf(Seen(&loose, text)); got != "supposed, short, topic, speaker named" {
		t.Errorf("signs %s", got)
	}
	if base != same || high < base || low > base || high > 1 || low < 0 {
		t.Errorf("from %v and %v: %v and %v", base, same, high, low)
	}
	loose.Rule = "a rule to come"
	if c, base := Confidence(&loose, text); base != confidences().rules[anyRule] || c <= 0 || c >= base {
		t.Errorf("a rule without a row: %v of %v", c, base)
	}
}

func namesOf(signs []Sign) string {
	var names []string
	for _, s := range signs {
		names = append(names, s.Name)
	}
	return strings.Join(names, ", ")
}
