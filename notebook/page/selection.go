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

// selection returns the statements that meet the conditions with those that answer them and
// that they answer, the earliest first, and the contrasts that lead from or to the former.
func (s *Server) selection(r *http.Request) (any, error) {
	var picked, around graph.Selection
	limits := viewLimits
	limits.Rows++
	err := s.read(func(db *store.Store) error {
		var err error
		if picked, err = queries.Pick(r.Context(), db, conditions(r), limits); err == nil {
			around, err = db.Around(r.Context(), &picked)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	statements, contrasts := []said{}, []contrast{}
	for i := range around.Positions {
		statements = append(statements, saidOf(&around, &around.Positions[i]))
	}
	for _, c := range around.Contrasts {
		_, counter := picked.Position(c.Counter)
		_, claim := picked.Position(c.Claim)
		if counter || claim {
			contrasts = append(contrasts, contrast{c.Counter, c.Claim, c.Relation, c.Relation.Equal(), c.Score(), c.Basis})
		}
	}
	return map[string]any{"statements": statements, "contrasts": contrasts, "caption": picked.Caption(), "cut": len(picked.Positions) > viewLimits.Rows}, nil
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
