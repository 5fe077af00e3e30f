package store

import (
	"runtime"
	"slices"
	"sync"

	cayleygraph "github.com/cayleygraph/cayley/graph"
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

// share calls read for each of the parts, all at once.
func share(parts int, read func(part int)) {
	var wait sync.WaitGroup
	for i := range parts {
		wait.Go(func() { read(i) })
	}
	wait.Wait()
}

// fileLeadingTo returns the nodes from which the predicate leads to the nodes, in
// the order of these.
func (w *walker) fileLeadingTo(nodes []cayleygraph.Ref, predicate cayleygraph.Ref) []cayleygraph.Ref {
	parts := cores(w, len(nodes))
	found := make([][]cayleygraph.Ref, parts)
	share(parts, func(part int) {
		r := newFileReader(w.tx)
		for _, n := range nodes[part*len(nodes)/parts : (part+1)*len(nodes)/parts] {
			found[part] = append(found[part], r.leadingTo(n, predicate)...)
		}
	})
	return slices.Concat(found...)
}

// readLinks reads what a file says of the nodes, for scripts will ask for it.
func (l *lookup) readLinks(nodes []cayleygraph.Ref) {
	parts := cores(l.walker, len(nodes))
	if parts == 1 {
		return
	}
	links := make([][]link, len(nodes))
	share(parts, func(part int) {
		r := newFileReader(l.tx)
		for i := part * len(nodes) / parts; i < (part+1)*len(nodes)/parts; i++ {
			links[i] = r.linksOf(nodes[i])
		}
	})
	for i, n := range nodes {
		s := l.subject(n)
		s.links, s.read = links[i], true
	}
}
