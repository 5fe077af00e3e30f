package kernel

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net"
	"sync"
	"testing"
	"time"

	"github.com/go-zeromq/zmq4"

	"counterclaim/notebook"
	"counterclaim/queries"
)

const testKey = "a key for tests"

// patience is how long a client waits for what has to come.
const patience = 20 * time.Second

// A client is a front end in this process.
type client struct {
	*testing.T
	kernel         *Kernel
	sockets        *sockets
	shell, control zmq4.Socket
	published      chan received
	ended          chan struct{} // when Serve returned
	drops          *drops
}

type received struct {
	Type    string
	Parent  string // the ID of the request
	Content map[string]any
}

type drops struct {
	mu   sync.Mutex
	errs []error
}

func (d *drops) add(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.errs = append(d.errs, err)
}

func (d *drops) count() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.errs)
}

// connect starts a kernel and waits until it hears what is published.
func connect(t *testing.T, read notebook.Reader) *client {
	t.Helper()
	c := &client{T: t, drops: &drops{}, published: make(chan received, 10000), ended: make(chan struct{})}
	cells, err := notebook.NewSession(read)
	if err != nil {
		t.Fatal(err)
	}
	c.kernel = New(read, cells, queries.Limits{Rows: 20, Time: time.Minute}, "test")
	if c.sockets, err = listen(Connection{Transport: "tcp", IP: "127.0.0.1", Key: testKey}, c.drops.add); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		c.kernel.serve(ctx, c.sockets)
		close(c.ended)
	}()
	clients, leave := context.WithCancel(context.Background())
	c.shell, c.control = zmq4.NewDealer(clients), zmq4.NewDealer(clients)
	listener := zmq4.NewSub(clients)
	t.Cleanup(func() {
		cancel()
		<-c.ended
		leave()
	})
	c.dial(c.shell, c.sockets.shell)
	c.dial(c.control, c.sockets.control)
	c.dial(listener, c.sockets.publish)
	if err := listener.SetOption(zmq4.OptionSubscribe, ""); err != nil {
		t.Fatal(err)
	}
	go c.hear(listener)
	for range 200 { // a subscription takes a moment
		id := c.send(c.shell, "kernel_info_request", nil)
		c.reply(c.shell, id)
		select {
		case <-c.published:
			for len(c.published) > 0 {
				<-c.published
			}
			time.Sleep(20 * time.Millisecond)
			for len(c.published) > 0 {
				<-c.published
			}
			return c
		case <-time.After(20 * time.Millisecond):
		}
	}
	t.Fatal("nothing is published")
	return nil
}

func (c *client) dial(own, of zmq4.Socket) {
	c.Helper()
	if err := own.Dial("tcp://" + of.Addr().(*net.TCPAddr).String()); err != nil {
		c.Fatal(err)
	}
}

func (c *client) hear(listener zmq4.Socket) {
	for {
		got, err := listener.Recv()
		if err != nil {
			return
		}
		if r, err := read(got.Frames); err == nil {
			c.published <- r
		}
	}
}

// read reads a message of the kernel, whose signature has to be right.
func read(frames [][]byte) (received, error) {
	m, err := signer(testKey).parse(frames)
	if err != nil {
		return received{}, err
	}
	r := received{Type: m.header.Type}
	var parent header
	for i, f := range frames {
		if string(f) == delimiter {
			err = errors.Join(json.Unmarshal(frames[i+3], &parent), json.Unmarshal(m.content, &r.Content))
			break
		}
	}
	r.Parent = parent.ID
	return r, err
}

// send sends a request and returns its ID.
func (c *client) send(to zmq4.Socket, kind string, content any) string {
	c.Helper()
	if content == nil {
		content = reply{}
	}
	frames, err := signer(testKey).frames("front", kind, message{}, content)
	if err != nil {
		c.Fatal(err)
	}
	var head header
	if err := json.Unmarshal(frames[2], &head); err != nil {
		c.Fatal(err)
	}
	if err := to.SendMulti(zmq4.NewMsgFrom(frames...)); err != nil {
		c.Fatal(err)
	}
	return head.ID
}

// reply waits for the answer to a request.
func (c *client) reply(from zmq4.Socket, id string) received {
	c.Helper()
	answers := make(chan received, 1)
	go func() {
		got, err := from.Recv()
		if err == nil {
			if r, err := read(got.Frames); err == nil {
				answers <- r
			}
		}
	}()
	select {
	case r := <-answers:
		if r.Parent != id {
			c.Fatalf("an answer to another request: %+v", r)
		}
		return r
	case <-time.After(patience):
		c.Fatal("no answer")
	}
	return received{}
}

// ask sends a request and returns the answer.
func (c *client) ask(kind string, content any) map[string]any {
	c.Helper()
	r := c.reply(c.shell, c.send(c.shell, kind, content))
	if want := kind[:len(kind)-len("request")] + "reply"; r.Type != want {
		c.Errorf("%s is answered by %s", kind, r.Type)
	}
	return r.Content
}

// heard returns what was published about a request until the kernel was idle again, the
// states left out.
func (c *client) heard(id string) (out []received) {
	c.Helper()
	for {
		select {
		case r := <-c.published:
			switch {
			case r.Parent != id:
			case r.Type != "status":
				out = append(out, r)
			case r.Content["execution_state"] == "idle":
				return out
			}
		case <-time.After(patience):
			c.Fatalf("not idle after %v", out)
		}
	}
}

// run runs a cell and returns the answer and what was published.
func (c *client) run(content reply) (map[string]any, []received) {
	c.Helper()
	id := c.send(c.shell, "execute_request", content)
	return c.reply(c.shell, id).Content, c.heard(id)
}

// types lists what was published.
func types(all []received) string {
	var out []string
	for _, r := range all {
		out = append(out, r.Type)
	}
	return fmt.Sprint(out)
}
