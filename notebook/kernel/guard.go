package kernel

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"net"
	"sync"
	"time"

	"github.com/go-zeromq/zmq4"
	"github.com/go-zeromq/zmq4/transport"
)

// Any process of this machine can connect to the ports, and zmq4 trusts who does: it makes
// room for as many bytes as a frame says that it has, waits for a greeting as long as it
// takes, and panics on properties that are cut short. The guard stands before it.

const (
	mostBytes    = 64 << 20 // of a message
	longestGreet = 5 * time.Second
	frameCost    = 32 // so that a message of empty frames ends, too
)

// scheme is how an address begins that has a guard.
const scheme = "guarded"

// registerGuard makes zmq4 know the guard; its table of transports is one for the process.
var registerGuard = sync.OnceValue(func() error {
	return zmq4.RegisterTransport(scheme, guard{transport.New("tcp")})
})

type guard struct{ transport.Transport }

func (g guard) Listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := g.Transport.Listen(ctx, addr)
	return guardedListener{l}, err
}

type guardedListener struct{ net.Listener }

func (l guardedListener) Accept() (net.Conn, error) {
	c, err := l.Listener.Accept()
	if err != nil {
		time.Sleep(time.Millisecond) // zmq4 tries again at once
		return nil, err
	}
	return &guardedConn{Conn: c, frames: frameCounter{skip: 64}}, c.SetReadDeadline(time.Now().Add(longestGreet))
}

type guardedConn struct {
	net.Conn
	frames frameCounter
	known  bool // the greeting and the properties have come
}

func (c *guardedConn) Read(p []byte) (int, error) {
	n, err := c.Conn.Read(p)
	if wrong := c.frames.pass(p[:n]); wrong != nil {
		return 0, errors.Join(wrong, c.Close())
	}
	if !c.known && c.frames.count == 1 && c.frames.skip == 0 {
		c.known = true
		err = errors.Join(err, c.SetReadDeadline(time.Time{}))
	}
	return n, err
}

// A frameCounter follows the frames of ZMTP 3: a byte of flags, the length in one byte or
// eight, the body.
type frameCounter struct {
	skip   uint64 // what is still to come of a body, or of the greeting
	header []byte
	sum    uint64 // of the message so far
	count  int
}

func (f *frameCounter) pass(b []byte) error {
	for len(b) > 0 {
		if f.skip > 0 {
			n := min(f.skip, uint64(len(b)))
			f.skip, b = f.skip-n, b[n:]
			continue
		}
		f.header, b = append(f.header, b[0]), b[1:]
		const more, long = 1, 2
		need := 2
		if f.header[0]&long != 0 {
			need = 9
		}
		if len(f.header) < need {
			continue
		}
		f.skip = uint64(f.header[1])
		if need == 9 {
			f.skip = binary.BigEndian.Uint64(f.header[1:])
		}
		if f.sum += frameCost; f.skip > mostBytes || f.sum+f.skip > mostBytes {
			return fmt.Errorf("a message of more than %d bytes", mostBytes)
		}
		f.sum += f.skip
		f.count++
		if f.header[0]&more == 0 {
			f.sum = 0
		}
		f.header = f.header[:0]
	}
	return nil
}

// greeter is ZMTP's NULL security: both sides tell their properties, nothing is secret.
type greeter struct{}

func (greeter) Type() zmq4.SecurityType                       { return zmq4.NullSecurity }
func (greeter) Encrypt(w io.Writer, data []byte) (int, error) { return w.Write(data) }
func (greeter) Decrypt(w io.Writer, data []byte) (int, error) { return w.Write(data) }

func (greeter) Handshake(c *zmq4.Conn, _ bool) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("properties that cannot be read: %v", r)
		}
	}()
	own, err := c.Meta.MarshalZMTP()
	if err != nil {
		return err
	}
	if err := c.SendCmd(zmq4.CmdReady, own); err != nil {
		return err
	}
	command, err := c.RecvCmd()
	switch {
	case err != nil:
		return err
	case command.Name != zmq4.CmdReady:
		return fmt.Errorf("command %q instead of %q", command.Name, zmq4.CmdReady)
	}
	return c.Peer.Meta.UnmarshalZMTP(command.Body)
}
