package serve

import (
	"bytes"
	"errors"
	"fmt"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/networks"
	"counterclaim/plots"
	"counterclaim/queries"
)

// plotWords are the words of an address that are options of a picture and no conditions.
var plotWords = []string{"by", "top", "network"}

func (s *Server) plot(w http.ResponseWriter, r *http.Request) error {
	conditions, err := words(r)
	if err != nil {
		return err
	}
	kind := r.PathValue("kind")
	options, err := plotOptions(kind, conditions)
	if err != nil {
		return err
	}
	limits, err := s.limits(limited{Timeout: conditions[timeoutWord]})
	if err != nil {
		return err
	}
	delete(conditions, timeoutWord)
	picking, err := queries.Find(queries.PickingName)
	if err != nil {
		return err
	}
	if err := picking.CheckParams(conditions); err != nil {
		return wrong(err)
	}
	var selection graph.Selection
	err = s.reading(r, func(db *store.Store) error {
		selection, err = queries.Pick(r.Context(), db, conditions, limits)
		return err
	})
	if err != nil {
		return late(err)
	}
	picture, err := plots.Draw(kind, &selection, options)
	if err != nil {
		return wrong(err)
	}
	var svg bytes.Buffer
	if err := plots.WriteSVG(&svg, &picture); err != nil {
		return err
	}
	w.Header().Set("Content-Type", "image/svg+xml")
	_, _ = w.Write(svg.Bytes())
	return nil
}

// plotOptions takes the options out of the words and leaves the conditions.
func plotOptions(kind string, words map[string]string) (o plots.Options, err error) {
	if !slices.ContainsFunc(plots.Kinds, func(k plots.Kind) bool { return k.Name == kind }) {
		return o, statusError(http.StatusNotFound, fmt.Sprintf("no picture %q; allowed are %s", kind, strings.Join(plotKinds(), ", ")))
	}
	o.By, o.Network = plots.By(words["by"]), networks.Kind(words["network"])
	if top, given := words["top"]; given {
		if o.Top, err = strconv.Atoi(top); err != nil {
			return o, wrong(errors.New("top " + strconv.Quote(top) + " is no number"))
		}
	}
	for _, word := range plotWords {
		delete(words, word)
	}
	if err := plots.Check(kind, o); err != nil {
		return o, wrong(err)
	}
	return o, nil
}

func plotKinds() []string {
	names := make([]string, len(plots.Kinds))
	for i, k := range plots.Kinds {
		names[i] = k.Name
	}
	return names
}
