package loaders

import (
	"context"
	"fmt"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// A Rebuilt says what came of Rebuild.
type Rebuilt struct {
	Documents int            // that are in the new store
	Misfits   []store.Misfit // of documents that were not as they were loaded; what is left of them is in
	Lost      []error        // each names a document that is not in
}

// Rebuild puts the documents of one store into another, which is empty, as Load does with
// those of files: from their statements and texts, which the store keeps. Contrasts are
// found anew, within documents and across them, since they are a function of these; what a
// store had of them that no rule finds is not carried over. progress may be nil.
func Rebuild(ctx context.Context, from, to *store.Store, progress func(done, total int)) (Rebuilt, error) {
	var out Rebuilt
	ids, err := from.NodesOf(ctx, "document")
	if err != nil {
		return out, err
	}
	var batch []graph.Coding
	quads := 0
	flush := func() error {
		err := out.put(ctx, to, batch)
		batch, quads = nil, 0
		return err
	}
	for i, id := range ids {
		coding, found, err := from.Coding(ctx, id)
		switch {
		case ctx.Err() != nil:
			return out, ctx.Err()
		case err != nil:
			out.Lost = append(out.Lost, lost(id, err))
			continue
		case !found:
			continue
		}
		misfits, err := from.CheckDocument(ctx, id)
		if err != nil {
			return out, err
		}
		out.Misfits = append(out.Misfits, misfits...)
		batch = append(batch, coding)
		if quads += quadsOf(&coding); quads >= batchQuads {
			if err := flush(); err != nil {
				return out, err
			}
		}
		if progress != nil {
			progress(i+1, len(ids))
		}
	}
	return out, flush()
}

// put puts the codings into the store; where it refuses them, each alone, so that only those
// at fault are lost.
func (r *Rebuilt) put(ctx context.Context, to *store.Store, batch []graph.Coding) error {
	if len(batch) == 0 {
		return nil
	}
	_, _, err := to.Put(ctx, batch, Linker(to))
	switch {
	case err == nil:
		r.Documents += len(batch)
	case ctx.Err() != nil:
		return ctx.Err()
	case len(batch) == 1:
		r.Lost = append(r.Lost, lost(batch[0].Document.ID, err))
	default:
		for i := range batch {
			if err := r.put(ctx, to, batch[i:i+1]); err != nil {
				return err
			}
		}
	}
	return nil
}

func lost(document string, err error) error {
	return fmt.Errorf("%s is lost, load it again: %w", document, err)
}
