package store

import (
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// namesActor are the predicates by which a statement names an actor; it stays
// in the store for as long as one leads to it.
var namesActor = func() []string {
	var out []string
	for _, p := range graph.Predicates {
		if slices.Equal(p.From, []string{"statement"}) && slices.Equal(p.To, []string{"actor"}) {
			out = append(out, p.Name)
		}
	}
	return out
}()

// actorQuads returns the quads of actors' facts, their delegations included.
func (w *walker) actorQuads(ids ...string) ([]quad.Quad, error) {
	out, err := w.quadsOf(ids)
	if err != nil || len(out) == 0 {
		return nil, err
	}
	var nodes []uint64
	for _, id := range ids {
		if ref := w.ref(quad.IRI(id)); ref != nil {
			nodes = append(nodes, w.number(ref))
		}
	}
	found, err := w.leadingTo(nodes, graph.PDelegate)
	if err != nil {
		return nil, err
	}
	var delegations []string
	for _, n := range found {
		delegations = append(delegations, nodeName(w.named(n)))
	}
	theirs, err := w.quadsOf(delegations)
	return append(out, theirs...), err
}

// orphans returns the facts of the actors that nothing needs now that these
// quads are gone: no statement names them, nor do they stand behind, over
// however many steps of acting for one another, an actor that one names.
func (w *walker) orphans(gone []quad.Quad) ([]quad.Quad, error) {
	var out []quad.Quad
	seen := map[string]bool{}
	todo := actorsIn(gone)
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if seen[id] {
			continue
		}
		seen[id] = true
		needed, err := w.needed(id, map[string]bool{})
		if err != nil {
			return nil, err
		}
		if needed {
			continue
		}
		quads, err := w.actorQuads(id)
		if err != nil {
			return nil, err
		}
		out = append(out, quads...)
		todo = append(todo, actorsIn(quads)...)
	}
	return out, nil
}

// actorsIn returns the actors to which quads lead.
func actorsIn(quads []quad.Quad) []string {
	var out []string
	for _, q := range quads {
		if id := nodeName(q.Object); strings.HasPrefix(id, "actor:") {
			out = append(out, id)
		}
	}
	return out
}

// needed reports whether a statement names the actor or one that acts for it.
// seen holds the actors that are being asked about, which may act for each other
// in a circle.
func (w *walker) needed(id string, seen map[string]bool) (bool, error) {
	seen[id] = true
	for _, p := range namesActor {
		if named, err := w.leads(graph.Edge{Predicate: p, Node: id}); named || err != nil {
			return named, err
		}
	}
	agents, err := w.into(quad.IRI(id), graph.PActsFor)
	if err != nil {
		return false, err
	}
	for _, agent := range agents {
		if seen[agent] {
			continue
		}
		if needed, err := w.needed(agent, seen); needed || err != nil {
			return needed, err
		}
	}
	return false, nil
}
