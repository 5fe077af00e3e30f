// Package kernel runs the cells of a notebook for Jupyter: it speaks the messaging protocol
// 5.4 over ZeroMQ, so that JupyterLab, Notebook, the console, nbconvert and editors can ask
// the graph.
//
//	connection, err := kernel.ReadConnection(file) // Jupyter writes it, and names it in the call
//	k := kernel.New(read, cells, limits, version)
//	err = k.Serve(ctx, connection)
//
// It is a Runner behind sockets; what a cell can ask, and how it is completed and explained,
// is in package notebook. Only processes of this machine that know the key of
// the connection can run anything.
package kernel

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"github.com/go-zeromq/zmq4"

	"counterclaim/notebook"
	"counterclaim/queries"
)

// A Runner runs cells, one at a time, as notebook.Session does; a sandbox.Process is one that
// a cell cannot break.
type Runner interface {
	Run(ctx context.Context, source string, limits queries.Limits, out func(notebook.Output)) (int, error)
}

// A Kernel runs cells for the front ends of one connection. Serve is called once;
// Interrupt may be called from any goroutine.
type Kernel struct {
	// Dropped is called with why a message was passed over or could not be sent, from any
	// goroutine. Set it before Serve; nil says nothing.
	Dropped func(error)

	read    notebook.Reader
	limits  queries.Limits
	version string
	cells   Runner

	sockets *sockets
	waiting chan message // requests on the shell socket
	stop    context.CancelFunc

	// Only the goroutine that answers on the shell socket uses these.
	count   int
	history history

	mu     sync.Mutex
	cancel context.CancelFunc // of the cell that runs, nil where none does
}

// mostQueued is how many requests can wait for a cell to end before the front end does.
const mostQueued = 1000

// New returns a kernel with that Runner, on the store that read opens for completions.
func New(read notebook.Reader, cells Runner, limits queries.Limits, version string) *Kernel {
	return &Kernel{read: read, limits: limits, version: version, cells: cells, waiting: make(chan message, mostQueued)}
}

// Serve answers until a front end shuts it down or ctx ends. A front end that asks for a
// restart starts another kernel by itself. The error is one of opening the sockets.
func (k *Kernel) Serve(ctx context.Context, c Connection) error {
	dropped := k.Dropped
	if dropped == nil {
		dropped = func(error) {}
	}
	s, err := listen(c, dropped)
	if err != nil {
		return err
	}
	k.serve(ctx, s)
	return nil
}

func (k *Kernel) serve(ctx context.Context, s *sockets) {
	defer s.close()
	ctx, k.stop = context.WithCancel(ctx)
	defer k.stop()
	k.sockets = s
	go s.echo()
	go s.receive(s.stdin, func(message) {}) // no cell asks for input
	go s.receive(s.control, func(m message) {
		if slices.Contains(controls, m.header.Type) {
			k.answer(ctx, s.control, m)
		}
	})
	go s.receive(s.shell, func(m message) {
		select {
		case k.waiting <- m:
		case <-ctx.Done():
		}
	})
	s.tell(message{}, "status", state("starting"))
	done := make(chan struct{})
	go func() {
		defer close(done)
		k.shell(ctx)
	}()
	<-ctx.Done()
	select {
	case <-done:
	case <-time.After(time.Second): // a cell that does not heed its context ends with the process
	}
	s.drain()
}

// controls are the requests that are answered while a cell runs. They come on a socket of
// their own.
var controls = []string{"kernel_info_request", "interrupt_request", "shutdown_request"}

// shell answers the other requests, one after the other.
func (k *Kernel) shell(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-k.waiting:
			k.answer(ctx, k.sockets.shell, m)
		}
	}
}

// Interrupt ends the cell that runs, if one does. Variables keep what they have.
func (k *Kernel) Interrupt() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.cancel != nil {
		k.cancel()
	}
}

// running makes Interrupt end what runs with the context, until done is called.
func (k *Kernel) running(ctx context.Context) (running context.Context, done func()) {
	ctx, cancel := context.WithCancel(ctx)
	k.mu.Lock()
	defer k.mu.Unlock()
	k.cancel = cancel
	return ctx, func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.cancel = nil
		cancel()
	}
}

// A reply is what a message says, by key.
type reply map[string]any

func state(of string) reply { return reply{"execution_state": of} }

func failed(name string, err error) reply {
	return reply{"status": "error", "ename": name, "evalue": err.Error(), "traceback": []string{err.Error()}}
}

var errUnasked = errors.New("no such request")

// answer answers a request, and says before and after that the kernel is busy with it.
func (k *Kernel) answer(ctx context.Context, from zmq4.Socket, m message) {
	k.sockets.tell(m, "status", state("busy"))
	switch m.header.Type {
	case "execute_request":
		k.execute(ctx, m)
	case "interrupt_request":
		k.Interrupt()
		k.sockets.reply(from, m, "interrupt_reply", reply{"status": "ok"})
	case "comm_open": // we have none: the protocol wants it closed again
		k.refuseComm(m)
	default:
		content, err := k.ask(ctx, m)
		switch {
		case errors.Is(err, errUnasked):
		case err != nil:
			k.sockets.reply(from, m, replyTo(m), failed("Error", err))
		default:
			k.sockets.reply(from, m, replyTo(m), content)
		}
	}
	k.sockets.tell(m, "status", state("idle"))
	if m.header.Type == "shutdown_request" {
		k.stop()
	}
}
