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
// codings has them all, under the same ID; the contrasts are then between what is
// said in the one that would stand if they were loaded. A file that fails does not
// stop the others: it is in the report. progress may be nil.
func Extract(ctx context.Context, files Files, progress func(Progress)) ([]graph.Coding, []graph.Contrast, Report, error) {
	type extracted struct {
		place int
		own   standing
		raw   graph.Coding
	}
	var all []extracted
	r, err := extract(ctx, files, progress, func(r *run, f file, c graph.Coding) error {
		own, err := standingOf(f, &c)
		if old, ok := r.from[c.Document.ID]; err == nil && (!ok || own.before(old)) {
			r.from[c.Document.ID] = own
		}
		all = append(all, extracted{f.place, own, c})
		return err
	})
	if err != nil {
		return nil, nil, r.Report, err
	}
	slices.SortStableFunc(all, func(a, b extracted) int { return cmp.Compare(a.place, b.place) })
	var codings, originals []graph.Coding
	linked := map[string]bool{}
	for _, x := range all {
		codings = append(codings, x.raw)
		if id := x.raw.Document.ID; !linked[id] && !r.from[id].before(x.own) {
			linked[id] = true
			named := contrast.Incidents(x.raw)
			originals = append(originals, named.Canonical())
		}
	}
	links, err := contrast.Link(ctx, graph.Change{Accepted: originals}, nil)
	r.countContrasts(links.Contrasts)
	return codings, links.Contrasts, r.Report, err
}

// ExtractEach reads the files and calls write with each coding as it comes, so that
// none waits in memory; nothing is set against anything. Else it is as Extract. It
// ends with the first error of write.
func ExtractEach(ctx context.Context, files Files, progress func(Progress), write func(*graph.Coding) error) (Report, error) {
	r, err := extract(ctx, files, progress, func(_ *run, _ file, c graph.Coding) error { return write(&c) })
	return r.Report, err
}

// extract reads the files and calls each with what they say: in canonical form, but
// with all actors that the loader knew, as incidents are named with them, and
// without the incidents that are named after it. So what is loaded from the codings
// is what is loaded from the files, whatever is left out for want of confidence.
func extract(ctx context.Context, files Files, progress func(Progress), each func(*run, file, graph.Coding) error) (*run, error) {
	r := newRun(&files)
	for found := range files.read(ctx, nil, progress) {
		r.Notes = append(r.Notes, found.notes...)
		if found.err != nil {
			r.Failed = append(r.Failed, found.err)
		}
		for _, c := range found.codings {
			c, unsure := r.sure(c)
			canonical := c.Canonical()
			canonical.Actors = c.Actors
			r.count(item{standing{path: found.file.path}, canonical, unsure}, store.Added)
			if err := each(r, found.file, canonical); err != nil {
				return r, err
			}
		}
	}
	return r, ctx.Err()
}
