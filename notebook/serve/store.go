package serve

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/sync/semaphore"

	"counterclaim/graph/store"
	"counterclaim/notebook"
)

// shared is the store, for many who read or one who loads. To open it for each request costs
// 50 microseconds whatever its size, and leaves it to other processes in between.
type shared struct {
	read    notebook.Reader
	readers *semaphore.Weighted // who loads takes the place of all
}

const allReaders = 1 << 20

func newShared(read notebook.Reader) *shared {
	return &shared{read, semaphore.NewWeighted(allReaders)}
}

// hold keeps loads of this server away until release is called.
func (s *shared) hold(ctx context.Context) (release func(), err error) {
	if err := s.readers.Acquire(ctx, 1); err != nil {
		return nil, err
	}
	return func() { s.readers.Release(1) }, nil
}

// view calls use with the store open. One that cannot be opened may be so later: another
// process loads, or has not yet.
func (s *shared) view(ctx context.Context, use func(*store.Store) error) error {
	release, err := s.hold(ctx)
	if err != nil {
		return err
	}
	defer release()
	return s.open(use)
}

// open is view for who holds the store.
func (s *shared) open(use func(*store.Store) error) error {
	opened := false
	err := s.read(func(db *store.Store) error {
		opened = true
		return use(db)
	})
	if err != nil && !opened {
		return &failure{status: http.StatusServiceUnavailable, err: err, again: 2 * time.Second}
	}
	return err
}

// change calls use while nobody reads, and has who comes meanwhile wait.
func (s *shared) change(ctx context.Context, patience time.Duration, use func() error) error {
	wait, cancel := context.WithTimeout(ctx, patience)
	defer cancel()
	if err := s.readers.Acquire(wait, allReaders); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		return &failure{status: http.StatusServiceUnavailable, err: errors.New("others read the store all the time; send the request again later"), again: 5 * time.Second}
	}
	defer s.readers.Release(allReaders)
	return use()
}
