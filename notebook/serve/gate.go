package serve

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"
	"time"
)

// A gate lets so many in at once, and so many wait.
type gate struct {
	inside  chan struct{}
	waiting atomic.Int64
	most    int64
}

func newGate(atOnce, waiting int) *gate {
	return &gate{inside: make(chan struct{}, atOnce), most: int64(waiting)}
}

// enter waits for a place, no longer than that. Who gets nil calls leave.
func (g *gate) enter(ctx context.Context, patience time.Duration) error {
	select {
	case g.inside <- struct{}{}:
		return nil
	default:
	}
	if g.waiting.Add(1) > g.most {
		g.waiting.Add(-1)
		return &failure{status: http.StatusTooManyRequests, err: errors.New("too many requests are waiting; send it again later"), again: 2 * time.Second}
	}
	defer g.waiting.Add(-1)
	late := time.NewTimer(patience)
	defer late.Stop()
	select {
	case g.inside <- struct{}{}:
		return nil
	case <-late.C:
		return &failure{status: http.StatusServiceUnavailable, err: errors.New("the server is busy; send the request again later"), again: 5 * time.Second}
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *gate) leave() { <-g.inside }
