package store

import (
	"context"
	"io"
	"maps"
	"slices"

	"counterclaim/graph"
)

// Texts returns the text of each of the documents, by ID; "" where only a citation is
// known.
func (s *Store) Texts(ctx context.Context, documents []string) (map[string]string, error) {
	texts := make(map[string]string, len(documents))
	err := s.read(ctx, func(w *walker) error {
		for _, id := range documents {
			f, err := w.facts(id)
			if err != nil {
				return err
			}
			texts[id] = f.document(id, true).Text
		}
		return nil
	})
	return texts, err
}

// ExportSelection is Export of the graph that would be there if the selection were all of
// it: its statements, their documents and actors, and the contrasts among them.
func (s *Store) ExportSelection(ctx context.Context, out io.Writer, format string, selection *graph.Selection) error {
	picked := map[string]map[string]bool{} // statements by document
	for i := range selection.Positions {
		p := &selection.Positions[i]
		if picked[p.Document.ID] == nil {
			picked[p.Document.ID] = map[string]bool{}
		}
		picked[p.Document.ID][p.Statement.ID] = true
	}
	var codings []graph.Coding
	for _, id := range slices.Sorted(maps.Keys(picked)) {
		coding, _, err := s.Coding(ctx, id)
		if err != nil {
			return err
		}
		coding.Statements = slices.DeleteFunc(coding.Statements, func(st graph.Statement) bool { return !picked[id][st.ID] })
		codings = append(codings, coding.Canonical())
	}
	part, err := Open("memory", "")
	if err != nil {
		return err
	}
	defer part.Close()
	link := func(context.Context, graph.Change) (graph.Links, error) {
		return graph.Links{Contrasts: selection.Contrasts}, nil
	}
	if _, _, err := part.Put(ctx, codings, link); err != nil {
		return err
	}
	return part.Export(ctx, out, format)
}
