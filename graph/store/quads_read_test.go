package store

import (
	"path/filepath"
	"strings"
	"testing"
)

// A line that is none ends the load, and the store is empty as before.
func TestReadQuadsOfABadLine(t *testing.T) {
	s, err := Open("bolt", filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, bad := range []string{"<a> <b> .", "words", `<a> <b> "open .`, "<a> <b> <c> <d> <e> ."} {
		err := s.ReadQuads(t.Context(), strings.NewReader("<a> <b> <c> .\n\n"+bad+"\n<a> <b> <d> ."), nil)
		if err == nil || !strings.HasPrefix(err.Error(), "read quads: line 3: ") {
			t.Errorf("%s: error %v", bad, err)
		}
		if empty, err := s.empty(t.Context()); !empty || err != nil {
			t.Errorf("%s: empty is %v, %v", bad, empty, err)
		}
	}
	if err := s.ReadQuads(t.Context(), strings.NewReader("<a> <b> <c> ."), nil); err != nil {
		t.Error(err)
	}
	if err := s.ReadQuads(t.Context(), strings.NewReader("<a> <b> <d> ."), nil); err == nil {
		t.Error("read into a store that is not empty")
	}
}
