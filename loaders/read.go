package loaders

import (
	"context"
	"fmt"
	"iter"
	"runtime"

	"counterclaim/graph"
)

// Progress says how far a run is.
type Progress struct {
	Step        string // what it does: "reading" files, "building" the store by quads, "linking" documents
	Done, Total int    // of these
	Bytes       int64  // read
}

// A result is what came of one file, or of a part of one that is read by parts:
// codings that validate, or an error.
type result struct {
	file    file
	size    int
	codings []graph.Coding
	err     error
	lines   []error  // of a part: what is wrong with lines of it, while the others were read
	notes   []string // of the last part: what to know of the file
	more    bool     // whether a further part follows
}

// read reads the files on all cores and yields the results in the order of the
// files. It ends early when ctx does. progress, which may be nil, is called on the
// caller's goroutine.
// What was read before is in kept, and what is read is added to it.
func (f *Files) read(ctx context.Context, kept *journal, progress func(Progress)) iter.Seq[result] {
	return func(yield func(result) bool) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		at := Progress{Step: "reading", Total: len(f.list)}
		var bad faults
		for done := range until(ctx, f.start(ctx, kept)) {
			r := <-done
			bad.add(&r)
			if ctx.Err() != nil || !yield(r) {
				return
			}
			if !r.more {
				at.Done++
			}
			at.Bytes += int64(r.size)
			if progress != nil {
				progress(at)
			}
		}
	}
}

// start reads the files, as many at once as there are cores, and sends a channel
// for each in order, so that a slow file holds up those behind it and no result
// waits in memory for long.
func (f *Files) start(ctx context.Context, kept *journal) <-chan chan result {
	queue := make(chan chan result, runtime.GOMAXPROCS(0))
	go func() {
		defer close(queue)
		for _, file := range f.list {
			if file.byParts() {
				if !file.startParts(ctx, queue) {
					return
				}
				continue
			}
			done := make(chan result, 1)
			select {
			case queue <- done:
			case <-ctx.Done():
				return
			}
			go func() { done <- file.read(kept) }()
		}
	}()
	return queue
}

// until yields what comes from the queue until ctx ends, even where the next does
// not come.
func until[T any](ctx context.Context, queue <-chan T) iter.Seq[T] {
	return func(yield func(T) bool) {
		for {
			select {
			case next, ok := <-queue:
				if !ok || !yield(next) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

func (f file) read(kept *journal) (r result) {
	r.file = f
	data, err := f.data()
	if err != nil {
		r.err = err
		return r
	}
	r.size = len(data)
	key := readingOf(f, data)
	if codings, ok := kept.find(key); ok {
		r.codings = codings
		return r
	}
	// A file that breaks its loader must not take the other files with it.
	defer func() {
		if p := recover(); p != nil {
			r.codings, r.err = nil, fmt.Errorf("%s: the loader %s broke (%v); leave the file out and report it", f.path, f.loader.Name(), p)
		}
	}()
	r.codings, r.err = f.loader.Read(f.path, data)
	for i := range r.codings {
		if err := r.codings[i].Validate(); err != nil {
			r.codings, r.err = nil, fmt.Errorf("%s: the loader %s made what cannot be (%w); leave the file out and report it", f.path, f.loader.Name(), err)
			return r
		}
	}
	if r.err == nil {
		kept.add(key, r.codings)
	}
	return r
}
