package store

import (
	"reflect"
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
		`, func(row map[string]any) error { rows = append(rows, row); return nil })
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
