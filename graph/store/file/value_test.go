package file

import (
	"testing"
	"time"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
)

// Every sort of value is read as it was written, and what is cut off is an error or no value.
func TestValueIn(t *testing.T) {
	for _, want := range []quad.Value{
		quad.String("«No», she said."), quad.String(""), quad.IRI("st:1"), quad.BNode("b"), quad.Int(7), quad.Float(.5), quad.Bool(true),
		quad.TypedString{Value: "7", Type: "xsd:byte"}, quad.LangString{Value: "non", Lang: "fr"}, quad.Time(time.Unix(9, 0).UTC()),
	} {
		value, err := pquads.MarshalValue(want)
		if err != nil {
			t.Fatal(err)
		}
		entry, err := (&proto.Primitive{ID: 300, Timestamp: time.Now().UnixNano(), Value: value}).Marshal()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := valueIn(entry); err != nil || got != want {
			t.Errorf("got %#v, %v; want %#v", got, err, want)
		}
		for n := range len(entry) {
			if got, err := valueIn(entry[:n]); err == nil && got == want {
				t.Errorf("%#v is read though it ends after %d of %d bytes", want, n, len(entry))
			}
		}
	}
}
