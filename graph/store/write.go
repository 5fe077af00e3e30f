package store

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"counterclaim/graph/store/server"
)

var errReadOnly = errors.New("the store is open for reading only; open it with Open to write")

// How often a write is tried again that another process overtook, and one that lost
// its server: for about a minute, and about half of one. A cluster that has lost a node
// takes Galera's default of 5 to 15 seconds to agree on it.
const (
	overtakenTries = 100
	lostTries      = 17
)

// write calls do, which reads and then updates, when other writes of this process have
// ended; and again where one of another process came between, or the server went away
// and is back.
func (s *Store) write(ctx context.Context, do func() error) error {
	if s.readOnly {
		return errReadOnly
	}
	s.writing.Lock()
	defer s.writing.Unlock()
	shared, ok := s.backend.(*served)
	if !ok { // others do not write to it
		return do()
	}
	overtaken, lost := 0, 0
	for {
		err := shared.begin(ctx)
		if err == nil {
			err = do()
		}
		var gone server.LostError
		var pause time.Duration
		switch {
		case errors.Is(err, server.ErrOvertaken) && overtaken < overtakenTries:
			overtaken++
			pause = time.Duration(min(overtaken, 20)) * 50 * time.Millisecond
			pause = rand.N(pause)
		case errors.As(err, &gone) && lost < lostTries:
			if lost == 0 && s.Retried != nil {
				s.Retried(gone)
			}
			lost++
			pause = min(100*time.Millisecond<<lost, 2*time.Second)
		default:
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
	}
}
