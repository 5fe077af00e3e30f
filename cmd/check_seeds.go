package cmd

import (
	"context"
	"errors"
	"fmt"

	"counterclaim/graph/store"
	"counterclaim/loaders"
	"counterclaim/seeds"
)

// checkSeeds reads the seeds, and the user's actors, and checks the graph that
// they make.
func (in *inForce) checkSeeds(ctx context.Context) (string, error) {
	book, err := in.book()
	if err != nil {
		return "", err
	}
	db, err := store.Open("memory", "")
	if err != nil {
		return "", err
	}
	defer db.Close()
	report, err := loaders.Load(ctx, db, loaders.FindFS(loaders.All(book), seeds.Files, "statements", "articles"), nil)
	if err != nil {
		return "", err
	}
	found := fmt.Sprintf("%s with %s", count(report.Documents[store.Added], "document", "documents"), count(report.Statements, "statement", "statements"))
	return found, errors.Join(append(db.Check(ctx), report.Failed...)...)
}
