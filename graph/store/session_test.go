package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"time"
)

// cells runs scripts in one session and returns what each gives, as text.
type cells struct {
	*testing.T
	*Session
	db      *Store
	printed []string
	heard   func() // at each line that is printed
}

func newCells(t *testing.T, db *Store) *cells {
	c := &cells{T: t, db: db, heard: func() {}}
	var err error
	if c.Session, err = NewSession("const greeting = 'good day'; function greet() { return greeting }", func(line string) { c.printed = append(c.printed, line); c.heard() }); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c *cells) run(ctx context.Context, script string) (string, error) {
	var rows []string
	value, err := c.Session.Run(ctx, c.db, script, nil, func(row map[string]any) error {
		rows = append(rows, fmt.Sprint(row))
		return nil
	})
	if value != nil {
		rows = append(rows, fmt.Sprint(value))
	}
	slices.Sort(rows)
	return strings.Join(rows, " "), err
}

func (c *cells) gives(script, want string) {
	c.Helper()
	ctx, cancel := context.WithTimeout(c.Context(), 5*time.Second)
	defer cancel()
	got, err := c.run(ctx, script)
	if err != nil {
		got = "error: " + err.Error()
	}
	if got != want {
		c.Errorf("%s\ngives %q, want %q", script, got, want)
	}
}

// A notebook's cells share their variables, and can be run again.
func TestSessionKeepsWhatScriptsDeclare(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, db *Store) {
		c := newCells(t, db)
		c.gives("const who = '<actor:ann>'; let n = 1; class Pair { size() { return 2 } }", "")
		c.gives("who + n + new Pair().size()", "<actor:ann>12")
		c.gives("const who = '<actor:bob>'; let n; class Pair { size() { return 3 } }", "")
		c.gives("who", "actor:bob")
		c.gives("String(n) + new Pair().size()", "undefined3")
		c.gives("greeting", "good day")
		c.gives("const greeting = 'none'; greeting", "none")
		c.gives("greet()", "good day")
		c.gives("const said = g.V('<actor:bob>').In('<speaker>')", "")
		c.gives("said.All()", "map[id:st:claim]")
		c.gives("said", "error: the script ends in a walk; end it in .all() to see where it leads")
		c.gives("[1, 2].map(n => n * 2)", "[2,4]")
	})
}

// What an earlier script was given can be read by a later one, which sees what was
// loaded in between.
func TestSessionGoesOnAfterALoad(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, db *Store) {
		c := newCells(t, db)
		c.gives("const claims = statementsOf(['st:claim']); claims.length", "1")
		c.gives("const inTable = tableOf(statementsOf(nodesInto(['actor:bob'], '<speaker>')), {id: 'id'}); inTable.length", "1")
		c.gives("factsOf(['st:third'], [])[0].said || 'none'", "none")
		said := func(predicate string, object quad.Value) quad.Quad {
			return quad.Quad{Subject: quad.IRI("st:third"), Predicate: quad.IRI(predicate), Object: object, Label: quad.IRI("doc:paper")}
		}
		err := db.write(t.Context(), func() error {
			return db.backend.update(func(h *handle) error {
				return newWalker(t.Context(), h).add([]quad.Quad{said("type", quad.IRI("class:statement")), said("said", quad.String("2031-05-09"))})
			})
		})
		if err != nil {
			t.Fatal(err)
		}
		c.gives("claims[0].said", "2031-05-02")
		c.gives("inTable.values('id')", `["st:claim"]`)
		c.gives("inTable.among('id', tableOf(claims, {id: 'id'}), 'id').length", "1")
		c.gives("factsOf(['st:third'], [])[0].said", `["2031-05-09"]`)
		c.gives("showAll(claims, {day: 'said', who: 'speaker'})", "map[day:2031-05-02 who:Bob <b>]")
	})
}

func TestSessionPrints(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, db *Store) {
		c := newCells(t, db)
		c.gives("console.log('a', 1, {b: [2]}); console.error(null)", "")
		if got := strings.Join(c.printed, "|"); got != `a 1 {"b":[2]}|null` {
			t.Errorf("printed %s", got)
		}
	})
}

// An interrupted script leaves the session as it was.
func TestSessionAfterAnInterrupt(t *testing.T) {
	withGizmoStores(t, func(t *testing.T, db *Store) {
		c := newCells(t, db)
		c.gives("let kept = 1", "")
		ctx, cancel := context.WithCancel(t.Context())
		c.heard = cancel
		if _, err := c.run(ctx, "kept = 2; console.log(kept); while (true) {}"); !errors.Is(err, context.Canceled) {
			t.Fatalf("an endless script ends in %v", err)
		}
		enough := errors.New("enough")
		if _, err := c.Session.Run(t.Context(), db, "kept++; while (true) g.emit(1)", nil, func(map[string]any) error { return enough }); !errors.Is(err, enough) {
			t.Fatalf("a reader that has enough ends it with %v", err)
		}
		c.gives("throw Error('no')", "error: 1:12: Error: no")
		c.gives("kept", "3")
		c.gives("g.V('<actor:bob>').In('<speaker>').All()", "map[id:st:claim]")
	})
}
