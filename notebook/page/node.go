package page

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/queries"
)

// mostEdges is how many edges of a node are shown at once.
const mostEdges = 40

// An edge is a quad between two nodes.
type edge struct {
	From string `json:"from"`
	Name string `json:"name"`
	To   string `json:"to"`
}

// node returns the edges of a node in both directions, as many as can be looked at, and the
// names of the nodes at their ends.
func (s *Server) node(r *http.Request) (any, error) {
	id := r.PathValue("id")
	class, known := graph.ClassOf(id)
	if !known || strings.ContainsAny(id, "<> \t\n") {
		return nil, fmt.Errorf("%q is no node; nodes are called like actor:china", id)
	}
	found := []edge{}
	labels := map[string]string{}
	cut := false
	err := s.read(func(db *store.Store) error {
		out, err := ask(r, db, outward, id, mostEdges)
		if err != nil {
			return err
		}
		for _, row := range out.Rows {
			name, to, _ := strings.Cut(fmt.Sprint(row[0]), " ")
			if _, isNode := graph.ClassOf(to); isNode && name != graph.PType {
				found = append(found, edge{id, name, to})
			}
		}
		cut = out.Cut
		for _, p := range graph.Predicates {
			if !slices.Contains(p.To, class.Name) {
				continue
			}
			in, err := ask(r, db, fmt.Sprintf(inward, p.Name), id, mostEdges/4)
			if err != nil {
				return err
			}
			for _, row := range in.Rows {
				found = append(found, edge{fmt.Sprint(row[0]), p.Name, id})
			}
			cut = cut || in.Cut
		}
		ids := []string{id}
		for _, e := range found {
			ids = append(ids, e.From, e.To)
		}
		labels, err = labelsOf(r, db, ids)
		return err
	})
	return map[string]any{"id": id, "edges": found, "labels": labels, "cut": cut}, err
}

// Both give one text a row: "speaker actor:china", "st:1".
const (
	outward = `const f = factsOf([params.node])[0];
for (const p of Object.keys(f)) for (const to of p == "id" ? [] : f[p]) if (/^[a-z]+:\S+$/.test(to)) g.emit(p + " " + to)`
	inward = `for (const from of nodesInto([params.node], "<%s>")) g.emit(from)`
)

func ask(r *http.Request, db *store.Store, script, node string, rows int) (queries.Table, error) {
	q, err := queries.Script(script)
	if err != nil {
		return queries.Table{}, err
	}
	return queries.Run(r.Context(), db, q, map[string]string{"node": node}, queries.Limits{Rows: rows, Time: viewLimits.Time})
}

// labelsOf returns what to write on nodes.
func labelsOf(r *http.Request, db *store.Store, ids []string) (map[string]string, error) {
	labels := map[string]string{}
	for _, id := range ids {
		if labels[id] != "" {
			continue
		}
		labels[id] = id
		class, _ := graph.ClassOf(id)
		var err error
		switch class.Name {
		case "statement":
			var p graph.Placed
			if p, _, err = db.Statement(r.Context(), id); p.Statement.Text != "" {
				labels[id] = p.Statement.Text
			}
		case "actor":
			var a graph.Actor
			var there bool
			if a, there, err = db.Actor(r.Context(), id); there {
				labels[id] = a.Name()
			}
		}
		if err != nil {
			return nil, err
		}
	}
	return labels, nil
}
