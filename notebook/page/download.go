package page

import (
	"fmt"
	"net/http"

	"counterclaim/exports"
	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/networks"
	"counterclaim/plots"
	"counterclaim/queries"
)

// plot draws the statements that the address asks for.
func (s *Server) plot(w http.ResponseWriter, r *http.Request) {
	given := conditions(r)
	options := plots.Options{By: plots.By(given["by"]), Network: networks.Kind(given["network"])}
	delete(given, "by")
	delete(given, "network")
	var picture plots.Picture
	err := s.read(func(db *store.Store) error {
		picked, err := queries.Pick(r.Context(), db, given, queries.Limits{Time: viewLimits.Time})
		if err == nil {
			picture, err = plots.Draw(r.PathValue("kind"), &picked, options)
		}
		return err
	})
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "image/svg+xml")
	w.Header().Set("Content-Security-Policy", picturePolicy)
	plots.WriteSVG(w, &picture)
}

// export writes the statements that the address asks for as a file to keep.
func (s *Server) export(w http.ResponseWriter, r *http.Request) {
	format, err := exports.Find(r.PathValue("format"))
	if err != nil {
		fail(w, err)
		return
	}
	content := &exports.Content{}
	err = s.read(func(db *store.Store) error {
		if content.Selection, err = queries.Pick(r.Context(), db, conditions(r), queries.Limits{Time: viewLimits.Time}); err != nil {
			return err
		}
		if content.Texts, err = db.Texts(r.Context(), documentsOf(&content.Selection)); err != nil {
			return err
		}
		content.Around, err = around(r, db, &content.Selection, format.Answers)
		return err
	})
	if err != nil {
		fail(w, err)
		return
	}
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", fmt.Sprintf("attachment; filename=%q", "statements"+format.Extension))
	format.Write(w, content)
}

func around(r *http.Request, db *store.Store, picked *graph.Selection, wanted bool) (graph.Selection, error) {
	if !wanted {
		return graph.Selection{}, nil
	}
	return db.Around(r.Context(), picked)
}
