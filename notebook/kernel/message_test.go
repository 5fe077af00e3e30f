package kernel

import (
	"bytes"
	"encoding/json"
	"testing"
)

// FuzzParse: no frames make it fail, and none pass that our key did not sign.
func FuzzParse(f *testing.F) {
	good, err := signer(testKey).frames("s", "execute_request", message{}, reply{"code": "1"})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(bytes.Join(good, []byte{0}))
	f.Add([]byte("id\x00<IDS|MSG>\x00\x00{}\x00{}\x00{}\x00{}"))
	f.Fuzz(func(t *testing.T, wire []byte) {
		frames := bytes.Split(wire, []byte{0})
		m, err := signer(testKey).parse(frames)
		if err == nil && !bytes.Contains(wire, signer(testKey).sign(m.raw, frames[len(m.from)+3], frames[len(m.from)+4], m.content)) {
			t.Fatalf("%q passed", wire)
		}
		signed := signer(testKey).sign(wire, wire, wire, wire)
		m, err = signer(testKey).parse([][]byte{[]byte(delimiter), signed, wire, wire, wire, wire})
		if err == nil && (m.header.ID == "" || !json.Valid(m.raw)) {
			t.Fatalf("%+v of %q", m, wire)
		}
	})
}
