package serve

import (
	"fmt"
	"net/http"
	"regexp"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// nodeID returns the node that the address names; its prefix may be left out.
func nodeID(r *http.Request, prefix string) string {
	id := r.PathValue("id")
	if strings.HasPrefix(id, prefix) {
		return id
	}
	return prefix + id
}

func (s *Server) statement(w http.ResponseWriter, r *http.Request) error {
	id := nodeID(r, "st:")
	var body statementBody
	err := s.reading(r, func(db *store.Store) error {
		placed, found, err := db.Statement(r.Context(), id)
		if err != nil {
			return err
		}
		if !found {
			return statusError(http.StatusNotFound, fmt.Sprintf("no statement %q; %s/queries/statements lists what there is", id, api))
		}
		coding, _, err := db.Coding(r.Context(), placed.Document.ID)
		if err != nil {
			return err
		}
		body = statementOf(&coding, &placed.Statement)
		contrasts, err := db.Contrasts(r.Context(), id)
		for i := range contrasts {
			c, err := contrastOf(r.Context(), db, &contrasts[i])
			if err != nil {
				return err
			}
			body.Contrasts = append(body.Contrasts, c)
		}
		return err
	})
	if err == nil {
		writeJSON(w, http.StatusOK, body)
	}
	return err
}

func (s *Server) document(w http.ResponseWriter, r *http.Request) error {
	id := nodeID(r, "doc:")
	var coding graph.Coding
	err := s.reading(r, func(db *store.Store) (err error) {
		found := false
		coding, found, err = db.Coding(r.Context(), id)
		if err == nil && !found {
			err = statusError(http.StatusNotFound, fmt.Sprintf("no document %q; %s/queries/statements lists what there is", id, api))
		}
		return err
	})
	if err != nil {
		return err
	}
	d := &coding.Document
	body := documentBody{source(d), d.Format, d.Text, []statementBody{}}
	for i := range coding.Statements {
		body.Statements = append(body.Statements, statementOf(&coding, &coding.Statements[i]))
	}
	writeJSON(w, http.StatusOK, body)
	return nil
}

var contrastID = regexp.MustCompile(`^contrast:[0-9a-f]{16}$`)

func (s *Server) contrast(w http.ResponseWriter, r *http.Request) error {
	id := nodeID(r, "contrast:")
	var body contrastBody
	err := s.reading(r, func(db *store.Store) error {
		found, ok, err := findContrast(r, db, id)
		if err != nil {
			return err
		}
		if !ok {
			return statusError(http.StatusNotFound, fmt.Sprintf("no contrast %q; %s/queries/contrasts lists what there is", id, api))
		}
		body, err = contrastOf(r.Context(), db, &found)
		return err
	})
	if err == nil {
		writeJSON(w, http.StatusOK, body)
	}
	return err
}

// findContrast looks among the contrasts of the statement to which the contrast leads.
func findContrast(r *http.Request, db *store.Store, id string) (graph.Contrast, bool, error) {
	if !contrastID.MatchString(id) {
		return graph.Contrast{}, false, nil
	}
	counter := ""
	script := fmt.Sprintf(`g.V("<%s>").Out("<%s>").All()`, id, graph.PCounter)
	err := db.Gizmo(r.Context(), "", script, nil, func(row map[string]any) error {
		counter = fmt.Sprint(row["id"])
		return nil
	})
	if err != nil || counter == "" {
		return graph.Contrast{}, false, err
	}
	all, err := db.Contrasts(r.Context(), counter)
	for _, c := range all {
		if c.ID() == id {
			return c, true, err
		}
	}
	return graph.Contrast{}, false, err
}
