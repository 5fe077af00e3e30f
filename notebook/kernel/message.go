package kernel

import (
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"time"
)

// protocol is the version of Jupyter's messaging protocol that is spoken.
const protocol = "5.4"

// A message is one of that protocol. On the wire it is
//
//	who sent it | <IDS|MSG> | signature | header | parent's header | metadata | content | ...
type message struct {
	from    [][]byte // the way back to who sent it
	header  header
	raw     json.RawMessage // the header as it came, which answers repeat
	content json.RawMessage
}

type header struct {
	ID       string `json:"msg_id"`
	Session  string `json:"session"`
	Username string `json:"username"`
	Date     string `json:"date"`
	Type     string `json:"msg_type"`
	Version  string `json:"version"`
}

const delimiter = "<IDS|MSG>"

// A signer signs messages, and tells those that somebody else made.
type signer []byte

func (key signer) sign(parts ...[]byte) []byte {
	h := hmac.New(sha256.New, key)
	for _, p := range parts {
		h.Write(p)
	}
	return []byte(hex.EncodeToString(h.Sum(nil)))
}

// parse reads a message. Whoever lacks the key gets no further than its signature.
func (key signer) parse(frames [][]byte) (message, error) {
	var m message
	for len(frames) > 0 && string(frames[0]) != delimiter {
		m.from, frames = append(m.from, frames[0]), frames[1:]
	}
	if len(frames) < 6 {
		return m, fmt.Errorf("a message of %d parts behind who sent it; needed are %s, signature, header, parent, metadata, content", len(frames), delimiter)
	}
	if !hmac.Equal(frames[1], key.sign(frames[2:6]...)) {
		return m, errors.New("a message with a signature that is not of our key")
	}
	m.raw, m.content = frames[2], frames[5]
	if err := json.Unmarshal(m.raw, &m.header); err != nil {
		return m, fmt.Errorf("a message whose header cannot be read: %w", err)
	}
	if m.header.Type == "" || m.header.ID == "" {
		return m, errors.New("a message whose header lacks msg_type or msg_id")
	}
	return m, nil
}

// frames returns a message as it goes over the wire. parent is the one that it answers.
func (key signer) frames(session, kind string, parent message, content any) ([][]byte, error) {
	head, err := json.Marshal(header{newID(), session, "counterclaim", time.Now().UTC().Format(time.RFC3339Nano), kind, protocol})
	if err != nil {
		return nil, err
	}
	body, err := json.Marshal(content)
	if err != nil {
		return nil, err
	}
	above := []byte(parent.raw)
	if above == nil {
		above = []byte("{}")
	}
	metadata := []byte("{}")
	return [][]byte{[]byte(delimiter), key.sign(head, above, metadata, body), head, above, metadata, body}, nil
}

// newID returns a name that no other message or session has.
func newID() string {
	b := make([]byte, 16)
	rand.Read(b) // never fails
	return hex.EncodeToString(b)
}
