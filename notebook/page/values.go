package page

import (
	"cmp"
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
		ids, err := db.NodesOf(r.Context(), class)
		if err != nil {
			return err
		}
		labels, err := labelsOf(r, db, ids[:min(len(ids), mostValues)])
		for id, label := range labels {
			found = append(found, entity{id, label})
		}
		return err
	})
	slices.SortFunc(found, func(a, b entity) int { return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.ID, b.ID)) })
	return map[string]any{"values": found}, err
}
