package store

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"runtime"
	"slices"
	"sync"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
	"counterclaim/graph/store/file"
)

// A Build fills an empty store that is a file with many codings, several times faster than
// Put would, and with memory for a few thousand documents. Nobody sees anything of it until
// it is finished. Its methods are for one goroutine.
//
//	build, err := db.Build(ctx, within)
//	for each coding: build.Add(coding)
//	build.Finish(ctx, across, nil)
//
// Between Build and Finish or Abandon the store cannot be written to otherwise.
type Build struct {
	store  *Store
	load   *file.Bulk
	within Linker

	part       []graph.Coding // of the next segment
	statements int            // of part
	documents  map[string]bool
	homes      map[string]string // of hand-coded statements, whose IDs are a person's
	actors     map[string]graph.Actor
	jobs       chan buildJob
	workers    sync.WaitGroup
	mu         sync.Mutex
	err        error
	print      [sha256.Size]byte // of the codings, in whichever order they came
}

// Journal opens a file that stays where the build comes to nothing, so that the next Build of
// the store finds in it what was written to it, and goes when one is finished. What another
// program wrote, or this one of something else than of, is not in it, and goes. The caller
// closes the file before Finish or Abandon.
func (b *Build) Journal(of string) (*os.File, error) {
	return b.load.Journal(madeOf([]byte(of)))
}

type buildJob struct {
	segment *file.Segment
	codings []graph.Coding
}

// ErrNoBuild is what Build returns for a store that has something in it or is no file.
var ErrNoBuild = errors.New("only an empty store in a file can be built")

// segmentStatements is how many statements make a segment. They are some 500,000 quads.
const segmentStatements = 20_000

// Build begins to fill the store. within, where it is not nil, is asked for the contrasts
// within each document, from several goroutines at once. The caller calls Finish or Abandon.
func (s *Store) Build(ctx context.Context, within Linker) (*Build, error) {
	embedded, ok := s.backend.(*bolt)
	if !ok {
		return nil, ErrNoBuild
	}
	if s.readOnly {
		return nil, errReadOnly
	}
	s.writing.Lock()
	empty, err := s.empty(ctx)
	if err == nil && !empty { // nor will it be built later
		err = errors.Join(embedded.db.DropUnfinished(), ErrNoBuild)
	}
	var load *file.Bulk
	if err == nil {
		load, err = embedded.db.NewBulk()
	}
	if err != nil {
		s.writing.Unlock()
		return nil, err
	}
	b := &Build{
		store: s, load: load, within: within,
		documents: map[string]bool{}, homes: map[string]string{}, actors: map[string]graph.Actor{},
		jobs: make(chan buildJob),
	}
	for range runtime.GOMAXPROCS(0) {
		b.workers.Go(func() {
			for job := range b.jobs {
				if b.Err() != nil {
					continue
				}
				if err := b.segment(ctx, job); err != nil {
					b.fail(err)
				}
			}
		})
	}
	return b, nil
}

// Add adds a coding. A document that was added before, and a statement's ID that another
// document uses, are errors, after which others can be added.
func (b *Build) Add(c graph.Coding) error {
	if err := c.Validate(); err != nil {
		return fmt.Errorf("%s: %w", label(&c.Document), err)
	}
	if b.documents[c.Document.ID] {
		return fmt.Errorf("%s: was added before", label(&c.Document))
	}
	if c.Document.HandCoded() {
		for i := range c.Statements {
			if other, ok := b.homes[c.Statements[i].ID]; ok {
				return idTaken(&c.Document, c.Statements[i].ID, other)
			}
		}
		for i := range c.Statements {
			b.homes[c.Statements[i].ID] = c.Document.ID
		}
	}
	b.documents[c.Document.ID] = true
	for _, a := range c.Actors {
		b.actors[a.ID] = a
	}
	b.part = append(b.part, c)
	if b.statements += len(c.Statements); b.statements >= segmentStatements {
		b.send()
	}
	return nil
}

// Has reports whether a document was added.
func (b *Build) Has(document string) bool { return b.documents[document] }

func (b *Build) send() {
	b.jobs <- buildJob{b.load.NewSegment(), b.part}
	b.part, b.statements = nil, 0
}

// fail keeps the first error: those behind it mostly say the same of a full disk.
func (b *Build) fail(err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.err == nil {
		b.err = err
	}
}

// Err returns what has ended the build, as a full disk does, nil where nothing has. It is
// known some time after Add, and Finish returns it, too.
func (b *Build) Err() error {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.err
}

// segment makes a segment of codings.
func (b *Build) segment(ctx context.Context, job buildJob) error {
	for i := range job.codings {
		if err := ctx.Err(); err != nil {
			return err
		}
		ready, err := prepareOne(&job.codings[i])
		if err != nil {
			return err
		}
		b.note(ready)
		set := newQuadSet(2 * len(ready.quads))
		set.add(ready.quads...)
		contrasts, err := b.contrastsIn(ctx, ready.coding)
		if err != nil {
			return err
		}
		for i := range contrasts {
			set.add(graph.ContrastQuads(&contrasts[i], ready.coding.Document.ID)...)
		}
		for _, q := range set.list {
			job.segment.Add(q)
		}
	}
	return job.segment.Write()
}

