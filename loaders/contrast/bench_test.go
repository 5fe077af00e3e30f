package contrast_test

import (
	"context"
	"fmt"
	"testing"

	"counterclaim/graph"
	"counterclaim/graph/synthetic"
	"counterclaim/loaders/contrast"
)

// BenchmarkLink links graphs of invented documents of many disputes, one of them
// heavy. What a statement costs should not depend on how many there are. A
// million statements take a few minutes and 10 GB:
//
//	go test ./loaders/contrast -run '^$' -bench Link -statements 1000000
func BenchmarkLink(b *testing.B) {
	for _, n := range []int{10_000, 100_000, 1_000_000} {
		if n > *statements {
			continue
		}
		b.Run(fmt.Sprintf("%d-statements", n), func(b *testing.B) {
			var change graph.Change
			for batch := range synthetic.Batches(1, n, n) {
				change.Accepted = append(change.Accepted, batch.Codings...)
			}
			bench(b, change)
		})
	}
}

// BenchmarkLinkOneDispute links documents of one dispute of one year: each has an
// accusation, a denial and a claim of victimhood of the same two sides.
func BenchmarkLinkOneDispute(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		if n > *statements/3 {
			continue
		}
		b.Run(fmt.Sprintf("%d-statements", 3*n), func(b *testing.B) { bench(b, graph.Change{Accepted: dispute(n)}) })
	}
}

func bench(b *testing.B, change graph.Change) {
	statements, contrasts := 0, 0
	for _, c := range change.Accepted {
		statements += len(c.Statements)
	}
	b.ReportAllocs()
	for b.Loop() {
		links, err := contrast.Link(context.Background(), change, nil)
		if err != nil {
			b.Fatal(err)
		}
		contrasts = len(links.Contrasts)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*statements), "ns/statement")
	b.ReportMetric(float64(contrasts)/float64(statements), "contrasts/statement")
}

func dispute(n int) []graph.Coding {
	out := make([]graph.Coding, n)
	for i := range out {
		day := graph.Date(fmt.Sprintf("2031-%02d-%02d", 1+i/28%12, 1+i%28))
		d := graph.Document{ID: fmt.Sprintf("doc:%d", i), Publisher: fmt.Sprintf("Paper %d", i%40), Published: day, Format: "article"}
		s := func(k graph.Kind, speaker, side, target, text string) graph.Statement {
			return graph.Statement{ID: fmt.Sprintf("st:%d-%s", i, k), Document: d.ID, Kinds: []graph.Kind{k}, Speaker: graph.Mention{Actor: speaker}, Side: side, TargetSide: target, About: []string{"concept:cyber-attack"}, Text: text, Said: day}
		}
		out[i] = graph.Coding{Document: d, Statements: []graph.Statement{
			s(graph.Attribution, "actor:norreland", "actor:norreland", "actor:veldany", fmt.Sprintf("Veldany of hacking the cranes of harbour %d", i)),
			s(graph.Denial, "actor:oran-teskin", "actor:veldany", "", fmt.Sprintf("Nobody touched harbour %d", i)),
			s(graph.Victimhood, "actor:oran-teskin", "actor:veldany", "", "Veldany suffers from hackers too"),
		}}
	}
	return out
}
