package page

import (
	"fmt"
	"net/http"
	"slices"
	"strings"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

// mostValues is how many nodes a field of a form offers.
const mostValues = 2000

// values returns the nodes that a parameter of a question can name.
func (s *Server) values(r *http.Request) (any, error) {
	q, err := queries.Find(queries.PickingName)
	if err != nil {
		return nil, err
	}
	name := r.PathValue("param")
	class := "actor" // whom most parameters name
	if i := slices.IndexFunc(q.Params, func(p queries.Param) bool { return p.Name == name }); i >= 0 {
		if predicate, ok := q.Params[i].Predicate(); ok && len(predicate.To) > 0 {
			class = predicate.To[0]
		}
	}
	found := []entity{}
	err = s.read(func(db *store.Store) error {
		table, err := ask(r, db, fmt.Sprintf(ofClass, class), "class:"+class, mostValues)
		for _, row := range table.Rows {
			id, name, _ := strings.Cut(fmt.Sprint(row[0]), " ")
			found = append(found, entity{id, name})
		}
		return err
	})
	slices.SortFunc(found, func(a, b entity) int { return strings.Compare(a.Name, b.Name) })
	return map[string]any{"values": found}, err
}

// ofClass gives the nodes of a class with their names, each as one text.
const ofClass = `const ids = nodesInto(["<class:%s>"], "<type>").slice(0, 2000);
params.node;
for (const f of factsOf(ids, ["<name>"])) g.emit(f.id + " " + ((f.name || [])[0] || f.id))`
