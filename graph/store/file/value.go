package file

import (
	"encoding/binary"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// valueIn returns the value of a node as the log has it. Nearly all are names and texts,
// which are taken out without a copy of what stands around them.
func valueIn(entry []byte) (quad.Value, error) {
	switch field, text := onlyField(valueField(entry)); field {
	case 2:
		return quad.String(text), nil
	case 3:
		return quad.IRI(text), nil
	}
	var p proto.Primitive
	if err := p.Unmarshal(entry); err != nil {
		return nil, err
	}
	return pquads.UnmarshalValue(p.Value)
}

// valueField returns the field of a proto.Primitive that holds the value, nil where the
// message has other fields than nodes have.
func valueField(message []byte) (value []byte) {
	for len(message) > 0 {
		tag, n := binary.Uvarint(message)
		if n <= 0 {
			return nil
		}
		message = message[n:]
		size, n := binary.Uvarint(message)
		if n <= 0 {
			return nil
		}
		message = message[n:]
		switch {
		case tag == 8<<3|2 && size <= uint64(len(message)):
			value, message = message[:size], message[size:]
		case tag&7 != 0:
			return nil
		}
	}
	return value
}

// onlyField returns the number and the bytes of a message's field where it has one alone,
// which is of bytes; 0 otherwise.
func onlyField(message []byte) (field uint64, value []byte) {
	tag, n := binary.Uvarint(message)
	if n <= 0 || tag&7 != 2 {
		return 0, nil
	}
	size, m := binary.Uvarint(message[n:])
	if m <= 0 || uint64(len(message)-n-m) != size {
		return 0, nil
	}
	return tag >> 3, message[n+m:]
}
