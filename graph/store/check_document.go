package store

import (
	"context"
	"fmt"
	"math"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// CheckDocument returns what CheckDeep finds wrong with one document.
func (s *Store) CheckDocument(ctx context.Context, document string) (misfits []Misfit, err error) {
	err = s.read(ctx, func(w *walker) error {
		_, misfits, err = w.checkDocument(document)
		return err
	})
	return misfits, err
}

// checkDocument compares the quads that the store has under the document's label with
// those that its statements and contrasts imply, and returns how many there are.
func (w *walker) checkDocument(id string) (n int, misfits []Misfit, err error) {
	note := func(format string, args ...any) {
		misfits = append(misfits, Misfit{id, fmt.Sprintf(format, args...), doReload})
	}
	defer func() {
		if r := recover(); r != nil {
			note("its quads make no document (%v)", r)
		}
	}()
	quads, err := w.quads(quad.Label, quad.IRI(id))
	if err != nil {
		return 0, nil, err
	}
	have, want := newQuadSet(len(quads)), newQuadSet(len(quads))
	have.add(quads...)
	if len(have.list) != len(quads) {
		note("%d quads are there twice", len(quads)-len(have.list))
	}
	coding, err := w.wholeCoding(id)
	if err := w.ctx.Err(); err != nil {
		return 0, nil, err
	}
	if err != nil {
		note("its statements cannot be read back: %s", inOneLine(err))
		return len(quads), misfits, nil
	}
	implied, sum := digest(&coding)
	want.add(implied[:len(implied)-1]...)
	digests := digestsIn(have, id)
	want.add(digests...) // what they are worth is said here
	if len(digests) != 1 || !sameQuads(digests[0].Object, sum) {
		note("its digest is not that of its quads, of which some are lost or changed")
	}
	for _, c := range contrastsIn(have) {
		quads, err := w.checkContrastOf(&coding, c)
		if err != nil {
			note("%s: %s", c, inOneLine(err))
		}
		want.add(quads...)
	}
	for _, wrong := range []struct {
		quads []quad.Quad
		what  string
	}{
		{want.without(have), "a quad is missing"},
		{have.without(want), "a quad is there that nothing implies"},
	} {
		if n := len(wrong.quads); n > 0 {
			note("%s (%d times, as %s)", wrong.what, n, shortened(wrong.quads[0].NQuad()))
		}
	}
	return len(quads), misfits, nil
}

// wholeCoding returns the document's coding, which is valid.
func (w *walker) wholeCoding(id string) (graph.Coding, error) {
	f, err := w.facts(id)
	if err != nil {
		return graph.Coding{}, err
	}
	coding, err := w.coding(f.document(id, true))
	if err != nil {
		return coding, err
	}
	return coding, coding.Validate()
}

// digestsIn returns the quads that hold the document's digest: one, where all is well.
func digestsIn(quads *quadSet, id string) []quad.Quad {
	var out []quad.Quad
	for _, q := range quads.list {
		if nodeName(q.Predicate) == graph.PDigest && nodeName(q.Subject) == id {
			out = append(out, q)
		}
	}
	return out
}

// sameQuads reports whether a stored digest is of the same quads. Its other half is of the
// actors' facts as they were then: another document may have brought later ones.
func sameQuads(stored quad.Value, sum string) bool {
	s, _ := stored.(quad.String)
	return len(s) == len(sum) && string(s[:len(s)/2]) == sum[:len(sum)/2]
}

// contrastsIn returns the contrasts that are subjects of quads.
func contrastsIn(quads *quadSet) []string {
	var out []string
	seen := map[string]bool{}
	for _, q := range quads.list {
		if id := nodeName(q.Subject); strings.HasPrefix(id, "contrast:") && !seen[id] {
			seen[id] = true
			out = append(out, id)
		}
	}
	return out
}

// checkContrastOf returns the quads that the contrast implies, which has to be one of a
// statement of the coding with another that is there.
func (w *walker) checkContrastOf(coding *graph.Coding, id string) ([]quad.Quad, error) {
	f, err := w.facts(id)
	if err != nil {
		return nil, err
	}
	c, err := f.contrast(id)
	if err == nil {
		err = c.Validate()
	}
	switch {
	case err != nil:
		return nil, err
	case c.ID() != id:
		return nil, fmt.Errorf("is called otherwise than what it sets against each other: %s %s %s", c.Counter, c.Relation, c.Claim)
	case !hasStatement(coding, c.Counter):
		return nil, fmt.Errorf("has a counter of another document: %s", c.Counter)
	}
	claim, err := w.facts(c.Claim)
	if err == nil && !claim.is("statement") {
		err = fmt.Errorf("answers a statement that is not there: %s", c.Claim)
	}
	quads := graph.ContrastQuads(&c, coding.Document.ID)
	for i := range quads {
		if nodeName(quads[i].Predicate) == graph.PScore && nearScore(&c, f.number(graph.PScore)) {
			quads[i].Object = quad.Float(f.number(graph.PScore))
		}
	}
	return quads, err
}

// nearScore reports whether the contrast can have that score: its reasons are kept with two
// digits of their weights, and the score with all.
func nearScore(c *graph.Contrast, score float64) bool {
	const rounded = .005
	return math.Abs(score-c.Score()) <= rounded*float64(len(c.Because))+1e-9 && score <= 1
}

func hasStatement(c *graph.Coding, id string) bool {
	for i := range c.Statements {
		if c.Statements[i].ID == id {
			return true
		}
	}
	return false
}

// inOneLine returns the error's text, of which lines become sentences.
func inOneLine(err error) string { return strings.ReplaceAll(err.Error(), "\n", "; ") }

// shortened cuts a quad whose text is an article's.
func shortened(line string) string {
	const most = 200
	if len(line) <= most {
		return line
	}
	return strings.ToValidUTF8(line[:most], "") + "..."
}
