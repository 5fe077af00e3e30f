package graph

import "testing"

func TestCaption(t *testing.T) {
	at := func(id, said, published, publisher string) Position {
		return Position{Placed: Placed{Statement{ID: id, Said: Date(said)}, Document{ID: "doc:" + publisher, Publisher: publisher, Published: Date(published)}}}
	}
	s := Selection{Positions: []Position{at("st:c", "", "", ""), at("st:b", "", "2031-05-04", "Stavik Courier"), at("st:a", "2031-04", "2031-05-04", "Stavik Courier")}}
	s.Sort()
	for i, want := range []string{"st:a", "st:b", "st:c"} {
		if got := s.Positions[i].Statement.ID; got != want {
			t.Errorf("place %d has %s, want %s", i, got, want)
		}
	}
	if got, want := s.Caption(), "3 statements, 0 contrasts, 2 documents, 1 outlet, 2031-04 to 2031-05-04; all that is in the store"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	s = Selection{Positions: []Position{at("st:c", "", "", "")}, Picked: []string{"side=actor:veldany", "min_confidence=0.7"}}
	if got, want := s.Caption(), "1 statement, 0 contrasts, 1 document, 0 outlets, no dates; picked by side=actor:veldany, min_confidence=0.7"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
