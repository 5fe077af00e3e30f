package kernel

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/go-zeromq/zmq4"

	"counterclaim/notebook"
	"counterclaim/queries"
)

// A Kernel answers one Jupyter client, or several that share it.
type Kernel struct {
	read    notebook.Reader
	cells   *notebook.Session
	limits  queries.Limits
	version string
	log     io.Writer // for what is wrong with messages

	key            []byte
	session        string
	shell, control socket
	iopub          socket
	queue          chan message // requests on shell, one after the other
	done           chan struct{}
	shutdown       sync.Once

	mu        sync.Mutex
	interrupt context.CancelFunc // of the cell that runs, nil for none

	count    int // of cells that ran
	history  []ran
	failedAt time.Time
}

// A socket writes one message at a time.
type socket struct {
	zmq4.Socket
	writing *sync.Mutex
}

func newSocket(s zmq4.Socket) socket { return socket{s, new(sync.Mutex)} }

// New returns a kernel that runs cells on the store. version is that of the program; what is
// wrong with messages it writes to log.
func New(read notebook.Reader, limits queries.Limits, version string, log io.Writer) (*Kernel, error) {
	cells, err := notebook.NewSession(read)
	return &Kernel{read: read, cells: cells, limits: limits, version: version, log: log, session: rand.Text(), queue: make(chan message, 1000), done: make(chan struct{})}, err
}

// Serve listens where the connection says, and returns when a client shuts the kernel down or
// ctx ends. A kernel serves once.
func (k *Kernel) Serve(ctx context.Context, c Connection) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	k.key = []byte(c.Key)
	k.shell, k.control, k.iopub = newSocket(zmq4.NewRouter(ctx)), newSocket(zmq4.NewRouter(ctx)), newSocket(zmq4.NewPub(ctx))
	stdin, heartbeat := zmq4.NewRouter(ctx), zmq4.NewRep(ctx)
	for _, l := range []struct {
		socket zmq4.Socket
		port   int
	}{{k.shell, c.Shell}, {k.control, c.Control}, {k.iopub, c.IOPub}, {stdin, c.Stdin}, {heartbeat, c.Heartbeat}} {
		if err := l.socket.Listen(c.address(l.port)); err != nil {
			return fmt.Errorf("listen at %s: %w", c.address(l.port), err)
		}
		defer l.socket.Close()
	}
	go beat(heartbeat)
	go k.receive(k.control, func(m message) { k.answer(ctx, k.control, m) })
	go k.receive(k.shell, func(m message) { k.queue <- m })
	for {
		select {
		case m := <-k.queue:
			k.answer(ctx, k.shell, m)
		case <-k.done:
			time.Sleep(lastWords)
			return nil
		case <-ctx.Done():
			return nil
		}
	}
}

// lastWords is how long the last answers may take on their way.
const lastWords = 100 * time.Millisecond

func beat(s zmq4.Socket) {
	for {
		m, err := s.Recv()
		if err != nil || s.Send(m) != nil {
			return
		}
	}
}

// receive hands on every good message. Others are told of and passed over: anybody on this
// machine can write to the port.
func (k *Kernel) receive(s socket, hand func(message)) {
	for {
		got, err := s.Recv()
		if err != nil {
			return
		}
		m, err := parse(got.Frames, k.key)
		if err != nil {
			fmt.Fprintln(k.log, "kernel:", err)
			continue
		}
		hand(m)
	}
}

// send writes an answer to a message.
func (k *Kernel) send(s socket, to [][]byte, m message, kind string, content any) {
	frames, err := pack(to, kind, k.session, m.raw, content, k.key)
	if err == nil {
		s.writing.Lock()
		err = s.SendMulti(zmq4.NewMsgFrom(frames...))
		s.writing.Unlock()
	}
	if err != nil && !errors.Is(err, context.Canceled) {
		fmt.Fprintf(k.log, "kernel: send %s: %v\n", kind, err)
	}
}

// publish tells all clients.
func (k *Kernel) publish(m message, kind string, content any) {
	k.send(k.iopub, [][]byte{[]byte("kernel." + kind)}, m, kind, content)
}

// Interrupt ends the cell that runs; its variables stay.
func (k *Kernel) Interrupt() {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.interrupt != nil {
		k.interrupt()
	}
}
