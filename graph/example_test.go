package graph_test

import (
	"fmt"

	"counterclaim/graph"
)

// One statement of an invented document that a person coded.
func ExampleCodingQuads() {
	document := graph.Document{Title: "Nets cut", Publisher: "Coastal Wire", Published: "2031-06", Format: "curated"}
	document.ID = graph.DocumentID(document)
	coding := graph.Coding{
		Document: document,
		Statements: []graph.Statement{{
			ID: "st:nets/asleep", Document: document.ID, Kinds: []graph.Kind{graph.Denial},
			Speaker: graph.Mention{Actor: "actor:tern-bay"}, Text: "All our boats were in port.", Mode: graph.Curated,
			Certainty: graph.Firm, Polarity: graph.Rejects, Confidence: 1, Rule: "coder",
			Answers: []graph.Answer{{Claim: "st:nets/cut", Relation: graph.Denies}},
		}},
		Actors: []graph.Actor{{ID: "actor:tern-bay", Names: []string{"Tern Bay"}, Class: graph.Country}},
	}
	if err := coding.Validate(); err != nil {
		fmt.Println(err)
	}
	for _, q := range append(graph.CodingQuads(&coding), graph.ActorQuads(&coding.Actors[0])...) {
		fmt.Println(q.NQuad())
	}
	// Output:
	// <doc:58cd69c8852b> <type> <class:document> <doc:58cd69c8852b> .
	// <doc:58cd69c8852b> <title> "Nets cut" <doc:58cd69c8852b> .
	// <doc:58cd69c8852b> <publisher> "Coastal Wire" <doc:58cd69c8852b> .
	// <doc:58cd69c8852b> <published> "2031-06" <doc:58cd69c8852b> .
	// <doc:58cd69c8852b> <format> "curated" <doc:58cd69c8852b> .
	// <st:nets/asleep> <type> <class:statement> <doc:58cd69c8852b> .
	// <st:nets/asleep> <document> <doc:58cd69c8852b> <doc:58cd69c8852b> .
	// <st:nets/asleep> <kind> <kind:denial> <doc:58cd69c8852b> .
	// <st:nets/asleep> <speaker> <actor:tern-bay> <doc:58cd69c8852b> .
	// <st:nets/asleep> <text> "All our boats were in port." <doc:58cd69c8852b> .
	// <st:nets/asleep> <mode> "curated" <doc:58cd69c8852b> .
	// <st:nets/asleep> <certainty> "firm" <doc:58cd69c8852b> .
	// <st:nets/asleep> <polarity> "rejects" <doc:58cd69c8852b> .
	// <st:nets/asleep> <month> <month:2031-06> <doc:58cd69c8852b> .
	// <st:nets/asleep> <confidence> "1E+00"^^<schema:Float> <doc:58cd69c8852b> .
	// <st:nets/asleep> <rule> "coder" <doc:58cd69c8852b> .
	// <st:nets/asleep> <answers> "denies|st:nets/cut|" <doc:58cd69c8852b> .
	// <st:nets/asleep> <takes-up> "st:nets/cut" <doc:58cd69c8852b> .
	// <actor:tern-bay> <type> <class:actor> <actors> .
	// <actor:tern-bay> <name> "Tern Bay" <actors> .
	// <actor:tern-bay> <class> "country" <actors> .
}

func ExampleContrastQuads() {
	contrast := graph.Contrast{
		Counter: "st:nets/asleep", Claim: "st:nets/cut", Relation: graph.Denies, Basis: graph.CoderBasis, Rule: "coder",
		Because: []graph.Reason{{Signal: "coder", Weight: 1, Says: "They name the nets."}},
	}
	for _, q := range graph.ContrastQuads(&contrast, "doc:123456789abc") {
		fmt.Println(q.NQuad())
	}
	// Output:
	// <contrast:e6649c1dff022c3f> <type> <class:contrast> <doc:123456789abc> .
	// <contrast:e6649c1dff022c3f> <counter> <st:nets/asleep> <doc:123456789abc> .
	// <contrast:e6649c1dff022c3f> <claim> <st:nets/cut> <doc:123456789abc> .
	// <contrast:e6649c1dff022c3f> <relation> <relation:denies> <doc:123456789abc> .
	// <contrast:e6649c1dff022c3f> <basis> "curated" <doc:123456789abc> .
	// <contrast:e6649c1dff022c3f> <score> "1E+00"^^<schema:Float> <doc:123456789abc> .
	// <contrast:e6649c1dff022c3f> <rule> "coder" <doc:123456789abc> .
	// <contrast:e6649c1dff022c3f> <because> "+1.00 coder: They name the nets." <doc:123456789abc> .
	// <st:nets/asleep> <denies> <st:nets/cut> <doc:123456789abc> .
}
