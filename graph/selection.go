package graph

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Position is a statement as discourse network analysis counts it (Leifeld 2017): an
// actor who agrees or disagrees with a concept at a time.
type Position struct {
	Placed
	Words   string // as they were reported, see Reported
	Concept Concept
}

// A Concept is what a statement takes a position on: the concept that its coder names;
// else the incident that it is about; else what the claim is about that it denies,
// echoes or renders, which in the end is a claim.
type Concept struct {
	ID   string // "concept:...", "incident:..." or, of a claim, "st:..."
	Name string // to print: a readable name, or the claim's words
}

// When returns the day on which it was said or, where that is unknown, published.
func (p *Position) When() Date { return cmp.Or(p.Statement.Said, p.Document.Published) }

// Agrees reports whether the statement affirms its concept. A denial does not.
func (p *Position) Agrees() bool { return p.Statement.Polarity != Rejects }

// A Selection is the statements that a user picked, with what belongs to them. It is the
// input of networks, pictures and exports, and nothing in it depends on the order in
// which things were loaded. It is safe to read from several goroutines.
type Selection struct {
	Positions []Position       // by When, unknown last, then by ID
	Contrasts []Contrast       // whose counter and claim are both among the positions; by counter, claim and relation
	Actors    map[string]Actor // whom the statements name, and those they act for
	Picked    []string         // by which conditions, as "side=actor:china": for captions

	places map[string]int // of the positions by statement, since the last Sort
}

// Name returns the actor's name to print, its ID where the selection lacks it, and
// "nobody named" for "".
func (s *Selection) Name(actor string) string {
	if a, ok := s.Actors[actor]; ok {
		return a.Name()
	}
	return cmp.Or(actor, "nobody named")
}

// Position returns the position of that statement; false where it was not picked. The
// selection must have been sorted since it was last changed.
func (s *Selection) Position(statement string) (*Position, bool) {
	i, ok := s.places[statement]
	if !ok {
		return nil, false
	}
	return &s.Positions[i], true
}

// Sort brings positions and contrasts into their order. Whoever makes a selection by hand
// calls it; Select has done so.
func (s *Selection) Sort() {
	slices.SortFunc(s.Positions, func(a, b Position) int {
		if (a.When() == "") != (b.When() == "") {
			return cmp.Compare(b.When(), a.When())
		}
		return cmp.Or(cmp.Compare(a.When(), b.When()), cmp.Compare(a.Statement.ID, b.Statement.ID))
	})
	s.places = make(map[string]int, len(s.Positions))
	for i, p := range s.Positions {
		s.places[p.Statement.ID] = i
	}
	slices.SortFunc(s.Contrasts, func(a, b Contrast) int {
		return cmp.Or(cmp.Compare(a.Counter, b.Counter), cmp.Compare(a.Claim, b.Claim), cmp.Compare(a.Relation, b.Relation))
	})
}

// Caption says what a table or picture of the selection rests on: how many statements,
// contrasts, documents and outlets, from when to when, and by which conditions they were
// picked.
func (s *Selection) Caption() string {
	documents, outlets := map[string]bool{}, map[string]bool{}
	var first, last Date
	for i := range s.Positions {
		p := &s.Positions[i]
		documents[p.Document.ID] = true
		if p.Document.Publisher != "" {
			outlets[p.Document.Publisher] = true
		}
		if when := p.When(); when != "" {
			first, last = cmp.Or(first, when), when
		}
	}
	parts := []string{
		count(len(s.Positions), "statement"), count(len(s.Contrasts), "contrast"),
		count(len(documents), "document"), count(len(outlets), "outlet"),
	}
	switch {
	case first == "":
		parts = append(parts, "no dates")
	case first == last:
		parts = append(parts, string(first))
	default:
		parts = append(parts, string(first)+" to "+string(last))
	}
	if len(s.Picked) > 0 {
		return strings.Join(parts, ", ") + "; picked by " + strings.Join(s.Picked, ", ")
	}
	return strings.Join(parts, ", ") + "; all that is in the store"
}

func count(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}
