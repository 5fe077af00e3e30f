package store_test

import (
	"context"
	"fmt"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// A person coded one invented document: an accusation, and a denial of it.
func Example() {
	gull := graph.Actor{ID: "actor:gull-island", Names: []string{"Gull Island"}, Class: graph.Country}
	tern := graph.Actor{ID: "actor:tern-bay", Names: []string{"Tern Bay"}, Class: graph.Country}
	document := graph.Document{Title: "Nets cut", Publisher: "Coastal Wire", Published: "2031-06", Format: "curated"}
	document.ID = graph.DocumentID(document)
	said := func(id string, kind graph.Kind, speaker, target, text string) graph.Statement {
		return graph.Statement{
			ID: id, Document: document.ID, Kinds: []graph.Kind{kind}, Speaker: graph.Mention{Actor: speaker},
			Target: graph.Mention{Actor: target}, Text: text, Mode: graph.Curated, Certainty: graph.Firm,
			Polarity: graph.Affirms, Confidence: 1, Rule: "coder",
		}
	}
	coding := graph.Coding{
		Document: document,
		Statements: []graph.Statement{
			said("st:nets/cut", graph.Attribution, gull.ID, tern.ID, "Boats from Tern Bay cut our nets."),
			said("st:nets/asleep", graph.Denial, tern.ID, gull.ID, "All our boats were in port."),
		},
		Actors: []graph.Actor{gull, tern},
	}
	link := func(context.Context, graph.Change) (graph.Links, error) {
		return graph.Links{Contrasts: []graph.Contrast{{
			Counter: "st:nets/asleep", Claim: "st:nets/cut", Relation: graph.Denies, Basis: graph.CoderBasis, Rule: "coder",
			Because: []graph.Reason{{Signal: "coder", Weight: 1, Says: "A coder says so."}},
		}}}, nil
	}

	ctx := context.Background()
	db, err := store.Open("memory", "")
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	outcomes, _, err := db.Put(ctx, []graph.Coding{coding}, link)
	fmt.Println(outcomes, err)
	answers, err := db.Contrasts(ctx, "st:nets/cut")
	for _, c := range answers {
		answer, _, _ := db.Statement(ctx, c.Counter)
		fmt.Printf("%s: %s\n", c.Relation, answer.Statement.Text)
	}
	fmt.Println(err)
	// Output:
	// [added] <nil>
	// denies: All our boats were in port.
	// <nil>
}
