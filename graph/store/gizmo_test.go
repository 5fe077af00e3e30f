package store

import (
	"context"
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"counterclaim/graph"
	"counterclaim/graph/store/storetest"
)

// gizmoQuads is
//
//	st:answer --denies--> st:claim      both in doc:paper, both of kinds and with texts
//	    |                     |
//	 speaker               speaker
//	    v                     v
//	actor:ann             actor:bob  (named "Bob <b>")
const gizmoQuads = `
<st:answer> <type> <class:statement> <doc:paper> .
<st:claim> <type> <class:statement> <doc:paper> .
<st:answer> <denies> <st:claim> <doc:paper> .
<st:answer> <speaker> <actor:ann> <doc:paper> .
<st:claim> <speaker> <actor:bob> <doc:paper> .
<st:claim> <said> "2031-05-02" <doc:paper> .
<st:claim> <confidence> "0.5"^^<http://schema.org/Float> <doc:paper> .
<actor:bob> <name> "Bob <b>" <actors> .
`

func withGizmoStores(t *testing.T, test func(t *testing.T, s *Store)) {
	withStores(t, gizmoQuads, test)
}

func withStores(t *testing.T, quads string, test func(t *testing.T, s *Store)) {
	for _, backend := range Backends() {
		t.Run(backend, func(t *testing.T) {
			s, err := Open(backend, storetest.Place(t, backend))
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			if err := s.ReadQuads(t.Context(), strings.NewReader(quads), nil); err != nil {
				t.Fatal(err)
			}
			test(t, s)
		})
	}
}

func gizmoRows(s *Store, prelude, script string) ([]map[string]any, error) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	var rows []map[string]any
	err := s.Gizmo(ctx, prelude, script, nil, func(row map[string]any) error {
		rows = append(rows, row)
		return nil
	})
	return rows, err
}

func TestGizmoRows(t *testing.T) {
	cases := []struct {
		name, prelude, script string
		want                  []map[string]any
	}{
		{"tags come with their types", "", `g.V("<st:claim>").save("<said>", "when").save("<confidence>", "sure").all()`,
			[]map[string]any{{"id": graph.Node("st:claim"), "when": "2031-05-02", "sure": 0.5}}},
		{"an absent attribute leaves out its tag", "", `g.V("<st:answer>").saveOpt("<said>", "when").all()`,
			[]map[string]any{{"id": graph.Node("st:answer")}}},
		{"an emitted object is a row", "", `g.emit({n: 2, x: 0.5, node: "<actor:ann>", iri: iri("actor:bob"), text: "<b>", gone: null, yes: true})`,
			[]map[string]any{{"n": int64(2), "x": 0.5, "node": graph.Node("actor:ann"), "iri": graph.Node("actor:bob"), "text": "<b>", "yes": true}}},
		{"an emitted value is a row", "", `g.emit(g.V("<actor:ann>").in("<speaker>").count())`,
			[]map[string]any{{"value": int64(1)}}},
		{"an emitted list is JSON", "", `g.emit({kinds: ["denial", "victimhood"]})`,
			[]map[string]any{{"kinds": `["denial","victimhood"]`}}},
		{"the script's last value is no row", "", `1 + 1`, nil},
		{"the prelude's verbs are there", `Object.defineProperty(Object.prototype, "denied", {value: function() { return this.out("<denies>") }})`,
			`g.V("<st:answer>").denied().all()`, []map[string]any{{"id": graph.Node("st:claim")}}},
		{"texts compare as strings", "", `g.V("<st:claim>").has("<said>", gt("2031-05"), lt("2031-06")).all()`,
			[]map[string]any{{"id": graph.Node("st:claim")}}},
		{"facts of nodes", "", `for (const f of factsOf(["<st:claim>", "st:claim", "st:nobody"])) g.emit({id: f.id, by: f.speaker, sure: f.confidence, n: f.none})`,
			[]map[string]any{{"id": "st:claim", "by": `["actor:bob"]`, "sure": "[0.5]"}, {"id": "st:nobody"}}},
		{"nodes that lead to nodes", "", `g.emit(nodesInto(["<st:claim>", "st:answer"], "<denies>").join()); g.emit(nodesInto(["<actor:ann>", "actor:bob"], "speaker").length)`,
			[]map[string]any{{"value": "st:answer"}, {"value": int64(2)}}},
		{"the engine's own door is shut", "", `g.emit(typeof run)`, []map[string]any{{"value": "undefined"}}},
	}
	withGizmoStores(t, func(t *testing.T, s *Store) {
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				rows, err := gizmoRows(s, c.prelude, c.script)
				if err != nil {
					t.Fatal(err)
				}
				if !reflect.DeepEqual(rows, c.want) {
					t.Errorf("got %v, want %v", rows, c.want)
				}
			})
		}
	})
}

