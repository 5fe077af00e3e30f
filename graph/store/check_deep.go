package store

import (
	"cmp"
	"context"
	"runtime"
	"slices"
	"sync"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
	"counterclaim/graph/store/file"
)

// A Misfit is one sort of thing that CheckDeep finds wrong in one place.
type Misfit struct {
	Document string `json:"document,omitempty"` // "" where it is of no document, or of one that cannot be told
	What     string `json:"what"`
	Do       string `json:"do"` // what mends it
}

func (m Misfit) Error() string {
	where := ""
	if m.Document != "" {
		where = m.Document + ": "
	}
	return where + m.What + "; " + m.Do
}

// What mends a misfit.
const (
	doRebuild = "run counterclaim rebuild, or restore a backup"
	doReload  = "remove the document and load it again, or run counterclaim rebuild"
)

// Deep is what CheckDeep finds.
type Deep struct {
	Documents int      `json:"documents"`
	Quads     int      `json:"quads"`
	Misfits   []Misfit `json:"misfits"`        // by document, the first mostMisfits
	More      int      `json:"more,omitempty"` // misfits that are left out
}

const mostMisfits = 1000

// CheckDeep compares all that the store holds with what must be there: the quads of each
// document with those that its statements and contrasts imply, its digest with these, the
// actors with who is named, and of a file also the pages, the log, the nodes with their
// counts and each index. It is about a store that only Put, Remove and their like wrote.
//
// progress, where it is not nil, is called with how many parts are done, from any
// goroutine. CheckDeep runs on all cores and holds the names of the documents, a few of
// these with their quads, and some 100 bytes for each page of a file. Nobody may write
// meanwhile.
func (s *Store) CheckDeep(ctx context.Context, progress func(done, total int)) (Deep, error) {
	c := &deepCheck{progress: progress}
	err := s.view(func(h *handle) error {
		if h.tx != nil && !c.pages(h.tx) {
			return nil // what stands on pages that are wrong cannot be trusted, nor safely read
		}
		return c.all(ctx, h)
	})
	slices.SortFunc(c.found.Misfits, func(a, b Misfit) int { return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.What, b.What)) })
	return c.found, err
}

// A deepCheck collects what is wrong. note and step may be called at once.
type deepCheck struct {
	progress func(done, total int)

	mu          sync.Mutex // guards what follows
	found       Deep
	done, total int
}

func (c *deepCheck) note(m Misfit) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if len(c.found.Misfits) == mostMisfits {
		c.found.More++
		return
	}
	c.found.Misfits = append(c.found.Misfits, m)
}

func (c *deepCheck) step() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	if c.progress != nil {
		c.progress(c.done, c.total)
	}
}

// all checks what stands on the pages.
func (c *deepCheck) all(ctx context.Context, h *handle) error {
	w := newWalker(ctx, h)
	documents, err := w.into(quad.IRI("class:document"), graph.PType)
	if err != nil {
		return err
	}
	actors, err := w.into(quad.IRI("class:actor"), graph.PType)
	if err != nil {
		return err
	}
	c.found.Documents, c.total = len(documents), len(documents)+len(actors)
	if h.tx != nil {
		if err := c.layout(ctx, h.tx); err != nil {
			return err
		}
	}
	if err := c.eachOf(ctx, h, documents, func(w *walker, id string) error {
		quads, misfits, err := w.checkDocument(id)
		c.mu.Lock()
		c.found.Quads += quads
		c.mu.Unlock()
		for _, m := range misfits {
			c.note(m)
		}
		return err
	}); err != nil {
		return err
	}
	return c.actors(ctx, h, actors)
}

// pages checks the pages of a file, and reports whether what stands on them can be read.
func (c *deepCheck) pages(tx *file.Tx) bool {
	return tx.CheckPages(func(what string) {
		c.note(Misfit{What: what, Do: "restore a backup, or run counterclaim rebuild, which keeps what can be read"})
	})
}

// layout checks what a file has besides the quads of documents and actors.
func (c *deepCheck) layout(ctx context.Context, tx *file.Tx) error {
	l := tx.CheckLayout(func(document, what string) { c.note(Misfit{document, what, doRebuild}) })
	c.total += l.Parts()
	err := c.inParts(l.Parts(), func() (func(i int) error, error) {
		return func(i int) error { l.Part(i); return ctx.Err() }, nil
	})
	if err == nil {
		l.Compare()
	}
	return err
}

// eachOf calls check with each of the names, on all cores where the store is a file, and a
// walker that has read nothing, so that memory is bounded.
func (c *deepCheck) eachOf(ctx context.Context, h *handle, names []string, check func(*walker, string) error) error {
	if h.sql != nil { // one connection is for one goroutine
		for _, name := range names {
			if err := check(newWalker(ctx, h), name); err != nil {
				return err
			}
			c.step()
		}
		return nil
	}
	return c.inParts(len(names), func() (func(i int) error, error) {
		own, err := h.beside()
		return func(i int) error { return check(newWalker(ctx, own), names[i]) }, err
	})
}

// inParts calls what start returns with the numbers below n, on all cores. start is called
// once for each goroutine.
func (c *deepCheck) inParts(n int, start func() (func(i int) error, error)) error {
	var mu sync.Mutex
	next, first := 0, error(nil)
	take := func() (int, bool) {
		mu.Lock()
		defer mu.Unlock()
		next++
		return next - 1, next <= n && first == nil
	}
	share(min(runtime.GOMAXPROCS(0), n), func(int) {
		do, err := start()
		for i, ok := take(); ok && err == nil; i, ok = take() {
			err = do(i)
			c.step()
		}
		if err != nil {
			mu.Lock()
			defer mu.Unlock()
			first = cmp.Or(first, err)
		}
	})
	return first
}

// beside returns a handle for another goroutine that reads the same.
func (h *handle) beside() (*handle, error) {
	if h.tx == nil {
		return h, nil
	}
	return openHandle(h.tx)
}
