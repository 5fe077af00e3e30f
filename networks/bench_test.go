package networks_test

import (
	"flag"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/synthetic"
	"counterclaim/networks"
)

// statements is the size of the benchmark's selection.
//
//	go test ./networks -run - -bench . -benchtime 1x -statements 100000
var statements = flag.Int("statements", 2_000, "size of the benchmark's selection")

// BenchmarkBuild makes each kind of network of an invented selection, by actor and by
// side.
func BenchmarkBuild(b *testing.B) {
	s := &graph.Selection{Actors: map[string]graph.Actor{}}
	for batch := range synthetic.Batches(1, *statements, 1000) {
		for _, c := range batch.Codings {
			for _, a := range c.Actors {
				s.Actors[a.ID] = a
			}
			for _, st := range c.Statements {
				about := st.About[0]
				p := graph.Position{Concept: graph.Concept{ID: about, Name: about}}
				p.Statement, p.Document = st, c.Document
				s.Positions = append(s.Positions, p)
			}
		}
		s.Contrasts = append(s.Contrasts, batch.Contrasts...)
	}
	s.Sort()
	for _, row := range networks.Kinds {
		b.Run(string(row.Kind)+"-unmeasured", func(b *testing.B) {
			for b.Loop() {
				if _, err := networks.Build(s, networks.Options{Kind: row.Kind, Unmeasured: true}); err != nil {
					b.Fatal(err)
				}
			}
		})
		for _, by := range []networks.Unit{networks.ByActor, networks.BySide} {
			b.Run(string(row.Kind+"-by-")+string(by), func(b *testing.B) {
				for b.Loop() {
					n, err := networks.Build(s, networks.Options{Kind: row.Kind, By: by})
					if err != nil {
						b.Fatal(err)
					}
					b.ReportMetric(float64(len(n.Nodes)), "nodes")
					b.ReportMetric(float64(len(n.Edges)), "edges")
				}
			})
		}
	}
}
