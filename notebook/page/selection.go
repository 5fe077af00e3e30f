package page

import (
	"net/http"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/queries"
)

// A said is a statement as lists and pictures show it.
type said struct {
	ID       string       `json:"id"`
	Words    string       `json:"words"`
	Kinds    []graph.Kind `json:"kinds"`
	Speaker  entity       `json:"speaker"`
	Side     entity       `json:"side"`
	Target   entity       `json:"target"`
	When     string       `json:"when"` // said or else published, "" where neither is known
	Document entity       `json:"document"`
	Outlet   string       `json:"outlet"`
	Rejects  bool         `json:"rejects"`
	Sure     float64      `json:"confidence"`
}

// An entity is a node with its name to read.
type entity struct {
	ID   string `json:"id"`
	Name string `json:"name"`
}

type contrast struct {
	Counter  string         `json:"counter"`
	Claim    string         `json:"claim"`
	Relation graph.Relation `json:"relation"`
	Equal    bool           `json:"equal"` // neither answers the other
	Score    float64        `json:"score"`
	Basis    graph.Basis    `json:"basis"`
}

// selection returns the statements that meet the conditions, the earliest first, and the
// contrasts between them.
func (s *Server) selection(r *http.Request) (any, error) {
	picked, cut, err := s.pick(r)
	if err != nil {
		return nil, err
	}
	statements, contrasts := []said{}, []contrast{}
	for i := range picked.Positions {
		statements = append(statements, saidOf(&picked, &picked.Positions[i]))
	}
	for _, c := range picked.Contrasts {
		contrasts = append(contrasts, contrast{c.Counter, c.Claim, c.Relation, c.Relation.Equal(), c.Score(), c.Basis})
	}
	return map[string]any{"statements": statements, "contrasts": contrasts, "caption": picked.Caption(), "cut": cut}, nil
}

// pick returns the statements that the address asks for, and whether there were more than a
// page can show.
func (s *Server) pick(r *http.Request) (picked graph.Selection, cut bool, err error) {
	limits := viewLimits
	limits.Rows++
	err = s.read(func(db *store.Store) error {
		picked, err = queries.Pick(r.Context(), db, conditions(r), limits)
		return err
	})
	if cut = len(picked.Positions) > viewLimits.Rows; cut {
		picked.Positions = picked.Positions[:viewLimits.Rows]
	}
	return picked, cut, err
}

func saidOf(in *graph.Selection, p *graph.Position) said {
	st := &p.Statement
	return said{
		ID: st.ID, Words: p.Words, Kinds: st.Kinds, When: string(p.When()), Outlet: p.Document.Publisher,
		Speaker: entityOf(in, st.Speaker.Actor), Side: entityOf(in, st.Side), Target: entityOf(in, st.Target.Actor),
		Document: entity{p.Document.ID, p.Document.Title}, Rejects: !p.Agrees(), Sure: st.Confidence,
	}
}

func entityOf(in *graph.Selection, actor string) entity {
	if actor == "" {
		return entity{}
	}
	return entity{actor, in.Name(actor)}
}
