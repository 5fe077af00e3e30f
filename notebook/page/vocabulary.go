package page

import (
	"net/http"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/networks"
	"counterclaim/plots"
	"counterclaim/queries"
)

// A question is a named query, picture or network, with what its form asks for.
type question struct {
	Verb   string  `json:"verb"`
	Name   string  `json:"name"`
	Theme  string  `json:"theme"`
	Title  string  `json:"title"`
	About  string  `json:"about,omitempty"`
	Takes  string  `json:"takes,omitempty"` // what its conditions pick: statements or claims
	Params []param `json:"params"`
}

type param struct {
	Name     string   `json:"name"`
	Type     string   `json:"type"`
	Text     string   `json:"text"`
	Optional bool     `json:"optional"`
	Example  string   `json:"example,omitempty"`
	Values   []string `json:"values,omitempty"` // the allowed ones, where these are few
}

type named struct {
	Name string `json:"name"`
	Says string `json:"says"`
}

// vocabulary returns all that forms, filters and legends need to know.
func (s *Server) vocabulary(*http.Request) (any, error) {
	all, err := questions()
	if err != nil {
		return nil, err
	}
	var kinds, relations []named
	for _, k := range graph.Kinds {
		kinds = append(kinds, named{string(k.Kind), k.Says})
	}
	for _, rel := range graph.Relations {
		relations = append(relations, named{string(rel.Relation), rel.Says})
	}
	return map[string]any{"questions": all, "themes": append(append([]string{}, queries.Themes...), "pictures", "networks"), "kinds": kinds, "relations": relations}, nil
}

// stats returns how much there is in the store, which takes seconds where it is much.
func (s *Server) stats(r *http.Request) (any, error) {
	var found store.Stats
	err := s.read(func(db *store.Store) error {
		var err error
		found, err = db.Stats(r.Context())
		return err
	})
	return map[string]int{"documents": found.Documents, "statements": found.Statements, "contrasts": found.Contrasts}, err
}

func questions() ([]question, error) {
	all, err := queries.All()
	if err != nil {
		return nil, err
	}
	var out []question
	for _, q := range all {
		out = append(out, question{"query", q.Name, q.Theme, q.Title, q.About, q.Takes, paramsOf(q)})
	}
	picking, err := queries.Find(queries.PickingName)
	if err != nil {
		return nil, err
	}
	shared := paramsOf(picking)
	for _, k := range plots.Kinds {
		own := []param{{Name: "by", Type: "text", Text: "Whose statements stand together.", Optional: true, Values: texts(k.By)}}
		if k.Name == "network" {
			own = append(own, param{Name: "network", Type: "text", Text: "Which network.", Optional: true, Values: networkNames()})
		}
		out = append(out, question{"plot", k.Name, "pictures", k.Says, "", "statements", append(own, shared...)})
	}
	for _, k := range networks.Kinds {
		own := []param{
			{Name: "by", Type: "text", Text: "What the nodes are.", Optional: true, Values: texts(k.Units)},
			{Name: "normalise", Type: "text", Text: "What weights are divided by.", Optional: true, Values: texts(k.Weights)},
			{Name: "duplicates", Type: "text", Text: "Which statements that repeat one count.", Optional: true, Values: texts(networks.AllDuplicates)},
		}
		out = append(out, question{"network", string(k.Kind), "networks", k.Says, "", "statements", append(own, shared...)})
	}
	return out, nil
}

func paramsOf(q queries.Query) []param {
	out := []param{}
	for _, p := range q.Params {
		values := []string(nil)
		switch p.Name {
		case "kind":
			for _, k := range graph.Kinds {
				values = append(values, string(k.Kind))
			}
		case "relation":
			for _, r := range graph.Relations {
				values = append(values, string(r.Relation))
			}
		}
		out = append(out, param{p.Name, string(p.Type), p.Text, p.Optional, p.Example, values})
	}
	return out
}

func texts[T ~string](values []T) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = string(v)
	}
	return out
}

func networkNames() []string {
	var out []string
	for _, k := range networks.Kinds {
		out = append(out, string(k.Kind))
	}
	return out
}
