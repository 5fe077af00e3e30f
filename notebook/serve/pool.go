package serve

import (
	"context"
	"errors"
	"net/http"
	"sync"

	"counterclaim/notebook/sandbox"
)

// A pool keeps children that have run nothing yet, so that a script need not wait for one to
// start. Each is used once.
type pool struct {
	command []string
	memory  int64
	ready   chan started
	work    sync.WaitGroup // goroutines that start or end children

	mu     sync.Mutex
	closed bool
}

type started struct {
	child *sandbox.Process
	err   error
}

func newPool(ahead int, command []string, memory int64) *pool {
	p := &pool{command: command, memory: memory, ready: make(chan started, ahead)}
	for range ahead {
		p.later(p.add)
	}
	return p
}

// later runs it in the background; not any more when the pool is closed.
func (p *pool) later(do func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.closed {
		p.work.Go(do)
	}
}

func (p *pool) add() {
	child, err := sandbox.Start(p.command, p.memory)
	p.ready <- started{child, err}
}

var errEnding = &failure{status: http.StatusServiceUnavailable, err: errors.New("the server is ending")}

// use calls do with a child of its own and ends the child afterwards.
func (p *pool) use(ctx context.Context, do func(*sandbox.Process) error) error {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return errEnding
	}
	p.work.Add(1)
	p.mu.Unlock()
	defer p.work.Done()
	var s started
	select {
	case s = <-p.ready:
	case <-ctx.Done():
		return ctx.Err()
	}
	p.later(p.add)
	if s.err != nil {
		return s.err
	}
	return errors.Join(do(s.child), s.child.Close())
}

// close waits for those who use the pool and ends the children.
func (p *pool) close() {
	p.mu.Lock()
	p.closed = true
	p.mu.Unlock()
	p.work.Wait()
	close(p.ready)
	for s := range p.ready {
		if s.child != nil {
			s.child.Close()
		}
	}
}
