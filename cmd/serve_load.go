package cmd

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders"
	"counterclaim/notebook/serve"
)

// A loadBody is the report of a load as JSON.
type loadBody struct {
	Documents  map[string]int         `json:"documents"` // by what became of them
	Statements int                    `json:"statements"`
	LeftOut    int                    `json:"left_out"` // below the least confidence
	Kinds      map[graph.Kind]int     `json:"kinds"`
	Relations  map[graph.Relation]int `json:"relations"`
	Notes      []string               `json:"notes"`
}

// loadOne loads one file of that name, as serve.Server.Load says.
func (in *inForce) loadOne(ctx context.Context, name string, content []byte) (any, error) {
	dir, err := os.MkdirTemp("", "counterclaim")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, name), content, 0o600); err != nil {
		return nil, err
	}
	book, err := in.book()
	if err != nil {
		return nil, err
	}
	all := loaders.All(book)
	if !slices.Contains(extensions(all), strings.ToLower(filepath.Ext(name))) {
		return nil, badFile(fmt.Errorf("no loader reads %s; allowed are names in %s", name, strings.Join(extensions(all), ", ")))
	}
	files := loaders.Find(all, filepath.Join(dir, name))
	files.MinConfidence = in.GetFloat64(confidence)
	var report loaders.Report
	opened := false
	err = in.fillStore(func(db *store.Store) error {
		opened = true
		report, err = loaders.Load(ctx, db, files, nil)
		return err
	})
	switch {
	case err != nil && !opened: // another process has it
		return nil, serve.Busy{Err: err}
	case err != nil:
		return nil, err
	}
	if err := errors.Join(report.Failed...); err != nil {
		return nil, badFile(errors.New(without(dir, err.Error())))
	}
	body := loadBodyOf(report)
	for i, note := range body.Notes {
		body.Notes[i] = without(dir, note)
	}
	return body, nil
}

// without returns the text with the file's name alone where it has its path.
func without(dir, text string) string {
	return strings.ReplaceAll(text, dir+string(filepath.Separator), "")
}

func badFile(err error) error { return serve.BadFile{Err: err} }

func extensions(all []loaders.Loader) []string {
	var out []string
	for _, l := range all {
		out = append(out, l.Extensions()...)
	}
	return out
}

func loadBodyOf(r loaders.Report) loadBody {
	out := loadBody{Documents: map[string]int{}, Statements: r.Statements, LeftOut: r.Unsure, Kinds: r.Kinds, Relations: r.Relations, Notes: append([]string{}, r.Notes...)}
	for outcome, n := range r.Documents {
		out.Documents[outcomeWords[outcome]] = n
	}
	return out
}
