package file

import (
	"encoding/binary"
	"errors"

	hidalgo "github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"
)

// A logCursor reads the log. What belongs together was added together, so the next
// entry is often near, and a step costs a small part of a search.
type logCursor struct {
	log   *bbolt.Cursor // nil where there is no log yet
	at    uint64        // the number it stands at, 0 where it has not been moved
	entry []byte
}

// aStep is how far it pays to walk rather than to search.
const aStep = 48

// read returns what the log has under a number.
func (c *logCursor) read(number uint64) ([]byte, error) {
	if c.log == nil {
		return nil, errDamaged
	}
	var key []byte
	if c.at == 0 || number+aStep < c.at || number > c.at+aStep {
		key, c.entry = c.log.Seek(numberKey(number))
		c.at = numberOf(key)
	}
	for c.at != 0 && c.at < number {
		key, c.entry = c.log.Next()
		c.at = numberOf(key)
	}
	for c.at > number {
		key, c.entry = c.log.Prev()
		c.at = numberOf(key)
	}
	if c.at != number {
		return nil, errDamaged
	}
	return c.entry, nil
}

var errDamaged = errors.New("the store is damaged: an index names what is not there; load the documents into a new one")

func numberOf(key []byte) uint64 {
	if len(key) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(key)
}

func numberKey(n uint64) []byte { return binary.BigEndian.AppendUint64(nil, n) }

func logKey(id uint64) hidalgo.Key {
	return hidalgo.Key{[]byte("log"), numberKey(id)}
}
