package store_test

import (
	"math/rand/v2"
	"testing"

	"counterclaim/graph/store"
)

// sound fails unless the store is as its documents say.
func sound(t *testing.T, db *store.Store) {
	t.Helper()
	found, err := db.CheckDeep(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range found.Misfits {
		t.Error(m)
	}
	if stats, err := db.Stats(t.Context()); err != nil || stats.Quads != found.Quads || stats.Documents != found.Documents {
		t.Errorf("checked %d quads of %d documents, of %d and %d, %v", found.Quads, found.Documents, stats.Quads, stats.Documents, err)
	}
}

// Whatever Put and Remove do to a store, it is as its documents say.
func TestCheckDeepAcceptsWhatPutAndRemoveWrite(t *testing.T) {
	onEach(t, func(t *testing.T, db *store.Store) {
		r := rand.New(rand.NewPCG(3, 3))
		codings := universe(3, 12)
		sound(t, db)
		put(t, db, gazette(), archive())
		sound(t, db)
		for range 4 {
			turnInto(t, r, db, codings, shuffled(r, codings)[:6])
			sound(t, db)
		}
	})
}
