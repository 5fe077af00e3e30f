package kernel

import (
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"strconv"
	"time"

	"github.com/go-zeromq/zmq4"
)

// sockets are the five on which a kernel listens. They may be used by several goroutines
// at once.
type sockets struct {
	shell, control, stdin, beat, publish zmq4.Socket

	key     signer
	session string
	dropped func(error)
	close   func()
}

// mostWaiting is how many messages wait for who reads what is published, before newer ones
// are lost.
const mostWaiting = 1000

// listen opens the sockets. The caller closes them.
func listen(c Connection, dropped func(error)) (*sockets, error) {
	if err := registerGuard(); err != nil {
		return nil, err
	}
	ctx, cancel := context.WithCancel(context.Background())
	options := []zmq4.Option{zmq4.WithSecurity(greeter{}), zmq4.WithLogger(log.New(io.Discard, "", 0))}
	s := &sockets{
		// A router beats too: unlike a reply socket it can serve several, of which some go.
		shell: zmq4.NewRouter(ctx, options...), control: zmq4.NewRouter(ctx, options...), stdin: zmq4.NewRouter(ctx, options...),
		beat: zmq4.NewRouter(ctx, options...), publish: zmq4.NewPub(ctx, options...),
		key: signer(c.Key), session: newID(), dropped: dropped,
	}
	all := []zmq4.Socket{s.shell, s.control, s.stdin, s.beat, s.publish}
	s.close = func() {
		cancel()
		for _, socket := range all {
			socket.Close()
		}
	}
	err := s.publish.SetOption(zmq4.OptionHWM, mostWaiting)
	for i, port := range []int{c.Shell, c.Control, c.Stdin, c.Heartbeat, c.Publish} {
		if err == nil {
			err = all[i].Listen(scheme + "://" + net.JoinHostPort(c.IP, strconv.Itoa(port)))
		}
		if err != nil {
			s.close()
			return nil, fmt.Errorf("listen on port %d: %w", port, err)
		}
	}
	return s, nil
}

// receive calls each with every message that comes in good order, until the sockets are
// closed.
func (s *sockets) receive(socket zmq4.Socket, each func(message)) {
	for {
		got, err := socket.Recv()
		if err != nil {
			return
		}
		m, err := s.key.parse(got.Frames)
		if err != nil {
			s.dropped(err)
			continue
		}
		each(m)
	}
}

// echo sends back all that comes: the heartbeat.
func (s *sockets) echo() {
	for {
		got, err := s.beat.Recv()
		if err != nil {
			return
		}
		if err := s.beat.SendMulti(zmq4.NewMsgFrom(got.Frames...)); err != nil {
			s.dropped(err) // who asked has gone
		}
	}
}

// reply answers a message to who sent it.
func (s *sockets) reply(socket zmq4.Socket, to message, kind string, content any) {
	s.send(socket, to.from, kind, to, content)
}

// tell publishes to all who listen. parent is the request that it comes of.
func (s *sockets) tell(parent message, kind string, content any) {
	s.send(s.publish, [][]byte{[]byte("kernel." + kind)}, kind, parent, content)
}

func (s *sockets) send(socket zmq4.Socket, to [][]byte, kind string, parent message, content any) {
	frames, err := s.key.frames(s.session, kind, parent, content)
	if err == nil {
		err = socket.SendMulti(zmq4.NewMsgFrom(append(append([][]byte{}, to...), frames...)...))
	}
	if err != nil {
		s.dropped(fmt.Errorf("%s was not sent: %w", kind, err))
	}
}

// drain gives what was published last the time to leave: zmq4 sends it from a goroutine of
// its own, and says nothing of when.
func (s *sockets) drain() { time.Sleep(100 * time.Millisecond) }
