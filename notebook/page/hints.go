package page

import (
	"context"
	"net/http"
	"time"

	"counterclaim/notebook"
)

// hintTime is how long a person waits for what may stand at the cursor.
const hintTime = 2 * time.Second

// A cursor is a place in the source of a cell, in code points.
type cursor struct {
	Source string
	Cursor int
}

// complete offers what may stand at the cursor of a cell.
func (s *Server) complete(r *http.Request) (any, error) {
	var at cursor
	if err := body(r, &at); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithTimeout(r.Context(), hintTime)
	defer cancel()
	return notebook.Complete(ctx, s.read, at.Source, at.Cursor)
}

// inspect explains the word at the cursor, with an empty text where nothing is known of it.
func (s *Server) inspect(r *http.Request) (any, error) {
	var at cursor
	if err := body(r, &at); err != nil {
		return nil, err
	}
	found, _ := notebook.Inspect(at.Source, at.Cursor)
	return found, nil
}
