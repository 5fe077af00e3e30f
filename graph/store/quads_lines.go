package store

import (
	"bufio"
	"context"
	"io"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// Lines writes the N-Quads that a store would have of codings and contrasts, without a
// store: each once, unsorted. It holds the actors in memory and no more. The caller calls
// Close, which does not close the writer under it.
type Lines struct {
	out    *bufio.Writer
	actors map[string]graph.Actor
}

// NewLines returns Lines that write to out.
func NewLines(out io.Writer) *Lines {
	return &Lines{bufio.NewWriterSize(out, 1<<20), map[string]graph.Actor{}}
}

// Add writes codings of documents that did not come before, and contrasts, each with a
// statement of these as its counter.
func (l *Lines) Add(ctx context.Context, codings []graph.Coding, contrasts []graph.Contrast) error {
	ready, err := prepare(codings)
	if err != nil {
		return err
	}
	homes := map[string]string{}
	texts := make([][]byte, len(ready))
	share(len(ready), func(i int) {
		set := newQuadSet(len(ready[i].quads))
		set.add(ready[i].quads...)
		texts[i] = appendLines(nil, set.list)
	})
	for i := range ready {
		l.out.Write(texts[i])
		for _, s := range ready[i].coding.Statements {
			homes[s.ID] = ready[i].coding.Document.ID
		}
		for _, a := range ready[i].coding.Actors {
			l.actors[a.ID] = a
		}
	}
	set := newQuadSet(0)
	for i := range contrasts {
		c := contrasts[i].Canonical()
		set.add(graph.ContrastQuads(&c, homes[c.Counter])...)
	}
	l.out.Write(appendLines(nil, set.list))
	return ctx.Err()
}

func appendLines(out []byte, quads []quad.Quad) []byte {
	for _, q := range quads {
		out = append(append(out, q.NQuad()...), '\n')
	}
	return out
}

// Close writes the actors' facts and what is left in memory. Errors of the writer come here.
func (l *Lines) Close() error {
	set := newQuadSet(0)
	for _, id := range slices.Sorted(maps.Keys(l.actors)) {
		a := l.actors[id]
		set.add(graph.ActorQuads(&a)...)
	}
	l.out.Write(appendLines(nil, set.list))
	return l.out.Flush()
}
