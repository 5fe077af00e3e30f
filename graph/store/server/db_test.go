package server

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"counterclaim/graph/store/storetest"
)

// onServers runs the test with a new database on each server.
func onServers(t *testing.T, test func(t *testing.T, db *DB)) {
	for backend, open := range map[string]func(string, bool) (*DB, error){"postgres": OpenPostgres, "mysql": OpenMySQL} {
		t.Run(backend, func(t *testing.T) {
			db, err := open(storetest.Place(t, backend), false)
			if err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { db.Close() })
			test(t, db)
		})
	}
}

func said(subject, predicate, object quad.IRI) quad.Quad {
	return quad.Quad{Subject: subject, Predicate: predicate, Object: object, Label: quad.IRI("doc")}
}

// update writes with the version that there is.
func update(t *testing.T, db *DB, fn func(*Tx) error) {
	t.Helper()
	version, err := db.Version(t.Context())
	if err == nil {
		err = db.Update(version, fn)
	}
	if err != nil {
		t.Fatal(err)
	}
}

// names returns the values of nodes, sorted.
func names(t *testing.T, r *Reader, nodes []uint64) string {
	var out []string
	for _, n := range nodes {
		out = append(out, quad.ToString(r.Value(t.Context(), n)))
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// TestReader asks one reader for all that it can tell, in two transactions.
func TestReader(t *testing.T) {
	quads := []quad.Quad{said("a", "p", "x"), said("a", "q", "y"), said("b", "p", "x"), said("c", "p", "y"), {Subject: quad.IRI("c"), Predicate: quad.IRI("q"), Object: quad.Float(0.5)}}
	onServers(t, func(t *testing.T, db *DB) {
		ctx := t.Context()
		update(t, db, func(tx *Tx) error { return tx.Add(quads) })
		var r *Reader
		look := func(tx *Tx) error {
			if r == nil {
				r = tx.NewReader()
			}
			r.TurnTo(tx)
			node := func(name string) uint64 { return r.Number(tx.Cayley().ValueOf(quad.IRI(name))) }
			links, err := r.LinksOf(ctx, node("a"))
			slices.SortFunc(links, func(a, b Link) int { return int(a.Object) - int(b.Object) })
			if want := []Link{{node("p"), node("x")}, {node("q"), node("y")}}; err != nil || !slices.Equal(links, want) && !slices.Equal(links, []Link{want[1], want[0]}) {
				t.Errorf("links of a: got %v, %v, want %v", links, err, want)
			}
			if found, err := r.LeadingTo(ctx, []uint64{node("x"), node("y")}, node("p")); err != nil || names(t, r, found) != "<a> <b> <c>" {
				t.Errorf("leading to x or y: got %s, %v", names(t, r, found), err)
			}
			if found, err := r.LeadingToAll(ctx, []Link{{node("p"), node("x")}, {node("q"), node("y")}}); err != nil || names(t, r, found) != "<a>" {
				t.Errorf("leading to x and y: got %s, %v", names(t, r, found), err)
			}
			for most, want := range map[int]int{1: 1, 10: 2} {
				if n, err := r.Count(ctx, map[quad.Direction]quad.Value{quad.Predicate: quad.IRI("p"), quad.Object: quad.IRI("x")}, most); err != nil || n != want {
					t.Errorf("count: got %d, %v, want %d", n, err, want)
				}
			}
			one, err := r.Quads(ctx, map[quad.Direction]quad.Value{quad.Object: quad.Float(0.5)})
			if err != nil || !slices.Equal(one, quads[4:]) {
				t.Errorf("quads: got %v, %v", one, err)
			}
			if some, err := r.QuadsOf(ctx, []quad.Value{quad.IRI("a"), quad.IRI("c")}); err != nil || len(some) != 4 {
				t.Errorf("quads of a and c: got %v, %v", some, err)
			}
			left := slices.Clone(quads)
			err = r.Each(ctx, func(q quad.Quad) {
				left = slices.DeleteFunc(left, func(other quad.Quad) bool { return other == q })
			})
			if err != nil || len(left) > 0 {
				t.Errorf("each: lacks %v, %v", left, err)
			}
			if v := r.Value(ctx, node("nobody")); v != nil {
				t.Errorf("a node that is not there is %v", v)
			}
			return nil
		}
		for range 2 {
			if err := db.View(look); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// TestUpdates has one writer come between another's reading and writing, and takes quads out
// that are there and that are not.
func TestUpdates(t *testing.T) {
	first, second := said("a", "p", "x"), said("b", "p", "x")
	onServers(t, func(t *testing.T, db *DB) {
		version, err := db.Version(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		update(t, db, func(tx *Tx) error { return tx.Add([]quad.Quad{first, second}) })
		if err := db.Update(version, func(*Tx) error { t.Error("called"); return nil }); !errors.Is(err, ErrOvertaken) {
			t.Errorf("got %v, want %v", err, ErrOvertaken)
		}
		size := func() (quads, nodes int64) {
			t.Helper()
			err := db.View(func(tx *Tx) error {
				stats, err := tx.Cayley().Stats(t.Context(), false)
				quads, nodes = stats.Quads.Size, stats.Nodes.Size
				return err
			})
			if err != nil {
				t.Fatal(err)
			}
			return quads, nodes
		}
		if quads, nodes := size(); quads != 2 || nodes != 5 {
			t.Errorf("%d quads of %d nodes", quads, nodes)
		}
		update(t, db, func(tx *Tx) error { return tx.Remove([]quad.Quad{first, first}) })
		if quads, nodes := size(); quads != 1 || nodes != 4 {
			t.Errorf("%d quads of %d nodes, with one taken out", quads, nodes)
		}
		version, err = db.Version(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(version, func(tx *Tx) error { return tx.Remove([]quad.Quad{first, second}) })
		if err == nil || !strings.HasSuffix(err.Error(), "2 quads to take out, and 1 of them are there; load the documents into a new store") {
			t.Errorf("got %v", err)
		}
		if quads, nodes := size(); quads != 1 || nodes != 4 {
			t.Errorf("%d quads of %d nodes, with none taken out", quads, nodes)
		}
	})
}
