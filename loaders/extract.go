package loaders

import (
	"cmp"
	"context"
	"slices"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/contrast"
)

// Extract reads the files and returns what they say, the codings of each file in
// the order in which the files were found, with the contrasts between all of it,
// and a report that counts every coding as added. A document that comes in several
// files comes as often, under the same ID; the contrasts are then between what is
// said in the first of them, and in a hand-coded one rather than in text. A file
// that fails does not stop the others: it is in the report. progress may be nil.
func Extract(ctx context.Context, files Files, progress func(Progress)) ([]graph.Coding, []graph.Contrast, Report, error) {
	r := newRun(&files)
	var items []item
	for found := range files.read(ctx, progress) {
		if found.err != nil {
			r.Failed = append(r.Failed, found.err)
		}
		for _, c := range found.codings {
			if _, copied := r.from[c.Document.ID]; !copied {
				r.from[c.Document.ID] = found.file
			}
			items = append(items, r.item(found.file, c))
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, nil, r.Report, err
	}
	slices.SortStableFunc(items, func(a, b item) int { return cmp.Compare(a.file.place, b.file.place) })
	codings := make([]graph.Coding, len(items))
	var originals []graph.Coding
	for i, it := range items {
		codings[i] = it.coding.Canonical()
		r.count(it, store.Added)
		if r.from[it.coding.Document.ID].place == it.file.place {
			originals = append(originals, codings[i])
		}
	}
	links, err := contrast.Link(ctx, graph.Change{Accepted: originals}, nil)
	r.countContrasts(links.Contrasts)
	return codings, links.Contrasts, r.Report, err
}
