package serve

import (
	"encoding/json"
	"errors"
	"net/http"

	"counterclaim/graph/store"
	"counterclaim/queries"
)

// A queryBody tells of a query what its header says.
type queryBody struct {
	Name    string      `json:"name"`
	Theme   string      `json:"theme"`
	Title   string      `json:"title"`
	About   string      `json:"about"`
	Takes   string      `json:"takes,omitempty"`
	Params  []valueBody `json:"params"`
	Columns []valueBody `json:"columns"`
}

// A valueBody is a parameter or a column.
type valueBody struct {
	Name     string       `json:"name"`
	Type     queries.Type `json:"type"`
	Optional bool         `json:"optional"`
	Text     string       `json:"text"`
	Example  string       `json:"example,omitempty"`
}

func (s *Server) listQueries(w http.ResponseWriter, _ *http.Request) error {
	all, err := queries.All()
	if err != nil {
		return err
	}
	list := make([]queryBody, len(all))
	for i, q := range all {
		list[i] = queryBody{q.Name, q.Theme, q.Title, q.About, q.Takes, []valueBody{}, []valueBody{}}
		for _, p := range q.Params {
			list[i].Params = append(list[i].Params, valueBody{p.Name, p.Type, p.Optional, p.Text, p.Example})
		}
		for _, c := range q.Columns {
			list[i].Columns = append(list[i].Columns, valueBody{c.Name, c.Type, c.Optional, c.Text, ""})
		}
	}
	writeJSON(w, http.StatusOK, map[string]any{"queries": list})
	return nil
}

// maxParams is how large the parameters of a query may be, in bytes.
const maxParams = 64 << 10

func (s *Server) getQuery(w http.ResponseWriter, r *http.Request) error {
	params, err := words(r)
	if err != nil {
		return err
	}
	format, err := takeFormat(params, r.Header.Get("Accept"))
	if err != nil {
		return err
	}
	asked, err := takeLimits(params)
	if err != nil {
		return err
	}
	return s.answer(w, r, params, asked, format)
}

func (s *Server) postQuery(w http.ResponseWriter, r *http.Request) error {
	given, err := words(r)
	if err != nil {
		return err
	}
	format, err := takeFormat(given, r.Header.Get("Accept"))
	if err != nil {
		return err
	}
	if len(given) > 0 {
		return wrongf("the parameters of a POST stand in its body: {\"params\": {...}}")
	}
	var body struct {
		Params map[string]value `json:"params"`
		limited
	}
	if err := readBody(w, r, maxParams, &body); err != nil {
		return err
	}
	params := map[string]string{}
	for name, v := range body.Params {
		params[name] = string(v)
	}
	return s.answer(w, r, params, body.limited, format)
}

// A value of a parameter is a text, or a number.
type value string

func (v *value) UnmarshalJSON(src []byte) error {
	var text string
	if json.Unmarshal(src, &text) == nil && src[0] == '"' {
		*v = value(text)
		return nil
	}
	var number json.Number
	if json.Unmarshal(src, &number) != nil || number == "" {
		return errors.New("a parameter has to be a text or a number")
	}
	*v = value(number)
	return nil
}

// answer asks the query of the address.
func (s *Server) answer(w http.ResponseWriter, r *http.Request, params map[string]string, asked limited, format string) error {
	q, err := queries.Find(r.PathValue("name"))
	if err != nil {
		return &failure{status: http.StatusNotFound, err: err}
	}
	if err := q.CheckParams(params); err != nil {
		return wrong(err)
	}
	limits, err := s.limits(asked)
	if err != nil {
		return err
	}
	var table queries.Table
	err = s.reading(r, func(db *store.Store) error {
		table, err = queries.Run(r.Context(), db, q, params, limits)
		return err
	})
	if err != nil {
		return late(err)
	}
	return writeTable(w, table, format, "")
}

// reading calls use with the store, when it is the request's turn.
func (s *Server) reading(r *http.Request, use func(*store.Store) error) error {
	if err := s.queries.enter(r.Context(), s.Limits.Time); err != nil {
		return err
	}
	defer s.queries.leave()
	return s.store.view(r.Context(), use)
}
