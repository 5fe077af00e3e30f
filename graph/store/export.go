package store

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// exporters are the formats of Export.
var exporters = []struct {
	name  string
	write func(io.Writer, []quad.Quad) error
}{
	{"nquads", exportNQuads},
	{"jsonld", exportJSONLD},
}

// ExportFormats returns the formats that Export knows.
func ExportFormats() []string {
	names := make([]string, len(exporters))
	for i, e := range exporters {
		names[i] = e.name
	}
	return names
}

// Export writes the graph in the standard terms of the vocabulary: "nquads" with
// documents as named graphs, or "jsonld" as one @graph without them. Nodes are
// IRIs below https://counterclaim.example/, dates are typed by their precision,
// places in a text are Web Annotation selectors that count Unicode code points,
// and kinds, relations and concepts are SKOS concepts. The output is sorted and
// depends on the graph alone. All of it is held in memory.
func (s *Store) Export(ctx context.Context, out io.Writer, format string) error {
	for _, e := range exporters {
		if e.name != format {
			continue
		}
		quads, err := s.standardQuads(ctx)
		if err != nil {
			return err
		}
		return e.write(out, quads)
	}
	return fmt.Errorf("format %q; allowed are %s", format, strings.Join(ExportFormats(), ", "))
}

func exportNQuads(out io.Writer, quads []quad.Quad) error {
	lines := make([]string, len(quads))
	for i, q := range quads {
		lines[i] = q.NQuad()
	}
	return writeLines(out, lines)
}

// standardQuads returns the graph in standard terms, in no order.
func (s *Store) standardQuads(ctx context.Context) ([]quad.Quad, error) {
	x := &exporter{concepts: map[string]bool{}}
	err := s.read(ctx, func(w *walker) error {
		labels, err := w.into(quad.IRI("class:document"), graph.PType)
		if err != nil {
			return err
		}
		slices.Sort(labels)
		for _, label := range append(labels, string(graph.ActorsLabel)) {
			f, err := w.facts(label)
			if err != nil {
				return err
			}
			quads, err := w.quads(quad.Label, quad.IRI(label))
			if err != nil {
				return err
			}
			x.begin(label, f.one(graph.PText))
			for _, q := range quads {
				if err := x.quad(q); err != nil {
					return err
				}
			}
		}
		return nil
	})
	x.vocabulary()
	return x.out, err
}
