package cmd

import (
	"fmt"
	"io"
	"strings"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders"
)

// printReport prints what came of a load: documents, statements by kind and
// contrasts by relation.
func printReport(w io.Writer, r loaders.Report) error {
	p := newPage(w)
	p.fact("documents", documentCounts(r))
	p.fact("statements", fmt.Sprint(r.Statements)+kindCounts(r.Kinds))
	if r.Unsure > 0 {
		p.fact("left out", unsure(r))
	}
	p.fact("contrasts", relationCounts(r.Relations))
	return p.err
}

// unsure says how many statements were left out, and why.
func unsure(r loaders.Report) string {
	return fmt.Sprintf("%s with a confidence below %v", count(r.Unsure, "statement", "statements"), r.MinConfidence)
}

func documentCounts(r loaders.Report) string {
	var parts []string
	for _, o := range []store.Outcome{store.Added, store.Replaced, store.Unchanged, store.Kept} {
		if n := r.Documents[o]; n > 0 || o == store.Added {
			parts = append(parts, fmt.Sprintf("%d %s", n, outcomeWords[o]))
		}
	}
	return strings.Join(append(parts, fmt.Sprintf("%d failed", len(r.Failed))), ", ")
}

var outcomeWords = map[store.Outcome]string{
	store.Added:     "added",
	store.Replaced:  "replaced",
	store.Unchanged: "unchanged",
	store.Kept:      "left, as another coding of them stands",
}

func kindCounts(kinds map[graph.Kind]int) string {
	var parts []string
	for _, k := range graph.Kinds {
		if n := kinds[k.Kind]; n > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", k.Kind, n))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return ": " + strings.Join(parts, ", ")
}

func relationCounts(relations map[graph.Relation]int) string {
	var parts []string
	all := 0
	for _, row := range graph.Relations {
		if n := relations[row.Relation]; n > 0 {
			all += n
			parts = append(parts, fmt.Sprintf("%s %d", row.Relation, n))
		}
	}
	if all == 0 {
		return "0"
	}
	return fmt.Sprintf("%d: %s", all, strings.Join(parts, ", "))
}

// printStats prints what a store holds, as printReport says what came into it.
func printStats(w io.Writer, s store.Stats) error {
	p := newPage(w)
	p.fact("documents", fmt.Sprint(s.Documents))
	p.fact("statements", fmt.Sprint(s.Statements)+kindCounts(s.Kinds))
	p.fact("contrasts", relationCounts(s.Relations))
	p.fact("quads", fmt.Sprint(s.Quads))
	return p.err
}
