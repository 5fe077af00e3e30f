// Package graph says what can be said, and where it is kept: documents,
// statements, actors and contrasts with what must hold of each, the vocabulary
// that names them as quads, and the store that keeps those quads in Cayley.
//
// A Coding is one document with the statements found in it. The store is a
// function of the set of codings put into it: order, repetition and removals in
// between leave no trace.
//
//	store, err := graph.Open("memory", "")
//	...
//	defer store.Close()
//	_, err = store.Put(ctx, []graph.Coding{coding}, contrasts)
//
// This is the only package of the project that imports Cayley.
package graph
