package kernel

import (
	"bytes"
	"net"
	"strings"
	"testing"
	"time"

	"counterclaim/loaders/seedtest"
)

func TestFrameCounter(t *testing.T) {
	long := func(flags byte, size uint64) []byte {
		b := []byte{flags | 2}
		for i := 7; i >= 0; i-- {
			b = append(b, byte(size>>(8*i)))
		}
		return b
	}
	for _, c := range []struct {
		name string
		wire []byte
		ok   bool
	}{
		{"short frames", bytes.Repeat([]byte{0, 2, 'a', 'b'}, 1000), true},
		{"a long frame", append(long(0, 300), make([]byte, 300)...), true},
		{"one that is too long", long(0, mostBytes+1), false},
		{"one that has no end", long(0, 1<<63), false},
		{"parts that are too long together", append(append(long(1, 40<<20), make([]byte, 40<<20)...), long(0, 40<<20)...), false},
		{"parts without end", bytes.Repeat([]byte{1, 0}, mostBytes/frameCost+1), false},
	} {
		for _, step := range []int{1, 7, len(c.wire)} {
			if step == 1 && len(c.wire) > 1<<23 {
				continue
			}
			counter := frameCounter{}
			var err error
			for b := c.wire; len(b) > 0 && err == nil; {
				n := min(step, len(b))
				err = counter.pass(b[:n])
				b = b[n:]
			}
			if (err == nil) != c.ok {
				t.Errorf("%s by %d: %v", c.name, step, err)
			}
		}
	}
}

// Whatever a process of this machine writes to a port, the kernel goes on.
func TestStrangersOnThePorts(t *testing.T) {
	c := connect(t, seedtest.Reader(t))
	greeting := append([]byte{0xff, 0, 0, 0, 0, 0, 0, 0, 1, 0x7f, 3, 0, 'N', 'U', 'L', 'L'}, make([]byte, 48)...)
	ready := append([]byte{4, 5 + 1 + 30, 5}, "READY\x0bSocket-Type\x00\x00\x00\x06DEALER\x00\x00\x00\x00\x00\x00\x00\x00"...)
	for _, wire := range [][]byte{
		[]byte("GET / HTTP/1.1\r\nHost: x\r\n\r\n" + strings.Repeat("x", 100)),
		append(append([]byte{}, greeting...), []byte("\x04\x07\x05READY\xff")...),
		append(append([]byte{}, greeting...), []byte("\x04\x0a\x05READY\x02ab\x00")...),
		append(append([]byte{}, greeting...), 2, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
		append(append(append([]byte{}, greeting...), ready...), 2, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff),
	} {
		for _, s := range []interface{ Addr() net.Addr }{c.sockets.shell, c.sockets.publish, c.sockets.beat} {
			conn, err := net.Dial("tcp", s.Addr().String())
			if err != nil {
				t.Fatal(err)
			}
			if _, err := conn.Write(wire); err != nil {
				t.Fatal(err)
			}
			conn.SetReadDeadline(time.Now().Add(50 * time.Millisecond))
			for b := make([]byte, 256); err == nil; {
				_, err = conn.Read(b)
			}
			conn.Close()
		}
	}
	if answer, _ := c.run(reply{"code": "1"}); answer["status"] != "ok" {
		t.Errorf("%v", answer)
	}
}
