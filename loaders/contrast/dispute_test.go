package contrast_test

import (
	"testing"

	"counterclaim/graph"
)

// Two neighbours speak in turn, one of the other. Where the article tells of a
// dispute that is an answer; among many voices that are against nobody it needs a
// claim or an answer that is.
func TestTurnsAnswerOnlyInADispute(t *testing.T) {
	statement := func(id, speaker, target string, kind graph.Kind, words string) graph.Statement {
		return graph.Statement{ID: id, Document: "doc:a", Kinds: []graph.Kind{kind}, Speaker: graph.Mention{Actor: speaker}, Side: speaker,
			Target: graph.Mention{Actor: target}, TargetSide: target, Confidence: 1, Text: words}
	}
	const orla, ferry, voter = "actor:orla-venn", "actor:stavik-ferries", "actor:a-voter"
	crowd := func(n int) []graph.Statement {
		out := []graph.Statement{}
		for i := range n {
			out = append(out, statement("st:crowd"+string(rune('a'+i)), voter+string(rune('a'+i)), "", graph.Assertion, "the band was good"))
		}
		return out
	}
	for name, tt := range map[string]struct {
		statements []graph.Statement
		want       bool
	}{
		"plain words about it, among many": {append([]graph.Statement{
			statement("st:claim", orla, ferry, graph.Assertion, "Stavik Ferries was founded by two cousins"),
			statement("st:counter", ferry, "", graph.Assertion, "the summer was fine")}, crowd(12)...), false},
		"a criticism and a word of it, among many": {append([]graph.Statement{
			statement("st:claim", orla, ferry, graph.Criticism, "the crossing is a disgrace"),
			statement("st:counter", ferry, "", graph.Assertion, "the crossing takes an hour")}, crowd(12)...), true},
		"a criticism and something else": {append([]graph.Statement{
			statement("st:claim", orla, ferry, graph.Criticism, "the crossing is a disgrace"),
			statement("st:counter", ferry, "", graph.Assertion, "the summer was fine")}, crowd(12)...), false},
		"a no to it, in a dispute": {[]graph.Statement{
			statement("st:claim", orla, ferry, graph.Assertion, "the boats are late"),
			statement("st:counter", ferry, orla, graph.Assertion, "no boat was late"),
			statement("st:fight", orla, ferry, graph.Criticism, "a disgrace")}, true},
	} {
		got := link(t, []graph.Coding{{Document: graph.Document{ID: "doc:a"}, Statements: tt.statements}})
		found := false
		for _, c := range got {
			found = found || c.Counter == "st:counter" && c.Claim == "st:claim"
		}
		if found != tt.want {
			t.Errorf("%s: %s, want an answer: %v", name, lines(got), tt.want)
		}
	}
}
