package loaders

import (
	"cmp"
	"crypto/sha256"

	"counterclaim/graph"
	"counterclaim/loaders/jsonl"
)

// A standing decides which coding stands where several of one document come in one
// run: a hand-coded one, else the one whose document's name comes first, else, of
// one name, the one with the least hash. So it depends on neither the order nor the
// files in which they come.
type standing struct {
	path   string // of the file
	many   bool   // whether the file has many documents
	byHand bool
	name   string // of the document
	sum    [8]byte
}

func standingOf(f file, c *graph.Coding) (standing, error) {
	out := standing{path: f.path, many: f.byParts(), byHand: c.Document.HandCoded(), name: c.Document.Name}
	told := graph.Coding{Document: c.Document}
	if told.Document.Text == "" { // what is found in a text follows from it
		told = c.Canonical()
	}
	line, err := jsonl.Append(nil, &told)
	sum := sha256.Sum256(line)
	copy(out.sum[:], sum[:])
	return out, err
}

// before reports whether s stands rather than t.
func (s standing) before(t standing) bool {
	if s.byHand != t.byHand {
		return s.byHand
	}
	return cmp.Or(cmp.Compare(s.name, t.name), cmp.Compare(string(s.sum[:]), string(t.sum[:]))) < 0
}

// from names whence the coding comes.
func (s standing) from() string {
	if s.many {
		return s.path + ": " + s.name
	}
	return s.path
}

// String is from, with how it was coded, for a note.
func (s standing) String() string {
	if s.byHand {
		return s.from() + " (hand-coded)"
	}
	return s.from()
}
