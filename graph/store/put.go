package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"runtime"
	"sync"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// Outcome says what Put did with a coding.
type Outcome string

const (
	Added     Outcome = "added"
	Replaced  Outcome = "replaced"  // the document was there, coded otherwise
	Unchanged Outcome = "unchanged" // the document was there, coded the same
	Kept      Outcome = "kept"      // another coding of the document stands
)

// A Linker returns the contrasts in which a statement of what comes takes part,
// with statements of what comes or of the store, and those of statements of the
// store that what comes or goes makes it look at anew. It may read the store; the
// context that it is given hides the documents of the change.
type Linker func(context.Context, graph.Change) (graph.Links, error)

// Put adds codings to the store, in one transaction: all or, on an error, none.
// A coding that the store has already is left; one of a document that is coded
// otherwise replaces that coding, except that hand-coded ones stand against ones
// found in text, whichever comes first. An actor's facts replace older ones.
// Then link, where it is not nil, is asked for the contrasts of what is accepted.
//
// Put returns the outcomes in the order of codings, and the contrasts that it
// wrote, by counter, claim and relation. A statement's ID that another document
// uses is an error. About 30,000 quads, the statements of 100 articles, make a
// good call.
func (s *Store) Put(ctx context.Context, codings []graph.Coding, link Linker) ([]Outcome, []graph.Contrast, error) {
	ready, err := prepare(codings)
	if err != nil {
		return nil, nil, err
	}
	var p *plan
	var links graph.Links
	err = s.write(ctx, func() (err error) {
		p, links, err = s.put(ctx, ready, link)
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	return p.outcomes, links.Contrasts, nil
}

// put decides what becomes of the codings, and does it.
func (s *Store) put(ctx context.Context, ready []prepared, link Linker) (p *plan, links graph.Links, err error) {
	if err := s.read(ctx, func(w *walker) (err error) { p, err = w.plan(ready); return err }); err != nil {
		return nil, links, err
	}
	if len(p.accepted) == 0 {
		return p, links, ctx.Err()
	}
	if links, err = s.link(ctx, p, link); err != nil {
		return nil, links, err
	}
	return p, links, s.backend.update(func(h *handle) error { return newWalker(ctx, h).replace(p, links) })
}

// prepared is a coding in canonical form with its quads, without actors, and its
// digest.
type prepared struct {
	coding graph.Coding
	quads  []quad.Quad
	digest string
}

// prepare makes the codings ready, on all cores, or returns all that is wrong
// with them.
func prepare(codings []graph.Coding) ([]prepared, error) {
	out := make([]prepared, len(codings))
	errs := make([]error, len(codings))
	next := make(chan int)
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(codings)) {
		workers.Go(func() {
			for i := range next {
				out[i], errs[i] = prepareOne(&codings[i])
			}
		})
	}
	for i := range codings {
		next <- i
	}
	close(next)
	workers.Wait()
	return out, errors.Join(errs...)
}

func prepareOne(c *graph.Coding) (prepared, error) {
	if err := c.Validate(); err != nil {
		return prepared{}, fmt.Errorf("%s: %w", label(&c.Document), err)
	}
	p := prepared{coding: c.Canonical()}
	p.quads, p.digest = digest(&p.coding)
	return p, nil
}

// A plan is what Put is about to do.
type plan struct {
	outcomes []Outcome
	accepted []graph.Coding
	quads    [][]quad.Quad     // of accepted, without actors
	known    map[string]bool   // accepted documents; true where the store has them, coded otherwise
	home     map[string]string // documents of accepted statements
}

// plan decides which codings are accepted.
func (w *walker) plan(codings []prepared) (*plan, error) {
	p := &plan{known: map[string]bool{}, home: map[string]string{}}
	stands := map[string]standing{}
	accepted := map[string]int{} // which coding of a document
	var documents []string
	for i := range codings {
		documents = append(documents, codings[i].coding.Document.ID)
	}
	w.foresee(documents)
	for i := range codings {
		d, own := &codings[i].coding.Document, codings[i].digest
		old, ok := stands[d.ID]
		if !ok {
			var err error
			if old, err = w.standing(d.ID); err != nil {
				return nil, err
			}
		}
		outcome := old.outcome(d.HandCoded(), own)
		p.outcomes = append(p.outcomes, outcome)
		if outcome == Added || outcome == Replaced {
			accepted[d.ID] = i
			p.known[d.ID] = old.stored
			old = standing{true, old.stored, d.HandCoded(), own}
		}
		stands[d.ID] = old
	}
	for i, c := range codings {
		if j, ok := accepted[c.coding.Document.ID]; ok && j == i {
			p.accepted = append(p.accepted, c.coding)
			p.quads = append(p.quads, c.quads)
		}
	}
	return p, w.checkIDs(p)
}

// A standing is what there is of a document when another coding of it comes.
type standing struct {
	there     bool // in the store, or earlier in the same Put
	stored    bool
	handCoded bool
	digest    string
}

func (w *walker) standing(document string) (standing, error) {
	f, err := w.facts(document)
	d := f.document(document, false)
	there := f.is("document")
	return standing{there, there, d.HandCoded(), f.one(graph.PDigest)}, err
}

// outcome says what becomes of a coding with that digest.
func (s standing) outcome(handCoded bool, digest string) Outcome {
	switch {
	case !s.there:
		return Added
	case s.handCoded && !handCoded:
		return Kept
	case s.digest == digest:
		return Unchanged
	default:
		return Replaced
	}
}

// checkIDs refuses a statement's ID that another document uses.
func (w *walker) checkIDs(p *plan) error {
	var errs []error
	var statements []string
	for i := range p.accepted {
		for _, st := range p.accepted[i].Statements {
			statements = append(statements, st.ID)
		}
	}
	w.foresee(statements)
	for i := range p.accepted {
		d := &p.accepted[i].Document
		for _, st := range p.accepted[i].Statements {
			other, ok := p.home[st.ID]
			if !ok {
				var err error
				if other, err = w.home(st.ID); err != nil {
					return err
				}
				if _, goes := p.known[other]; goes {
					other = ""
				}
			}
			if other != "" && other != d.ID {
				errs = append(errs, idTaken(d, st.ID, other))
			}
			p.home[st.ID] = d.ID
		}
	}
	return errors.Join(errs...)
}

func idTaken(d *graph.Document, statement, other string) error {
	return fmt.Errorf("%s: statement %s is one of %s already; give it another id", label(d), statement, other)
}

// home returns the document of a statement, "" where the store has no such
// statement.
func (w *walker) home(statement string) (string, error) {
	if w.qs.ValueOf(quad.IRI(statement)) == nil {
		return "", nil
	}
	f, err := w.facts(statement)
	return f.one(graph.PDocument), err
}

// digest returns the quads of a canonical coding, without actors, and a hash of
// all that it says: half of it is of these quads, half of those of the actors. The
// hash is one of the quads, the last.
func digest(c *graph.Coding) ([]quad.Quad, string) {
	quads := graph.CodingQuads(c)
	text := appendQuads(make([]byte, 0, 128*len(quads)), quads)
	own := sha256.Sum256(text)
	text = text[:0]
	for i := range c.Actors {
		text = appendQuads(text, graph.ActorQuads(&c.Actors[i]))
	}
	actors := sha256.Sum256(text)
	const half = sha256.Size / 2
	sum := hex.EncodeToString(append(own[:half:half], actors[:half]...))
	id := quad.IRI(c.Document.ID)
	return append(quads, quad.Quad{Subject: id, Predicate: quad.IRI(graph.PDigest), Object: quad.String(sum), Label: id}), sum
}

// appendQuads appends what tells quads of one label apart.
func appendQuads(text []byte, quads []quad.Quad) []byte {
	for _, q := range quads {
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object} {
			text = append(text, quad.StringOf(v)...)
			text = append(text, '\n') // no value has one unescaped
		}
	}
	return text
}

// label names the document in messages.
func label(d *graph.Document) string {
	if d.Name == "" {
		return d.ID
	}
	return d.Name + " (" + d.ID + ")"
}