func TestGizmoErrors(t *testing.T) {
	cases := []struct{ name, prelude, script, want string }{
		{"syntax", "var a = 1\n", "\n\nvar x = ;", "3:9: Unexpected token ;"},
		{"unknown name", "var a = 1\n", "\ng.emit(1)\n  nobody()", "3:9: ReferenceError: nobody is not defined"},
		{"unknown verb", "", "\ng.V().jump()", "2:11: TypeError: Object has no member 'jump'"},
		{"inside a callback", "", "g.V('<st:claim>').forEach(function(d) {\n  d.x.y\n})", "2:7: TypeError: Cannot read property 'y' of undefined"},
		{"inside the prelude", "function f() {\n null.x }", "\n f()", "2:3: TypeError: Cannot read property 'x' of undefined"},
		{"the prelude itself", "\nnull.x", "", "lib.js:2:6: TypeError: Cannot read property 'x' of undefined"},
		{"Cayley's own", "", "\ng.V('<st:claim>').save('<said>', 5).all()", "2:23: expected string, got: int64"},
		{"a panic", "", "g.V('<st:claim>').out({}).all()", "the script engine failed: unsupported type: map[string]interface {}"},
		{"endless recursion", "", "function f() { f() }\nf()", "1:17: functions call each other more than 2000 deep"},
		{"a value that cannot be shown", "", "g.emit({f: function() {}})", "emit: f: a func(goja.FunctionCall) goja.Value cannot be shown; allowed are nodes, texts, numbers, dates, and lists of them"},
	}
	withGizmoStores(t, func(t *testing.T, s *Store) {
		for _, c := range cases {
			t.Run(c.name, func(t *testing.T) {
				_, err := gizmoRows(s, c.prelude, c.script)
				if err == nil || err.Error() != c.want {
					t.Errorf("got  %v\nwant %v", err, c.want)
				}
				if rows, err := gizmoRows(s, "", `g.V("<st:claim>").all()`); len(rows) != 1 || err != nil {
					t.Errorf("the store afterwards: %v, %v", rows, err)
				}
			})
		}
	})
}

func TestGizmoStops(t *testing.T) {
	scripts := map[string]string{
		"endless loop":               `while (true) {}`,
		"endless loop in a walk":     `g.V("<st:claim>").forEach(function() { while (true) {} })`,
		"endless loop after a row":   `g.emit(1); for (;;) {}`,
		"endless facts":              `while (true) { factsOf(["st:claim"]) }`,
		"endless rows":               `while (true) { g.V("<st:claim>").all() }`,
		"endless walks, no callback": `while (true) { g.V().out("<denies>").toArray() }`,
	}
	withGizmoStores(t, func(t *testing.T, s *Store) {
		for name, script := range scripts {
			t.Run(name, func(t *testing.T) {
				ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
				defer cancel()
				start := time.Now()
				err := s.Gizmo(ctx, "", script, nil, func(map[string]any) error { return nil })
				if !errors.Is(err, context.DeadlineExceeded) {
					t.Errorf("got %v", err)
				}
				if d := time.Since(start); d > 3*time.Second {
					t.Errorf("took %v", d)
				}
			})
		}
		t.Run("a deadline that has passed", func(t *testing.T) {
			ctx, cancel := context.WithCancel(t.Context())
			cancel()
			if err := s.Gizmo(ctx, "", `while (true) {}`, nil, nil); !errors.Is(err, context.Canceled) {
				t.Errorf("got %v", err)
			}
		})
		t.Run("at the caller's error", func(t *testing.T) {
			enough := errors.New("enough")
			rows := 0
			err := s.Gizmo(t.Context(), "", `while (true) { g.emit(1) }`, nil, func(map[string]any) error { rows++; return enough })
			if !errors.Is(err, enough) || rows != 1 {
				t.Errorf("got %v after %d rows", err, rows)
			}
		})
	})
}

// The end of the caller's time is told as such, also where a verb has told the script first.
func TestGizmoTellsOfTheEnd(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, s *Store) {
		for range 50 {
			ctx, cancel := context.WithCancel(t.Context())
			err := s.Gizmo(ctx, "", `g.emit(1); while (true) factsOf(["st:claim"], [])`, nil, func(map[string]any) error {
				cancel()
				time.Sleep(time.Millisecond) // for the script to fail in
				return nil
			})
			if !errors.Is(err, context.Canceled) {
				t.Fatalf("it ends with %v", err)
			}
		}
	})
}
