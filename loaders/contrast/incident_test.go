package contrast_test

import (
	"slices"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/loaders/contrast"
)

// told is the accusation and the denial of two documents, about incidents in the
// places named.
func told(place, other string) []graph.Coding {
	cs := accusation()
	cs[0].Statements[0].Text = "Veldany hacked the computers of " + place + " in the night."
	cs[1].Statements[0].Text = "Nobody hacked any computers of " + other + " in the night."
	for i := range cs {
		cs[i].Actors = []graph.Actor{{ID: "actor:norreland", Names: []string{"Norreland"}, Class: graph.Country}, {ID: "actor:veldany", Names: []string{"Veldany"}, Class: graph.Country}}
		cs[i] = contrast.Incidents(cs[i])
	}
	return cs
}

func TestAnotherIncidentIsNoAnswer(t *testing.T) {
	got := link(t, told("Stavik", "Stavik"))
	if len(got) != 1 || !slices.ContainsFunc(got[0].Because, func(r graph.Reason) bool {
		return r.Says == "both are about the incident attacks through networks stavik 2031"
	}) {
		t.Errorf("got %s, want a denial in one affair", lines(got))
	}
	if got := link(t, told("Stavik", "Brackwater")); len(got) != 0 {
		t.Errorf("got %s, want no contrast", lines(got))
	}
}

func TestIncidents(t *testing.T) {
	about := func(text, said string, concepts ...string) string {
		c := told("", "")[0]
		c.Statements[0].Text, c.Statements[0].Said, c.Statements[0].About = text, graph.Date(said), concepts
		return strings.Join(contrast.Incidents(c).Statements[0].About, " ")
	}
	for _, c := range []struct{ text, said, concept, want string }{
		{"They say that Veldany hacked the Stavik Harbour Board.", "2031-05", "concept:cyber-attack", "concept:cyber-attack incident:attacks-through-networks-stavik-harbour-board-2031"},
		{"The river was poisoned from Chinese ships at Oran Bay.", "", "concept:pollution", "concept:pollution incident:pollution-oran-bay-2031"},
		{"The talks in Stavik go on.", "2031-05", "concept:cyber-security", "concept:cyber-security"},
		{"The lamps were hacked on Monday in May. Finally, they went out.", "2031-05", "concept:cyber-attack", "concept:cyber-attack"},
		{"They hacked the lamps in Stavik.", "2031-05", "incident:lamps", "incident:lamps"},
	} {
		if got := about(c.text, c.said, c.concept); got != c.want {
			t.Errorf("%s: got %s, want %s", c.text, got, c.want)
		}
	}
}
