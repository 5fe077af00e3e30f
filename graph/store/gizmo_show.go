package store

import (
	"errors"
	"runtime"
	"slices"
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
)

// Most of what a question with many rows costs is finding places in the file. This
// file does that on all cores; a read transaction serves as many as like.

// fewToShare is how many nodes are read as fast by one core alone.
const fewToShare = 16

// share cuts n things into one part a core and calls read for each part at once.
func share(n int, read func(part, first, last int)) {
	cores := runtime.GOMAXPROCS(0)
	if n < fewToShare {
		cores = 1
	}
	var wait sync.WaitGroup
	for i := range cores {
		wait.Go(func() { read(i, i*n/cores, (i+1)*n/cores) })
	}
	wait.Wait()
}

// fileLeadingTo returns the nodes from which the predicate leads to the nodes, in
// the order of these.
func (w *walker) fileLeadingTo(nodes []cayleygraph.Ref, predicate cayleygraph.Ref) ([]cayleygraph.Ref, error) {
	found, errs := make([][]cayleygraph.Ref, len(nodes)), make([]error, len(nodes))
	share(len(nodes), func(_, first, last int) {
		r := newFileReader(w.tx)
		for i := first; i < last; i++ {
			found[i], errs[i] = r.subjects(nodes[i], predicate)
		}
	})
	return slices.Concat(found...), errors.Join(errs...)
}

// prefetch reads what a file has on the subjects by the predicates. Attributes by
// other predicates are read when they are asked for, as ever.
func (l *lookup) prefetch(subjects []*subject, predicates ...string) {
	subjects = slices.DeleteFunc(slices.Clone(subjects), func(s *subject) bool { return s.ref == nil || s.read || s.only != nil })
	if l.file == nil || len(subjects) == 0 {
		return
	}
	wanted := map[any]bool{}
	for _, p := range predicates {
		if term := l.term(p); term != nil {
			wanted[term.Key()] = true
		}
	}
	parts := make([]fetched, runtime.GOMAXPROCS(0))
	share(len(subjects), func(part, first, last int) {
		parts[part] = fetch(newFileReader(l.tx), subjects[first:last], wanted)
	})
	for _, part := range parts {
		l.must(part.err)
		for i, s := range part.subjects {
			s.links, s.only = part.links[i], predicates
		}
		for ref, name := range part.names {
			l.names[ref] = name
		}
	}
}

// fetched is what one core has read: the links of each subject, and the values that
// they lead to.
type fetched struct {
	subjects []*subject
	links    [][]link
	names    map[any]quad.Value
	err      error
}

func fetch(r *fileReader, subjects []*subject, wanted map[any]bool) fetched {
	out := fetched{subjects, make([][]link, len(subjects)), map[any]quad.Value{}, nil}
	want := func(predicate cayleygraph.Ref) bool { return wanted[predicate.Key()] }
	for i, s := range subjects {
		if out.links[i], out.err = r.links(s.ref, want); out.err != nil {
			return out
		}
		for _, node := range append([]link{{object: s.ref}}, out.links[i]...) {
			key := node.object.Key()
			if _, ok := out.names[key]; !ok {
				if out.names[key], out.err = r.value(node.object); out.err != nil {
					return out
				}
			}
		}
	}
	return out
}
