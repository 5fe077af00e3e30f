package store_test

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/graph/synthetic"
)

// TestConcepts shows what statements take a position on:
//
//	incident:strike <--about-- claim <--denies-- denial <--echoes-- echo
//	               lone <--denies-- reply        round <--denies--> about
//	concept:harbours <--about-- coded (by hand)  concept:harbours <--about-- topic (found)
func TestConcepts(t *testing.T) {
	lines := []string{"claim about incident:strike", "denial denies st:claim", "echo echoes st:denial", "reply denies st:lone",
		"round denies st:around", "around denies st:round", "coded about concept:harbours", "topic about concept:harbours", "coded about incident:strike"}
	var quads strings.Builder
	for _, id := range []string{"claim", "denial", "echo", "lone", "reply", "round", "around", "coded", "topic"} {
		rule, polarity := "verb", "affirms"
		if id == "coded" {
			rule = "coder"
		}
		if id == "denial" || id == "reply" {
			polarity = "rejects"
		}
		fmt.Fprintf(&quads, "<st:%s> <type> <class:statement> <doc:d> .\n<st:%[1]s> <document> <doc:d> <doc:d> .\n<st:%[1]s> <text> \"The %[1]s.\" <doc:d> .\n", id)
		fmt.Fprintf(&quads, "<st:%s> <mode> \"direct\" <doc:d> .\n<st:%[1]s> <rule> %q <doc:d> .\n<st:%[1]s> <polarity> %[3]q <doc:d> .\n", id, rule, polarity)
	}
	for _, l := range lines {
		f := strings.Fields(l)
		fmt.Fprintf(&quads, "<st:%s> <%s> <%s> <doc:d> .\n", f[0], f[1], f[2])
	}
	want := map[string]string{
		"claim": "incident:strike true strike", "denial": "incident:strike false strike", "echo": "incident:strike true strike",
		"lone": "st:lone true “The lone.”", "reply": "st:lone false “The lone.”", "coded": "concept:harbours true harbours",
		"topic": "st:topic true “The topic.”", "round": "st:around true “The around.”", "around": "st:around true “The around.”",
	}
	onEach(t, func(t *testing.T, db *store.Store) {
		if err := db.ReadQuads(t.Context(), strings.NewReader(quads.String()), nil); err != nil {
			t.Fatal(err)
		}
		ids := []string{"st:nobody"}
		for id := range want {
			ids = append(ids, "st:"+id)
		}
		selection, err := db.Select(t.Context(), ids)
		if err != nil || len(selection.Positions) != len(want) {
			t.Fatalf("%d positions, %v", len(selection.Positions), err)
		}
		for _, p := range selection.Positions {
			id := strings.TrimPrefix(p.Statement.ID, "st:")
			if got := fmt.Sprint(p.Concept.ID, " ", p.Agrees(), " ", p.Concept.Name); got != want[id] {
				t.Errorf("%s: got %s, want %s", id, got, want[id])
			}
			script := fmt.Sprintf(`const [s] = statementsOf([%q]); g.emit(s.concept + " " + s.agrees + " " + s.concept_name)`, p.Statement.ID)
			err := db.Gizmo(t.Context(), "", script, nil, func(row map[string]any) error {
				if row["value"] != want[id] {
					t.Errorf("%s: a script gets %v, want %s", id, row["value"], want[id])
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		}
	})
}

// A selection has the contrasts among what was picked and no others, and is the same on
// every backend.
func TestSelect(t *testing.T) {
	var selections []graph.Selection
	onEach(t, func(t *testing.T, db *store.Store) {
		var ids []string
		for batch := range synthetic.Batches(3, 600, 200) {
			if _, _, err := db.Put(t.Context(), batch.Codings, batch.Link); err != nil {
				t.Fatal(err)
			}
			for _, c := range batch.Codings {
				for i, s := range c.Statements {
					if i%2 == 0 {
						ids = append(ids, s.ID)
					}
				}
			}
		}
		selection, err := db.Select(t.Context(), ids)
		if err != nil || len(selection.Positions) != len(ids) {
			t.Fatalf("%d positions of %d, %v", len(selection.Positions), len(ids), err)
		}
		if len(selection.Contrasts) == 0 {
			t.Error("no contrast among them")
		}
		for _, c := range selection.Contrasts {
			_, counter := selection.Position(c.Counter)
			_, claim := selection.Position(c.Claim)
			if !counter || !claim {
				t.Errorf("%s %s %s: one of them was not picked", c.Counter, c.Relation, c.Claim)
			}
		}
		for _, p := range selection.Positions {
			for _, id := range p.Statement.ActorIDs() {
				if selection.Name(id) == id {
					t.Errorf("%s has no name", id)
				}
			}
		}
		selections = append(selections, selection)
	})
	for _, s := range selections[1:] {
		if !reflect.DeepEqual(s, selections[0]) {
			t.Error("the backends give different selections")
		}
	}
}
