package networks_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/networks"
)

// says makes a selection of positions, one a line: "actor concept yes|no [date [document]]".
// Actors, concepts and documents are invented.
func says(lines string) *graph.Selection {
	s := &graph.Selection{Actors: map[string]graph.Actor{}}
	for i, line := range strings.Split(strings.TrimSpace(lines), "\n") {
		f := append(strings.Fields(line), "", "")
		actor := "actor:" + f[0]
		p := graph.Position{Concept: graph.Concept{ID: "concept:" + f[1], Name: f[1]}}
		p.Statement = graph.Statement{
			ID: fmt.Sprintf("st:%03d", i), Speaker: graph.Mention{Actor: actor}, Side: "actor:side-" + f[0],
			Kinds: []graph.Kind{graph.Assertion}, Polarity: graph.Affirms, Said: graph.Date(f[3]),
		}
		if f[2] == "no" {
			p.Statement.Polarity = graph.Rejects
			p.Statement.Kinds = []graph.Kind{graph.Denial, graph.Criticism}
		}
		p.Document = graph.Document{ID: "doc:" + f[4], Publisher: "The Invented Times"}
		s.Positions = append(s.Positions, p)
		s.Actors[actor] = graph.Actor{ID: actor, Names: []string{f[0]}, Class: graph.Person}
	}
	s.Sort()
	return s
}

func must(t *testing.T) func(networks.Network, error) networks.Network {
	t.Helper()
	return func(n networks.Network, err error) networks.Network {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return n
	}
}

func period(t *testing.T, s string) networks.Period {
	t.Helper()
	p, err := networks.ParsePeriod(s)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// edges prints a network as "ann-ben 3, ann-cay 2".
func edges(n networks.Network) string {
	var all []string
	for _, e := range n.Edges {
		all = append(all, fmt.Sprintf("%s %v", ends(e), math.Round(e.Weight*1000)/1000))
	}
	return strings.Join(all, ", ")
}

func weights(n networks.Network) map[string]float64 {
	all := map[string]float64{}
	for _, e := range n.Edges {
		all[ends(e)] = e.Weight
	}
	return all
}

func ends(e networks.Edge) string {
	_, source, _ := strings.Cut(e.Source, ":")
	_, target, _ := strings.Cut(e.Target, ":")
	return source + "-" + target
}
