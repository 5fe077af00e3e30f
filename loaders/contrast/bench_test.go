package contrast_test

import (
	"context"
	"fmt"
	"testing"

	"counterclaim/graph"
	"counterclaim/loaders/contrast"
)

// BenchmarkLink links documents of one dispute: each has an accusation, a denial
// and a claim of victimhood, all between the same two sides in one year.
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{100, 1000} {
		b.Run(fmt.Sprintf("%d-documents", n), func(b *testing.B) {
			cs := dispute(n)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := contrast.Link(context.Background(), cs, nil); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*3*n), "ns/statement")
		})
	}
}

func dispute(n int) []graph.Coding {
	out := make([]graph.Coding, n)
	for i := range out {
		day := graph.Date(fmt.Sprintf("2031-%02d-%02d", 1+i/28%12, 1+i%28))
		d := graph.Document{ID: fmt.Sprintf("doc:%d", i), Publisher: fmt.Sprintf("Paper %d", i%40), Published: day}
		s := func(k graph.Kind, speaker, side, target, text string) graph.Statement {
			return graph.Statement{ID: fmt.Sprintf("st:%d-%s", i, k), Document: d.ID, Kinds: []graph.Kind{k}, Speaker: graph.Mention{Actor: speaker}, Side: side, TargetSide: target, About: []string{"concept:cyber-attack"}, Text: text, Said: day}
		}
		d.Format = "article"
		out[i] = graph.Coding{Document: d, Statements: []graph.Statement{
			s(graph.Attribution, "actor:norreland", "actor:norreland", "actor:veldany", fmt.Sprintf("Veldany of hacking the cranes of harbour %d", i)),
			s(graph.Denial, "actor:oran-teskin", "actor:veldany", "", fmt.Sprintf("Nobody touched harbour %d", i)),
			s(graph.Victimhood, "actor:oran-teskin", "actor:veldany", "", "Veldany suffers from hackers too"),
		}}
	}
	return out
}
