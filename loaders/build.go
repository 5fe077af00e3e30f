package loaders

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/contrast"
)

// A build loads documents into an empty store: first all of them with the contrasts within
// each, then, when all are there to be looked up, the contrasts across them.
type build struct {
	*store.Build
	documents []dated
	later     []item // that displace what was added; they are put into the store when it is built
}

type dated struct {
	id        string
	published graph.Date
}

// newBuild returns nil where the store has something in it or is not in a file.
func newBuild(ctx context.Context, db *store.Store) (*build, error) {
	within := func(ctx context.Context, change graph.Change) (graph.Links, error) {
		return contrast.Link(ctx, change, nil)
	}
	b, err := db.Build(ctx, within)
	if errors.Is(err, store.ErrNoBuild) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	return &build{Build: b}, nil
}

// add adds a batch. What is wrong with one document is in the report.
func (b *build) add(r *run, batch []item) {
	for _, it := range batch {
		if b.Has(it.coding.Document.ID) {
			b.later = append(b.later, it)
			continue
		}
		if err := b.Add(it.coding); err != nil {
			r.Failed = append(r.Failed, fmt.Errorf("%s: %w", it.own.from(), err))
			continue
		}
		r.count(it, store.Added)
		b.documents = append(b.documents, dated{it.coding.Document.ID, it.coding.Document.Published})
	}
}

func (b *build) finish(ctx context.Context, r *run, progress func(Progress)) error {
	if progress == nil {
		progress = func(Progress) {}
	}
	var telling sync.Mutex
	step := func(at store.Progress) {
		telling.Lock()
		defer telling.Unlock()
		progress(Progress{Step: at.Step, Done: int(at.Done), Total: int(at.Total)})
	}
	across := func(ctx context.Context, db *store.Store, done map[int]bool, add func(int, []graph.Contrast) error) error {
		return b.across(ctx, db, done, add, step)
	}
	stats, err := b.Finish(ctx, across, step)
	if err != nil {
		r.forget()
		return err
	}
	for relation, n := range stats.Relations {
		r.Relations[relation] += n
	}
	return nil
}

// linkAtOnce is how many documents make a batch of contrasts.
const linkAtOnce = 40

// across sets the documents against one another, in the order of their dates, on each core
// those of its own time.
func (b *build) across(ctx context.Context, db *store.Store, done map[int]bool, add func(int, []graph.Contrast) error, step func(store.Progress)) error {
	slices.SortFunc(b.documents, func(a, b dated) int {
		return cmp.Or(cmp.Compare(a.published, b.published), cmp.Compare(a.id, b.id))
	})
	batches := slices.Collect(slices.Chunk(b.documents, linkAtOnce))
	var linked atomic.Int64
	linked.Store(int64(len(done)))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	parts := runtime.GOMAXPROCS(0)
	errs := make([]error, parts)
	var wait sync.WaitGroup
	for part := range parts {
		wait.Go(func() {
			corpus := contrast.NewCorpus(db)
			for i := part * len(batches) / parts; i < (part+1)*len(batches)/parts && errs[part] == nil; i++ {
				if done[i] {
					continue
				}
				var ids []string
				for _, d := range batches[i] {
					ids = append(ids, d.id)
				}
				found, err := corpus.Across(ctx, ids)
				if err == nil {
					err = add(i, found)
				}
				if errs[part] = err; err != nil {
					stop()
				}
				step(store.Progress{Step: "linking", Done: min(linked.Add(1)*linkAtOnce, int64(len(b.documents))), Total: int64(len(b.documents))})
			}
		})
	}
	wait.Wait()
	return errors.Join(errs...)
}

// abandon ends a build that came to nothing.
func (r *run) abandon() {
	if r.build != nil {
		r.kept.close()
		r.build.Abandon()
		r.forget()
	}
}

// forget takes back what the report says of a build that failed.
func (r *run) forget() {
	r.Statements, r.Unsure = 0, 0
	clear(r.Documents)
	clear(r.Kinds)
}
