// Package kernel runs notebook cells for Jupyter: its messaging protocol, version 5.3, over
// ZeroMQ. A kernel is a process of its own that Jupyter starts with a connection file:
//
//	counterclaim kernel install
//	jupyter nbconvert --execute --to notebook first.ipynb
//
// https://jupyter-client.readthedocs.io/en/stable/messaging.html
package kernel

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"time"
)

const protocol = "5.3"

// A Connection says where a kernel listens, and with which key messages are signed.
type Connection struct {
	Transport string `json:"transport"`
	IP        string `json:"ip"`
	Scheme    string `json:"signature_scheme"`
	Key       string `json:"key"`
	Shell     int    `json:"shell_port"`
	Control   int    `json:"control_port"`
	IOPub     int    `json:"iopub_port"`
	Stdin     int    `json:"stdin_port"`
	Heartbeat int    `json:"hb_port"`
}

// ReadConnection reads the file that Jupyter writes for a kernel.
func ReadConnection(path string) (Connection, error) {
	var c Connection
	src, err := os.ReadFile(path)
	if err != nil {
		return c, err
	}
	if err := json.Unmarshal(src, &c); err != nil {
		return c, fmt.Errorf("%s is no connection file: %w; Jupyter writes one when it starts a kernel", path, err)
	}
	if c.Key != "" && c.Scheme != "hmac-sha256" {
		return c, fmt.Errorf("%s: signature_scheme %q; allowed is hmac-sha256", path, c.Scheme)
	}
	return c, nil
}

func (c *Connection) address(port int) string {
	return fmt.Sprintf("%s://%s:%d", c.Transport, c.IP, port)
}

type header struct {
	ID       string `json:"msg_id"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"`
	Type     string `json:"msg_type"`
	Version  string `json:"version"`
}

// A message is a request, as it came.
type message struct {
	from    [][]byte // the way back to who asks
	header  header
	raw     []byte // the header, which answers quote
	content []byte
}

const delimiter = "<IDS|MSG>"

// parse reads a message and checks its signature.
func parse(frames [][]byte, key []byte) (message, error) {
	at := slices.IndexFunc(frames, func(f []byte) bool { return string(f) == delimiter })
	if at < 0 || len(frames) < at+6 {
		return message{}, errors.New("no Jupyter message: frames are missing")
	}
	f := frames[at+1:]
	if !hmac.Equal(f[0], sign(key, f[1:5])) {
		return message{}, errors.New("a message with a wrong signature")
	}
	m := message{from: frames[:at], raw: f[1], content: f[4]}
	if err := json.Unmarshal(m.raw, &m.header); err != nil {
		return m, fmt.Errorf("no Jupyter message: the header: %w", err)
	}
	return m, nil
}

// pack returns the frames of a message that answers another one.
func pack(to [][]byte, kind, session string, parent []byte, content any, key []byte) ([][]byte, error) {
	h, err := json.Marshal(header{rand.Text(), session, "kernel", time.Now().UTC().Format(time.RFC3339Nano), kind, protocol})
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(content)
	if err != nil {
		return nil, err
	}
	if parent == nil {
		parent = []byte("{}")
	}
	parts := [][]byte{h, parent, []byte("{}"), body}
	return slices.Concat(to, [][]byte{[]byte(delimiter), sign(key, parts)}, parts), nil
}

// sign returns the signature of the parts in hexadecimal digits; without a key there is none.
func sign(key []byte, parts [][]byte) []byte {
	if len(key) == 0 {
		return []byte{}
	}
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write(p)
	}
	return []byte(hex.EncodeToString(h.Sum(nil)))
}
