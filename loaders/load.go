package loaders

import (
	"context"
	"fmt"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/contrast"
)

// batchQuads is how many quads go into the store at once, about; larger batches
// gain little speed and hold up other writers for longer.
const batchQuads = 30_000

// Load reads the files and puts what they say into the store, with the contrasts
// between all of it and what the store has. A file that fails does not stop the
// others: it is in the report. The error is one of the store, or of ctx; what was
// put in before stays, and is whole documents with their contrasts: many documents that
// are loaded into an empty store come all at once, at the end. progress may be nil.
func Load(ctx context.Context, db *store.Store, files Files, progress func(Progress)) (Report, error) {
	r := newRun(&files)
	var batch []item
	quads := 0
	for found := range files.read(ctx, &r.kept, progress) {
		for _, it := range r.admit(found) {
			batch = append(batch, it)
			quads += quadsOf(&it.coding)
		}
		if quads < batchQuads {
			continue
		}
		if err := r.flush(ctx, db, r.standing(batch)); err != nil {
			r.abandon()
			return r.Report, err
		}
		batch, quads = nil, 0
	}
	if err := ctx.Err(); err != nil {
		r.abandon()
		return r.Report, err
	}
	if r.build != nil {
		r.kept.close()
		if n := r.kept.found; n > 0 {
			r.Notes = append(r.Notes, fmt.Sprintf("files that an interrupted load had read: %d", n))
		}
		r.build.add(r, r.standing(batch))
		err := r.build.finish(ctx, r, progress)
		if err == nil {
			err = r.put(ctx, db, r.build.later)
		}
		return r.Report, err
	}
	err := r.put(ctx, db, r.standing(batch))
	return r.Report, err
}

// flush puts a batch into the store. Where a first one goes into an empty store, there is
// much to load, and the store is built.
func (r *run) flush(ctx context.Context, db *store.Store, batch []item) error {
	if r.build == nil && !r.begun {
		r.begun = true
		var err error
		if r.build, err = newBuild(ctx, db); err != nil {
			return err
		}
		if err = r.keep(); err != nil {
			return err
		}
	}
	if r.build != nil {
		r.build.add(r, batch)
		return r.build.Err()
	}
	return r.put(ctx, db, batch)
}

// quadsOf estimates how many quads a coding makes.
func quadsOf(c *graph.Coding) int {
	return 10 + 20*len(c.Statements) + 5*len(c.Actors)
}

// put puts a batch into the store. Where the store refuses it, each document goes
// alone, so that only the one at fault fails; where all are refused, the fault is
// the store's.
func (r *run) put(ctx context.Context, db *store.Store, batch []item) error {
	err := r.putAll(ctx, db, batch)
	if err == nil || ctx.Err() != nil {
		return err
	}
	var failed []error
	for _, it := range batch {
		if err := r.putAll(ctx, db, []item{it}); err != nil {
			failed = append(failed, fmt.Errorf("%s: %w", it.own.from(), err))
		}
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	if len(batch) > 1 && len(failed) == len(batch) {
		return err
	}
	r.Failed = append(r.Failed, failed...)
	return nil
}

// Linker returns what finds the contrasts of a change of the store.
func Linker(db *store.Store) store.Linker {
	return func(ctx context.Context, change graph.Change) (graph.Links, error) {
		return contrast.Link(ctx, change, db)
	}
}

func (r *run) putAll(ctx context.Context, db *store.Store, batch []item) error {
	if len(batch) == 0 {
		return nil
	}
	codings := make([]graph.Coding, len(batch))
	for i, it := range batch {
		codings[i] = it.coding
	}
	outcomes, contrasts, err := db.Put(ctx, codings, Linker(db))
	if err != nil {
		return err
	}
	for i, it := range batch {
		r.count(it, outcomes[i])
	}
	r.countContrasts(contrasts)
	return nil
}
