package storetest

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"net"
	"sync"
)

// reserved are sockets that keep ports from other processes of tests, until this one ends.
var reserved struct {
	sync.Mutex
	sockets []net.PacketConn
}

// freePorts returns ports of the loopback address that are this process's: nobody listens
// at them, and no other call returns them here or in tests that run beside these. A server
// takes its port a while after it is chosen, and again when it comes back. The socket that
// keeps it is one of UDP, which is not in the server's way. The ports are below those that
// systems give to whoever connects.
func freePorts(n int) ([]int, error) {
	const first, last = 15_000, 32_000
	reserved.Lock()
	defer reserved.Unlock()
	var ports []int
	for range 100 * n {
		if len(ports) == n {
			return ports, nil
		}
		port := first + rand.IntN(last-first)
		address := fmt.Sprintf("127.0.0.1:%d", port)
		socket, err := net.ListenPacket("udp", address)
		if err != nil {
			continue
		}
		listener, err := net.Listen("tcp", address)
		if err != nil {
			socket.Close()
			continue
		}
		listener.Close()
		reserved.sockets = append(reserved.sockets, socket)
		ports = append(ports, port)
	}
	return nil, errors.New("find ports for a server: all that were tried are taken")
}
