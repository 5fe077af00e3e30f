package plots

import (
	"fmt"
	"slices"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/synthetic"
)

// selection invents one of n statements.
func selection(t testing.TB, n int) graph.Selection {
	t.Helper()
	s := graph.Selection{Actors: map[string]graph.Actor{}}
	for batch := range synthetic.Batches(1, n, n) {
		for _, c := range batch.Codings {
			for _, statement := range c.Statements {
				s.Positions = append(s.Positions, graph.Position{Placed: graph.Placed{Statement: statement, Document: c.Document}, Words: statement.Text})
			}
			for _, a := range c.Actors {
				s.Actors[a.ID] = a
			}
		}
		s.Contrasts = append(s.Contrasts, batch.Contrasts...)
	}
	s.Positions = s.Positions[:n]
	return only(s)
}

// only sorts a selection and takes out the contrasts that are not among its positions.
func only(s graph.Selection) graph.Selection {
	s.Sort()
	s.Contrasts = slices.DeleteFunc(s.Contrasts, func(c graph.Contrast) bool {
		_, counter := s.Position(c.Counter)
		_, claim := s.Position(c.Claim)
		return !counter || !claim
	})
	return s
}

// spread gives the statements dates of all precisions, and none, over three years, and
// gives every tenth an unnamed speaker and some a second kind; more statements than it
// invents answer one another.
func spread(s graph.Selection) graph.Selection {
	relations := graph.Relations
	for i := range s.Positions {
		p := &s.Positions[i]
		p.Statement.Said = []graph.Date{
			graph.Date(fmt.Sprintf("203%d-%02d-%02d", i%3, 1+i*7%12, 1+i*11%28)),
			graph.Date(fmt.Sprintf("203%d-%02d", i%3, 1+i*5%12)), "2031", "2031-05-03", "",
		}[i%5]
		p.Document.Published = ""
		p.Statement.Kinds = graph.SortKinds([]graph.Kind{p.Statement.Kinds[0], graph.Kinds[i%13].Kind})
		if i%10 == 0 {
			id := fmt.Sprintf("actor:unnamed-%d", i)
			s.Actors[id] = graph.Actor{ID: id, Names: []string{"unnamed official"}, Class: graph.Unnamed}
			p.Statement.Speaker.Actor, p.Statement.Side = id, ""
		}
		if i > 2 {
			claim := s.Positions[i*i%i/2+i%3].Statement.ID
			s.Contrasts = append(s.Contrasts, contrast(p.Statement.ID, claim, relations[i%len(relations)].Relation))
		}
	}
	return only(s)
}

func contrast(counter, claim string, r graph.Relation) graph.Contrast {
	return graph.Contrast{Counter: counter, Claim: claim, Relation: r, Basis: graph.AcrossDocs, Because: []graph.Reason{{Signal: "invented", Weight: .8, Says: "Invented."}}}
}

// quarrel is a small selection of invented statements with names that are hard to print.
func quarrel() graph.Selection {
	names := map[string]string{
		"norreland": "Norreland", "veldany": "Veldany", "osk": `Mirela "Mira" Osk`, "brandt": "Aksel <b>Brandt</b> & Sons",
		"paper": "海岸日报", "office": "National Office for the Protection of Networks, Harbours and Lighthouses of Norreland",
	}
	s := graph.Selection{Actors: map[string]graph.Actor{}, Picked: []string{"since=2031", "min_confidence=0.7"}}
	for id, name := range names {
		s.Actors["actor:"+id] = graph.Actor{ID: "actor:" + id, Names: []string{name}, Class: graph.Organisation}
	}
	add := func(id, speaker, side, said, words string, kinds ...graph.Kind) {
		s.Positions = append(s.Positions, graph.Position{Words: words, Placed: graph.Placed{
			Statement: graph.Statement{ID: "st:" + id, Speaker: graph.Mention{Actor: "actor:" + speaker}, Side: "actor:" + side, Said: graph.Date(said), Kinds: kinds},
			Document:  graph.Document{ID: "doc:" + speaker, Publisher: "Stavik Courier"},
		}})
	}
	add("a", "office", "norreland", "2031-05-03", "Boats from Veldany burned the harbour.", graph.Attribution)
	add("b", "osk", "veldany", "2031-05-04", `“No boat of ours was out.” <script>alert("no")</script>`, graph.Denial, graph.Victimhood)
	add("c", "brandt", "norreland", "2031-05-04", "The log files show who was out.", graph.Assertion)
	add("d", "paper", "veldany", "2031-06", "这一指控毫无根据。", graph.Criticism)
	add("e", "osk", "veldany", "", "Veldany suffers most from fires.", graph.Victimhood)
	add("f", "office", "norreland", "2034-01-10", "Norreland asks for the log files.", graph.Demand)
	s.Contrasts = []graph.Contrast{
		contrast("st:b", "st:a", graph.Denies), contrast("st:d", "st:a", graph.Criticises), contrast("st:e", "st:a", graph.ClaimsVictimhood),
		contrast("st:c", "st:b", graph.Rebuts), contrast("st:c", "st:a", graph.Echoes),
	}
	s.Sort()
	return s
}
