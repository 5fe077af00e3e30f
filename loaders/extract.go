package loaders

import (
	"cmp"
	"context"
	"slices"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/contrast"
)

// Extract reads the files and returns what they say, one coding a document in the
// order in which the files were found, with the contrasts between all of it, and
// a report that counts every document as added. A file that fails does not stop
// the others: it is in the report. progress may be nil.
func Extract(ctx context.Context, files Files, progress func(Progress)) ([]graph.Coding, []graph.Contrast, Report, error) {
	r := newRun(&files)
	var items []item
	for found := range files.read(ctx, progress) {
		items = append(items, r.admit(found)...)
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, r.Report, err
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(a.file.place, b.file.place) })
	codings := make([]graph.Coding, len(items))
	for i, it := range items {
		codings[i] = it.coding.Canonical()
		r.count(it, store.Added)
	}
	contrasts, err := contrast.Link(ctx, codings, nil)
	r.countContrasts(contrasts)
	return codings, contrasts, r.Report, err
}
