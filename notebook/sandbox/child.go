package sandbox

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"

	"counterclaim/notebook"
)

// A child is a process that serves. It is started once and ends for good.
type child struct {
	command *exec.Cmd
	memory  int64
	stderr  beginning
	answers chan response // closed when the child has ended
	gone    chan struct{} // closed a little before
	dropped chan struct{} // closed by kill: nobody takes answers any more
	once    sync.Once
	used    bool  // has run something; for whose turn it is
	err     error // how it ended; good once gone is closed

	sending sync.Mutex
	stdin   io.WriteCloser
}

func startChild(command []string, memory int64) (*child, error) {
	words := append(command[1:len(command):len(command)], fmt.Sprintf("--memory=%d", memory))
	c := &child{
		command: exec.Command(command[0], words...), memory: memory,
		answers: make(chan response), gone: make(chan struct{}), dropped: make(chan struct{}),
	}
	c.command.Stderr = &c.stderr
	c.command.WaitDelay = obey
	setApart(c.command)
	stdout, err := c.command.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start the sandbox: %w", err)
	}
	if c.stdin, err = c.command.StdinPipe(); err != nil {
		return nil, fmt.Errorf("start the sandbox: %w", err)
	}
	if err := c.command.Start(); err != nil {
		return nil, fmt.Errorf("start the sandbox: %w", err)
	}
	go c.read(stdout)
	return c, nil
}

// read takes the answers of the child until it ends.
func (c *child) read(stdout io.Reader) {
	defer close(c.answers)
	defer close(c.gone)
	err := c.pass(stdout)
	if err != nil {
		c.kill()
	}
	linger := time.AfterFunc(obey, c.kill) // a child that has closed its stdout and lives on
	defer linger.Stop()
	c.err = c.command.Wait()
	if c.err == nil || err != nil {
		c.err = err
	}
}

// pass hands on the answers. The error is an answer that cannot be read.
func (c *child) pass(stdout io.Reader) error {
	lines := bufio.NewScanner(stdout)
	lines.Buffer(nil, maxResponse)
	for lines.Scan() {
		r, err := readResponse(lines.Bytes())
		if err != nil {
			return err
		}
		select {
		case c.answers <- r:
		case <-c.dropped:
			return nil
		}
	}
	if err := lines.Err(); errors.Is(err, bufio.ErrTooLong) {
		return err
	}
	return nil // the child ended; Wait knows how
}

// run asks for a run and hands on its outputs.
func (c *child) run(ctx context.Context, r request, out func(notebook.Output)) error {
	sent := make(chan struct{})
	go func() {
		defer close(sent)
		c.send(r)
	}()
	over, patience, done := tooLong(r.Time), (<-chan time.Time)(nil), ctx.Done()
	for {
		select {
		case a, ok := <-c.answers:
			switch {
			case !ok:
				return c.cause()
			case a.Run != r.Run:
				return &Gone{Why: "the sandbox answered what was not asked"}
			case a.Op == opDone:
				return a.failure(ctx)
			}
			out(*a.Output)
		case <-done:
			done, patience = nil, time.After(obey)
			go func() {
				<-sent // an interrupt ahead of its run would be passed over
				c.send(request{Op: opInterrupt, Run: r.Run})
			}()
		case <-patience:
			return &Gone{"the script did not stop and was ended", ctx.Err()}
		case <-over:
			return &Gone{fmt.Sprintf("not done after %v, and the script did not stop and was ended", r.Time), context.DeadlineExceeded}
		}
	}
}

// tooLong returns when a run is over that should end itself. Before it begins it may have
// waited as long for the store as afterwards it has to stop.
func tooLong(limit time.Duration) <-chan time.Time {
	if limit == 0 {
		return nil
	}
	const wait = time.Second
	return time.After(wait + limit + obey)
}

// failure returns the error of a run, nil where it had none.
func (r *response) failure(ctx context.Context) error {
	switch {
	case r.Error == "":
		return nil
	case r.Reason == interrupted && ctx.Err() != nil:
		return failure{r.Error, ctx.Err()}
	case r.Reason == late:
		return failure{r.Error, context.DeadlineExceeded}
	}
	return failure{r.Error, nil}
}

// A failure is an error of the child's session.
type failure struct {
	text  string
	cause error
}

func (f failure) Error() string { return f.text }

func (f failure) Unwrap() error { return f.cause }

// send writes a request. Where it cannot, the child is ending, and read tells.
func (c *child) send(r request) {
	l, err := line(r)
	if err != nil {
		return
	}
	c.sending.Lock()
	defer c.sending.Unlock()
	_, _ = c.stdin.Write(l)
}

func (c *child) ended() bool {
	select {
	case <-c.gone:
		return true
	default:
		return false
	}
}

// kill ends the child, if it still lives. gone tells when it has ended.
func (c *child) kill() {
	c.once.Do(func() { close(c.dropped) })
	_ = c.command.Process.Kill() // an error says that it has ended
	_ = c.stdin.Close()          // sets free who writes
}

// noMemory are the words with which Go, and C below it, end where the system gives no more
// memory. The garbage collector then follows a pointer to nothing; Go code would panic.
var noMemory = []string{"out of memory", "cannot allocate memory", "pthread_create failed", "failed to create new OS thread", "SIGSEGV"}

// cause says of a child that has ended why it did.
func (c *child) cause() error {
	first, rest, _ := strings.Cut(strings.TrimSpace(c.stderr.String()), "\n")
	var exit *exec.ExitError
	switch {
	case errors.As(c.err, &exit) && exit.ExitCode() == exitMemory,
		slices.ContainsFunc(noMemory, func(words string) bool { return strings.Contains(first, words) }):
		return &Gone{Why: fmt.Sprintf("the script needed more than %d MB", c.memory>>20)}
	case strings.Contains(rest, "stack overflow"):
		return &Gone{Why: "the script nests deeper than can be followed"}
	}
	why := "the process of the script ended"
	if c.err != nil {
		why += fmt.Sprintf(" (%v)", c.err)
	}
	if first != "" {
		why += ": " + first
	}
	return &Gone{Why: why}
}

// beginning keeps the first bytes of what is written, where a process that breaks says why.
type beginning struct {
	mu   sync.Mutex
	kept []byte
}

func (b *beginning) Write(p []byte) (int, error) {
	const most = 4 << 10
	b.mu.Lock()
	defer b.mu.Unlock()
	b.kept = append(b.kept, p[:min(len(p), most-len(b.kept))]...)
	return len(p), nil
}

func (b *beginning) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return string(b.kept)
}
