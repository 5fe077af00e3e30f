package store

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// A script sees the same of a statement however it asks: emitted whole, spread
// into another object, or as JSON; what it sets stays.
func TestStatementObjects(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, s *Store) {
		var rows []map[string]any
		err := s.Gizmo(t.Context(), "", `
			const [s] = statementsOf(["<st:claim>"]);
			g.emit(s);
			g.emit({...s});
			g.emit(JSON.parse(JSON.stringify(s)));
			s.note = "mine";
			g.emit({note: s.note, unknown: s.nonsense === undefined, same: statementsOf(["st:claim"])[0] === s});
		`, nil, func(row map[string]any) error { rows = append(rows, row); return nil })
		if err != nil {
			t.Fatal(err)
		}
		if got := rows[0]; got["id"] != "st:claim" || got["when"] != "2031-05-02" || got["dated"] != "said" || got["speaker"] != "Bob <b>" {
			t.Errorf("a statement is emitted as %v", got)
		}
		for i, row := range rows[1:3] {
			for key, value := range row {
				if !reflect.DeepEqual(value, rows[0][key]) {
					t.Errorf("way %d: %s is %v, emitted whole: %v", i+2, key, value, rows[0][key])
				}
			}
		}
		if want := map[string]any{"note": "mine", "unknown": true, "same": true}; !reflect.DeepEqual(rows[3], want) {
			t.Errorf("got %v, want %v", rows[3], want)
		}
	})
}

// show reads the attributes of each that the columns name or make, and of those that it
// will not need no more than tells so.
func TestShow(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, s *Store) {
		rows, err := gizmoRows(s, "", `showAll(statementsOf(["st:claim", "st:answer"]), {who: "speaker", when: "when", id: "id"})`)
		want := []map[string]any{{"who": "Bob <b>", "when": "2031-05-02", "id": "st:claim"}, {"who": "actor:ann", "id": "st:answer"}}
		if err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("got %v, %v; want %v", rows, err, want)
		}
		rows, err = gizmoRows(s, "", `showAll(statementsOf(["st:claim", "st:answer"]), {id: "id", who: s => s.speaker.length, none: s => null})`)
		want = []map[string]any{{"id": "st:claim", "who": int64(7)}, {"id": "st:answer", "who": int64(9)}}
		if err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("by functions: got %v, %v; want %v", rows, err, want)
		}
		rows, err = gizmoRows(s, "", `tableOf(statementsOf(["st:claim", "st:answer"]), {who: "speaker", when: "when"}).rows().forEach(r => g.emit({...r, none: r.when === null}))`)
		want = []map[string]any{{"who": "Bob <b>", "when": "2031-05-02", "none": false}, {"who": "actor:ann", "none": true}}
		if err != nil || !reflect.DeepEqual(rows, want) {
			t.Errorf("read: got %v, %v; want %v", rows, err, want)
		}
		byName := &First{Rows: 1, Order: []Key{{"who", func(a, b any) int { return strings.Compare(b.(string), a.(string)) }}}}
		rows = nil
		err = s.Gizmo(t.Context(), "", `showAll(statementsOf(["st:claim", "st:answer"]), {who: "speaker"})`, byName,
			func(row map[string]any) error { rows = append(rows, row); return nil })
		if want := []map[string]any{{"who": "actor:ann"}}; err != nil || byName.More != 1 || !reflect.DeepEqual(rows, want) {
			t.Errorf("the first by name, backwards: %v, %d more, %v; want %v", rows, byName.More, err, want)
		}
		for script, want := range map[string]string{
			`showAll(statementsOf(["st:claim"]), {who: "speker"})`:           `show: no attribute "speker"; there are id, words, said`,
			`showAll(["Ann"], {who: "speaker"})`:                             `a list of statements, contrasts, parts of a table or objects is wanted, not of Ann`,
			`showAll([{speaker: "Ann"}], {who: "name"})`:                     `show: an object has no "name"; it has speaker`,
			`showAll(statementsOf(["st:claim"]), {m: "when.day"})`:           `show: no part "day" of a text; there are month, lower`,
			"\n" + `showAll(statementsOf(["st:claim"]), {who: s => nobody})`: `2:48: ReferenceError: nobody is not defined`,
		} {
			if _, err := gizmoRows(s, "", script); err == nil || !strings.Contains(err.Error(), want) {
				t.Errorf("%s: got %v, want %s", script, err, want)
			}
		}
	})
}

// Statements and contrasts are picked by any conditions together.
func TestWith(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, s *Store) {
		for script, want := range map[string]string{
			`statementsWith([["doc:paper", "<document>"]])`:                                       "",
			`statementsWith([])`:                                                                  "st:answer st:claim",
			`statementsWith([["actor:ann", "<speaker>"]])`:                                        "st:answer",
			`statementsWith([["<doc:paper>", "<document>"], ["actor:bob", "<speaker>"]])`:         "",
			`statementsWith([["class:statement", "<type>"], ["actor:bob", "<speaker>"]])`:         "st:claim",
			`statementsWith([["actor:ann", "<speaker>"], ["st:claim", "<denies>"]])`:              "st:answer",
			`statementsWith([["Bob <b>", "<name>", "<speaker>"]])`:                                "st:claim",
			`statementsWith([["actor:nobody", "<speaker>"]])`:                                     "",
			`statementsOf(nodesInto(["st:claim"], "<denies>"))`:                                   "st:answer",
			`contrastsWith([["actor:bob", "<speaker>"]], "<denies>")`:                             "st:answer",
			`contrastsWith([["actor:bob", "<speaker>"], ["actor:ann", "<speaker>"]], "<denies>")`: "",
		} {
			rows, err := gizmoRows(s, "", script+".forEach(s => g.emit(s.id))")
			var got []string
			for _, r := range rows {
				got = append(got, r["value"].(string))
			}
			slices.Sort(got)
			if err != nil || strings.Join(got, " ") != want {
				t.Errorf("%s: got %v, %v; want %s", script, got, err, want)
			}
		}
	})
}
