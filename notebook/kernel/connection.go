package kernel

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"strings"
)

// A Connection is what Jupyter's connection file says: where to listen, and the key by
// which front end and kernel know each other.
type Connection struct {
	Transport string `json:"transport"`
	IP        string `json:"ip"`
	Scheme    string `json:"signature_scheme"`
	Key       string `json:"key"`
	Shell     int    `json:"shell_port"`
	Control   int    `json:"control_port"`
	Publish   int    `json:"iopub_port"`
	Stdin     int    `json:"stdin_port"`
	Heartbeat int    `json:"hb_port"`
}

// ReadConnection reads a connection file. An error is one that says what is allowed: only
// TCP on this machine with signed messages, since a kernel runs whatever it is sent.
func ReadConnection(path string) (Connection, error) {
	src, err := os.ReadFile(path)
	if err != nil {
		return Connection{}, err
	}
	var c Connection
	if err := json.Unmarshal(src, &c); err != nil {
		return c, fmt.Errorf("%s is no connection file: %w; Jupyter writes one when it starts a kernel", path, err)
	}
	if err := c.check(); err != nil {
		return c, fmt.Errorf("%s: %w", path, err)
	}
	return c, nil
}

func (c *Connection) check() error {
	ip := net.ParseIP(c.IP)
	switch {
	case c.Transport != "tcp":
		return fmt.Errorf("transport %q; allowed is tcp", c.Transport)
	case c.IP != "localhost" && (ip == nil || !ip.IsLoopback()):
		return fmt.Errorf("ip %q; allowed are those of this machine alone, such as 127.0.0.1", c.IP)
	case c.Scheme != "hmac-sha256":
		return fmt.Errorf("signature_scheme %q; allowed is hmac-sha256", c.Scheme)
	case strings.TrimSpace(c.Key) == "":
		return fmt.Errorf("key is empty: anybody on this machine could run code; let Jupyter make one")
	}
	for _, port := range []int{c.Shell, c.Control, c.Publish, c.Stdin, c.Heartbeat} {
		if port < 0 || port > 65535 {
			return fmt.Errorf("port %d; allowed are 0 to 65535", port)
		}
	}
	return nil
}
