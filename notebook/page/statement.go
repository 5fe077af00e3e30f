package page

import (
	"cmp"
	"fmt"
	"net/http"
	"slices"

	"counterclaim/exports"
	"counterclaim/graph"
	"counterclaim/graph/store"
)

// statement returns a statement with all that answers it and that it answers, each with
// its words in their article: what an evidence sheet has of them.
func (s *Server) statement(r *http.Request) (any, error) {
	id := r.PathValue("id")
	var sheet *exports.Sheet
	var own said
	err := s.read(func(db *store.Store) error {
		picked, err := db.Select(r.Context(), []string{id})
		if err != nil {
			return err
		}
		if len(picked.Positions) == 0 {
			return refusal{http.StatusNotFound, fmt.Errorf("no statement %s in the store", id)}
		}
		own = saidOf(&picked, &picked.Positions[0])
		around, err := db.Around(r.Context(), &picked)
		if err != nil {
			return err
		}
		texts, err := db.Texts(r.Context(), documentsOf(&around))
		sheet = exports.NewSheet(&exports.Content{Selection: around, Around: around, Texts: texts})
		return err
	})
	if err != nil {
		return nil, err
	}
	return map[string]any{"id": id, "statement": own, "items": sheet.Items}, nil
}

func documentsOf(s *graph.Selection) []string {
	var ids []string
	for i := range s.Positions {
		ids = append(ids, s.Positions[i].Document.ID)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

// A piece is a stretch of an article in which the same statements speak.
type piece struct {
	Text       string   `json:"text"`
	Statements []string `json:"statements"`
}

// document returns an article in pieces, and its statements in the order of the text.
func (s *Server) document(r *http.Request) (any, error) {
	id := r.PathValue("id")
	var coding graph.Coding
	var picked graph.Selection
	err := s.read(func(db *store.Store) error {
		var there bool
		var err error
		if coding, there, err = db.Coding(r.Context(), id); err == nil && !there {
			err = refusal{http.StatusNotFound, fmt.Errorf("no document %s in the store", id)}
		}
		if err != nil {
			return err
		}
		var ids []string
		for _, st := range coding.Statements {
			ids = append(ids, st.ID)
		}
		own, err := db.Select(r.Context(), ids)
		if err != nil {
			return err
		}
		picked, err = db.Around(r.Context(), &own)
		return err
	})
	if err != nil {
		return nil, err
	}
	statements, around := []said{}, []said{}
	for i := range picked.Positions {
		p := &picked.Positions[i]
		if p.Document.ID == id {
			statements = append(statements, saidOf(&picked, p))
		} else {
			around = append(around, saidOf(&picked, p))
		}
	}
	place := map[string]int{}
	for _, st := range coding.Statements {
		if len(st.Content) > 0 {
			place[st.ID] = st.Content[0].Start
		}
	}
	slices.SortStableFunc(statements, func(a, b said) int { return cmp.Compare(place[a.ID], place[b.ID]) })
	contrasts := []contrast{}
	for _, c := range picked.Contrasts {
		contrasts = append(contrasts, contrast{c.Counter, c.Claim, c.Relation, c.Relation.Equal(), c.Score(), c.Basis})
	}
	d := coding.Document
	return map[string]any{
		"id": d.ID, "title": d.Title, "publisher": d.Publisher, "published": d.Published, "author": d.Author, "url": d.URL,
		"handCoded": d.HandCoded(), "pieces": pieces(&coding), "statements": statements, "around": around, "contrasts": contrasts,
	}, nil
}

// pieces cuts the text wherever a statement begins or ends.
func pieces(c *graph.Coding) []piece {
	text := c.Document.Text
	cuts := []int{0, len(text)}
	for _, st := range c.Statements {
		for _, span := range st.Content {
			if span.Validate(text) == nil {
				cuts = append(cuts, span.Start, span.End)
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	out := []piece{}
	for i := 1; i < len(cuts); i++ {
		p := piece{text[cuts[i-1]:cuts[i]], []string{}}
		for _, st := range c.Statements {
			if slices.ContainsFunc(st.Content, func(s graph.Span) bool { return s.Start <= cuts[i-1] && cuts[i] <= s.End }) {
				p.Statements = append(p.Statements, st.ID)
			}
		}
		out = append(out, p)
	}
	return out
}
