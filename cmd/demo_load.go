package cmd

import (
	"context"
	"errors"

	"counterclaim/loaders"
	"counterclaim/loaders/actors"
	"counterclaim/seeds"
)

// load brings the seeds into the store and prints what came in.
func (d *demo) load(ctx context.Context) error {
	book, err := actors.Seeded()
	if err != nil {
		return err
	}
	report, err := loaders.Load(ctx, d.store, loaders.FindFS(loaders.All(book), seeds.Files, "statements", "articles"), nil)
	if err != nil {
		return err
	}
	d.print(d.as(bold, "Loading the seeds: claims coded by hand, and invented articles") + "\n\n")
	return errors.Join(append(report.Failed, printReport(d.w, report), d.err)...)
}
