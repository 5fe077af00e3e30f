package file

import (
	"encoding/binary"
	"slices"
)

// A posting is a quad in an index: the numbers of up to three of its nodes, in the
// order of the index, and its own.
type posting [4]uint64

func comparePostings(a, b posting) int {
	for i := range a {
		switch {
		case a[i] < b[i]:
			return -1
		case a[i] > b[i]:
			return 1
		}
	}
	return 0
}

// Postings are kept in chunks, ascending. A chunk has those of one first node; the
// first of them is its key, and its value holds, for each of the others, how it
// differs from the one before. A posting takes some five bytes so, and a walk over
// thousands of them goes through a few pages.
//
// A difference begins with that of the second node, doubled, plus one, and then has
// those of the third and of the quad; where the second node is the same, with that
// of the third, doubled, and then has that of the quad. Differences that can be
// negative are zigzag varints, the others plain ones.

// chunkSize is how many postings a chunk can have. It makes some 600 bytes.
const chunkSize = 128

// postingKey returns the key of a chunk that begins with the posting.
func postingKey(p posting) []byte {
	key := make([]byte, 0, 32)
	for _, n := range p {
		key = binary.BigEndian.AppendUint64(key, n)
	}
	return key
}

// postingOf returns the posting that a key stands for.
func postingOf(key []byte) (p posting, ok bool) {
	if len(key) != 32 {
		return p, false
	}
	for i := range p {
		p[i] = binary.BigEndian.Uint64(key[8*i:])
	}
	return p, true
}

func appendPosting(out []byte, last, next posting) []byte {
	quad := int64(next[3] - last[3])
	if next[1] != last[1] {
		out = binary.AppendUvarint(out, (next[1]-last[1])<<1|1)
		out = binary.AppendVarint(out, int64(next[2]-last[2]))
		return binary.AppendVarint(out, quad)
	}
	out = binary.AppendUvarint(out, (next[2]-last[2])<<1)
	if next[2] == last[2] {
		return binary.AppendUvarint(out, uint64(quad))
	}
	return binary.AppendVarint(out, quad)
}

// A chunk is read from its first posting to its last.
type chunk struct {
	posting        // at which it stands
	value   []byte // has the others
	offset  int    // where the next is in it; to move the slice itself is a write barrier each time, while memory is collected
}

// next goes to the next posting. It returns false at the end.
func (c *chunk) next() bool {
	if c.offset == len(c.value) {
		return false
	}
	first, ok := c.uvarint()
	switch {
	case first&1 == 1:
		c.posting[1] += first >> 1
		c.posting[2] += c.varint()
		c.posting[3] += c.varint()
	case first == 0:
		quad, _ := c.uvarint()
		c.posting[3] += quad
	default:
		c.posting[2] += first >> 1
		c.posting[3] += c.varint()
	}
	return ok
}

// uvarint takes a number from the value. A chunk that is damaged ends there.
func (c *chunk) uvarint() (v uint64, ok bool) {
	rest := c.value[c.offset:]
	if len(rest) > 0 && rest[0] < 0x80 { // as most are
		c.offset++
		return uint64(rest[0]), true
	}
	v, n := binary.Uvarint(rest)
	if n <= 0 {
		c.offset = len(c.value)
		return 0, false
	}
	c.offset += n
	return v, true
}

func (c *chunk) varint() uint64 {
	v, _ := c.uvarint()
	return v>>1 ^ -(v & 1)
}

// all appends what is left of the chunk, the posting at which it stands first.
func (c chunk) all(out []posting) []posting {
	out = append(out, c.posting)
	for c.next() {
		out = append(out, c.posting)
	}
	return out
}

// chunked calls put with the key and the value of each chunk that the postings of
// one first node make: full ones and a last one or, where even says so, all of about
// the same size, so that there is room in each.
func chunked(list []posting, even bool, put func(key, value []byte) error) error {
	size := chunkSize
	if parts := (len(list) + chunkSize - 1) / chunkSize; even && parts > 1 {
		size = (len(list) + parts - 1) / parts
	}
	for part := range slices.Chunk(list, size) {
		value := make([]byte, 0, 6*len(part))
		for i := 1; i < len(part); i++ {
			value = appendPosting(value, part[i-1], part[i])
		}
		if err := put(postingKey(part[0]), value); err != nil {
			return err
		}
	}
	return nil
}