func (b *Build) contrastsIn(ctx context.Context, c graph.Coding) ([]graph.Contrast, error) {
	if b.within == nil {
		return nil, nil
	}
	links, err := b.within(ctx, graph.Change{Accepted: []graph.Coding{c}})
	if err != nil {
		return nil, fmt.Errorf("link: %w", err)
	}
	for i := range links.Contrasts {
		links.Contrasts[i] = links.Contrasts[i].Canonical()
	}
	return links.Contrasts, nil
}

// note adds a coding to the print.
func (b *Build) note(p prepared) {
	sum := sha256.Sum256([]byte(p.coding.Document.ID + " " + p.digest))
	b.mu.Lock()
	defer b.mu.Unlock()
	for i := range sum {
		b.print[i] ^= sum[i]
	}
}

// An AcrossLinker finds the contrasts across documents of a store, in batches with numbers
// of its choice. It passes over those that are done, and calls add for each other one with
// what it found. It may do so from several goroutines.
type AcrossLinker func(ctx context.Context, db *Store, done map[int]bool, add func(batch int, found []graph.Contrast) error) error

// Finish builds the store's file. across, where it is not nil, is given a store with all
// documents and adds the contrasts across them to it. Then all can be seen, at once. It
// returns what the store holds. After an error the store is empty, as before; where
// across had begun, the next Build of the same codings goes on where it was. step, where
// it is not nil, is told how far it is.
func (b *Build) Finish(ctx context.Context, across AcrossLinker, step func(Progress)) (Stats, error) {
	if step == nil {
		step = func(Progress) {}
	}
	defer b.Abandon()
	b.send()
	close(b.jobs)
	b.workers.Wait()
	b.jobs = nil
	if err := b.Err(); err != nil {
		return Stats{}, err
	}
	if of := madeOf(b.print[:]); !b.load.Completed(of) {
		if err := b.addActors(); err != nil {
			return Stats{}, err
		}
		if err := b.load.Build(ctx, of, step); err != nil {
			return Stats{}, err
		}
	}
	stats, err := b.linkAcross(ctx, across)
	if err != nil {
		return Stats{}, err
	}
	if err := b.load.Place(); err != nil {
		return Stats{}, err
	}
	return stats, nil
}

// Unfinished returns the folder with what a Build that came to nothing has left for the
// next, "" where there is none.
func (s *Store) Unfinished() string {
	if embedded, ok := s.backend.(*bolt); ok {
		return embedded.db.Unfinished()
	}
	return ""
}

// madeOf says what a file is made of: of what, and by which program, as another one may
// find other statements and contrasts.
func madeOf(what []byte) string {
	sum := sha256.Sum256(append(program(), what...))
	return hex.EncodeToString(sum[:])
}

// program returns the digest of the program that runs. Where it cannot be read, it is
// taken for one that never ran before.
var program = sync.OnceValue(func() []byte {
	sum := sha256.New()
	path, err := os.Executable()
	if err == nil {
		var file *os.File
		if file, err = os.Open(path); err == nil {
			_, err = io.Copy(sum, file)
			file.Close()
		}
	}
	if err != nil {
		return []byte(rand.Text())
	}
	return sum.Sum(nil)
})

// addActors makes a segment of the actors' facts.
func (b *Build) addActors() error {
	s := b.load.NewSegment()
	set := newQuadSet(0)
	for _, id := range slices.Sorted(maps.Keys(b.actors)) {
		a := b.actors[id]
		set.add(graph.ActorQuads(&a)...)
	}
	for _, q := range set.list {
		s.Add(q)
	}
	return s.Write()
}

func (b *Build) linkAcross(ctx context.Context, across AcrossLinker) (stats Stats, err error) {
	db, err := Open("bolt", b.load.Path())
	if err != nil {
		b.load.Discard() // the next one makes it anew
		return stats, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	made := db.backend.(*bolt).db
	if across != nil {
		done, err := made.DoneBatches()
		if err != nil {
			return stats, err
		}
		err = across(ctx, db, done, func(batch int, found []graph.Contrast) error {
			b.mu.Lock()
			defer b.mu.Unlock()
			return addContrasts(ctx, db, batch, found)
		})
		if err != nil {
			return stats, err
		}
	}
	if err := ctx.Err(); err != nil {
		return stats, err
	}
	if err := made.ForgetBatches(); err != nil {
		return stats, err
	}
	return db.Stats(ctx)
}

// addContrasts adds what was found in a batch, and that it is done, in one transaction.
func addContrasts(ctx context.Context, db *Store, batch int, contrasts []graph.Contrast) error {
	var quads []quad.Quad
	err := db.read(ctx, func(w *walker) error {
		for i := range contrasts {
			c := contrasts[i].Canonical()
			if err := c.Validate(); err != nil {
				return fmt.Errorf("link: %w", err)
			}
			home, err := w.home(c.Counter)
			if err != nil {
				return err
			}
			quads = append(quads, graph.ContrastQuads(&c, home)...)
		}
		return nil
	})
	if err != nil {
		return err
	}
	return db.backend.update(func(h *handle) error {
		if err := h.tx.NoteBatch(batch); err != nil {
			return err
		}
		return newWalker(ctx, h).add(quads)
	})
}

// Abandon ends a Build that is not finished, and leaves the store empty. After Finish it
// does nothing.
func (b *Build) Abandon() {
	if b.store == nil {
		return
	}
	if b.jobs != nil {
		close(b.jobs)
		b.workers.Wait()
	}
	b.load.Close()
	b.store.writing.Unlock()
	b.store = nil
}
