package store

import (
	"errors"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
)

// fewToShare is how many nodes are read as fast by one core alone.
const fewToShare = 16

// cores returns on how many cores it pays to read n nodes at once: a read
// transaction of a file serves as many as like.
func cores(w *walker, n int) int {
	if w.file == nil || n < fewToShare {
		return 1
	}
	return runtime.GOMAXPROCS(0)
}

// share calls read for each of the parts, all at once. A panic of one, as over a damaged
// file, is one of the caller's, where it can be recovered from.
func share(parts int, read func(part int)) {
	var wait sync.WaitGroup
	failures := make([]any, parts)
	for i := range parts {
		wait.Go(func() {
			defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
			defer func() { failures[i] = recover() }()
			read(i)
		})
	}
	wait.Wait()
	for _, failed := range failures {
		if failed != nil {
			panic(failed)
		}
	}
}

// readOn calls read for each of the parts, all at once, with a lookup of its own, which
// keeps what it has read for the next time. Their exceptions are errors. One part alone
// is read by this lookup.
func (l *lookup) readOn(parts int, read func(part int, reader *lookup) error) error {
	if parts == 1 {
		return read(0, l)
	}
	for len(l.readers) < parts {
		reader := newLookup(newWalker(l.ctx, l.handle), nil, nil)
		reader.whole = l
		l.readers = append(l.readers, reader)
	}
	errs := make([]error, parts)
	share(parts, func(part int) {
		defer func() {
			if failed := recover(); failed != nil {
				err, ok := failed.(error)
				if !ok {
					panic(failed)
				}
				errs[part] = err
			}
		}()
		errs[part] = read(part, l.readers[part])
	})
	return errors.Join(errs...)
}

// partOf returns which part a node is of, which several things can be about: nodes that
// stand near each other in the file are of the same one.
func partOf(node uint64, parts int) int {
	const near = 512
	if parts == 1 {
		return 0
	}
	return int(node / near % uint64(parts))
}

// same returns a node that another lookup of the same file found, with its links, until
// it is called again.
func (l *lookup) same(node *subject) *subject {
	if node.lookup == l {
		return node
	}
	node.load(l)
	s := &l.scratch
	s.lookup, s.name, s.node, s.links = l, node.name, node.node, node.links
	s.read.Store(true)
	return s
}

// fileLeadingTo returns the nodes from which the predicate leads to the nodes, in
// the order of these.
func (w *walker) fileLeadingTo(nodes []uint64, predicate uint64) []uint64 {
	parts := cores(w, len(nodes))
	found := make([][]uint64, parts)
	share(parts, func(part int) {
		r := w.tx.NewReader()
		for _, n := range nodes[part*len(nodes)/parts : (part+1)*len(nodes)/parts] {
			found[part] = r.LeadingTo(found[part], n, predicate)
		}
	})
	if parts == 1 {
		return found[0]
	}
	return slices.Concat(found...)
}

// readLinks reads what a file says of the nodes, for scripts will ask for it.
func (l *lookup) readLinks(nodes []uint64) {
	parts := cores(l.walker, len(nodes))
	if parts == 1 {
		return
	}
	links := make([][]link, len(nodes))
	share(parts, func(part int) {
		r := l.tx.NewReader()
		for i := part * len(nodes) / parts; i < (part+1)*len(nodes)/parts; i++ {
			links[i] = r.LinksOf(nodes[i])
		}
	})
	for i, n := range nodes {
		s := l.subject(n)
		s.links = links[i]
		s.read.Store(true)
	}
}
