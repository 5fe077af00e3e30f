package sandbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"counterclaim/notebook"
)

// obey is how long a script has to end when it is told to.
const obey = time.Second

// Serve is the child's side: it runs what is asked for on in, in the session, and answers on
// out. It returns when in ends, as it does with the parent; a script that still runs then
// has a second to stop, and goes on behind Serve's back if it does not. The error is a
// request that cannot be read.
func Serve(in io.Reader, out io.Writer, session *notebook.Session) error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s := &server{session: session, out: out}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxRequest)
	for lines.Scan() {
		r, err := readRequest(lines.Bytes())
		if err != nil {
			return err
		}
		if r.Op == opInterrupt {
			s.interrupt(r.Run)
			continue
		}
		s.start(ctx, r)
	}
	cancel()
	s.wait(obey)
	if err := lines.Err(); err != nil {
		return fmt.Errorf("read the requests: %w", err)
	}
	return nil
}

// A server runs one script at a time.
type server struct {
	session *notebook.Session

	mu      sync.Mutex // guards what follows
	run     int        // that is going on
	cancel  context.CancelFunc
	running chan struct{} // closed at the end of the run; nil where none is going on

	writing sync.Mutex
	out     io.Writer
}

func (s *server) start(ctx context.Context, r request) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running != nil {
		s.write(response{Op: opDone, Run: r.Run, Error: "another script is running; wait for it to end"})
		return
	}
	ctx, s.cancel = context.WithCancel(ctx)
	s.run, s.running = r.Run, make(chan struct{})
	go s.answer(ctx, r)
}

// answer runs the script and sends what it gives.
func (s *server) answer(ctx context.Context, r request) {
	b := &bounded{run: r.Run, send: s.writeLine}
	ctx, b.stop = context.WithCancel(ctx)
	defer b.stop()
	_, err := s.session.Run(ctx, r.Source, r.limits(), b.add)
	if b.full != nil {
		err = b.full
	}
	done := response{Op: opDone, Run: r.Run}
	if err != nil {
		done.Error, done.Reason = err.Error(), reason(err)
	}
	tidy()
	s.mu.Lock()
	defer s.mu.Unlock()
	s.write(done)
	s.cancel()
	close(s.running)
	s.running = nil
}

func reason(err error) string {
	switch {
	case errors.Is(err, context.Canceled):
		return interrupted
	case errors.Is(err, context.DeadlineExceeded):
		return late
	}
	return ""
}

func (s *server) interrupt(run int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running != nil && s.run == run {
		s.cancel()
	}
}

// wait waits for the run that is going on, but no longer than that.
func (s *server) wait(most time.Duration) {
	s.mu.Lock()
	running := s.running
	s.mu.Unlock()
	if running == nil {
		return
	}
	select {
	case <-running:
	case <-time.After(most):
	}
}

func (s *server) write(r response) {
	if l, err := line(r); err == nil {
		s.writeLine(l)
	}
}

// writeLine passes over errors: where nobody reads any more, stdin ends as well.
func (s *server) writeLine(line []byte) {
	s.writing.Lock()
	defer s.writing.Unlock()
	_, _ = s.out.Write(line)
}
