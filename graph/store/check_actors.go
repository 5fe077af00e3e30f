package store

import (
	"context"
	"fmt"
	"sync/atomic"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// actors checks the facts of all actors, and that there are no others under their label.
func (c *deepCheck) actors(ctx context.Context, h *handle, ids []string) error {
	var implied atomic.Int64
	if err := c.eachOf(ctx, h, ids, func(w *walker, id string) error {
		n, err := c.actor(w, id)
		implied.Add(int64(n))
		return err
	}); err != nil {
		return err
	}
	w := newWalker(ctx, h)
	stored, err := w.labelled(graph.ActorsLabel)
	c.found.Quads += stored
	if n := stored - int(implied.Load()); n != 0 && err == nil {
		c.note(Misfit{What: fmt.Sprintf("under the label of actors are %d quads, and the facts of all actors make %d", stored, stored-n), Do: doRebuild})
	}
	return err
}

// actor compares what the store has of an actor with what its facts imply, and returns how
// many quads these are.
func (c *deepCheck) actor(w *walker, id string) (n int, err error) {
	note := func(format string, args ...any) {
		c.note(Misfit{What: id + ": " + fmt.Sprintf(format, args...), Do: doRebuild})
	}
	defer func() {
		if r := recover(); r != nil {
			note("its quads make no actor (%v)", r)
		}
	}()
	quads, err := w.actorQuads(id)
	if err != nil {
		return 0, err
	}
	a, _, err := w.actor(id)
	if err == nil {
		err = a.Validate()
	}
	if err != nil {
		note("%s", inOneLine(err))
		return len(quads), w.ctx.Err()
	}
	have, want := newQuadSet(len(quads)), newQuadSet(len(quads))
	have.add(quads...)
	want.add(graph.ActorQuads(&a)...)
	if missing := want.without(have); len(missing) > 0 {
		note("a quad is missing (%d times, as %s)", len(missing), missing[0].NQuad())
	}
	if surplus := have.without(want); len(surplus) > 0 {
		note("a quad is there that nothing implies (%d times, as %s)", len(surplus), surplus[0].NQuad())
	}
	needed, err := w.needed(id, map[string]bool{})
	if err == nil && !needed {
		note("no statement names it, nor an actor that acts for it")
	}
	return len(quads), err
}

// labelled returns how many quads a label has.
func (w *walker) labelled(label quad.IRI) (int, error) {
	ref := w.qs.ValueOf(label)
	if ref == nil {
		return 0, nil
	}
	n := 0
	err := w.each(w.qs.QuadIterator(quad.Label, ref), func(cayleygraph.Ref) bool { n++; return true })
	return n, err
}
