package sandbox

import (
	"context"
	"errors"
	"sync"

	"counterclaim/notebook"
	"counterclaim/queries"
)

// A Process runs cells as a notebook.Session does, in a child process. Its methods may be
// called at once; of several runs each waits for the one before it. The caller closes it.
type Process struct {
	command []string
	memory  int64
	turn    chan struct{} // has a token while a run is going on
	count   int           // of the runs; for whose turn it is

	mu     sync.Mutex // guards what follows
	child  *child     // nil where the next run has to start one
	closed bool
}

// A Gone error says that the child ended in the midst of a run: the script broke it, or had
// to be stopped so. The next run has a new one.
type Gone struct {
	Why   string
	cause error // the end of the caller's context, where that was the reason
}

func (g *Gone) Error() string { return g.Why + "; the session begins anew, its variables are gone" }

func (g *Gone) Unwrap() error { return g.cause }

var errClosed = errors.New("the sandbox is closed")

// Start starts the command, which has to call Limit and Serve, with --memory=BYTES behind its
// words. memory is how much the child may take, in bytes, 0 without a limit.
func Start(command []string, memory int64) (*Process, error) {
	p := &Process{command: command, memory: memory, turn: make(chan struct{}, 1)}
	_, err := p.living()
	return p, err
}

// Run runs a cell as notebook.Session.Run does, with these differences: it hands on outputs
// from the goroutine that calls it; a run may print 1 MB and give 16 MB; and when the script
// does not stop within a second after ctx ended or its time was up, or breaks the child, the
// error is a *Gone and the variables of the session are too.
func (p *Process) Run(ctx context.Context, source string, limits queries.Limits, out func(notebook.Output)) (int, error) {
	fail := func(count int, err error) (int, error) {
		out(notebook.Failure(err))
		return count, err
	}
	select {
	case p.turn <- struct{}{}:
		defer func() { <-p.turn }()
	case <-ctx.Done():
		return fail(0, ctx.Err())
	}
	c, err := p.living()
	if err != nil {
		return fail(p.count, err)
	}
	p.count++
	c.used = true
	numbered := func(o notebook.Output) {
		if o.Type == notebook.Result {
			o.Count = p.count // the child's count may have begun anew
		}
		out(o)
	}
	r := request{Op: opRun, Run: p.count, Source: source, Rows: limits.Rows, Time: limits.Time}
	err = c.run(ctx, r, numbered)
	if gone := (*Gone)(nil); errors.As(err, &gone) {
		if !p.drop(c) {
			err = errClosed
		}
		return fail(p.count, err)
	}
	return p.count, err
}

// living returns the child, a new one where there is none. One that has ended since its last
// run stays, so that the next run tells that the variables are gone.
func (p *Process) living() (*child, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return nil, errClosed
	}
	if p.child != nil && (p.child.used || !p.child.ended()) {
		return p.child, nil
	}
	c, err := startChild(p.command, p.memory)
	p.child = c
	return c, err
}

// drop leaves the child, and returns false where Close has done so before.
func (p *Process) drop(c *child) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if !p.closed {
		p.child = nil
	}
	c.kill()
	return !p.closed
}

// Close ends the child, and with an error any run that is going on.
func (p *Process) Close() error {
	p.mu.Lock()
	c := p.child
	p.closed, p.child = true, nil
	p.mu.Unlock()
	if c != nil {
		c.kill()
		<-c.gone
	}
	return nil
}
