// Package seedtest gives tests a store with what comes with the program: the statements that
// were coded by hand, and the invented articles.
package seedtest

import (
	"context"
	"errors"
	"testing"

	"counterclaim/graph/store"
	"counterclaim/loaders"
	"counterclaim/loaders/actors"
	"counterclaim/seeds"
)

// Reader returns a function that calls another one with a store in memory that has the seeds.
// The store is closed with the test.
func Reader(tb testing.TB) func(use func(*store.Store) error) error {
	tb.Helper()
	db, err := store.Open("memory", "")
	if err == nil {
		tb.Cleanup(func() { db.Close() })
		err = load(tb.Context(), db)
	}
	if err != nil {
		tb.Fatal(err)
	}
	return func(use func(*store.Store) error) error { return use(db) }
}

// File makes a bolt file with the seeds.
func File(path string) error {
	db, err := store.Open("bolt", path)
	if err != nil {
		return err
	}
	return errors.Join(load(context.Background(), db), db.Close())
}

func load(ctx context.Context, db *store.Store) error {
	book, err := actors.Seeded()
	if err != nil {
		return err
	}
	_, err = loaders.Load(ctx, db, loaders.FindFS(loaders.All(book), seeds.Files, "statements", "articles"), nil)
	return err
}
