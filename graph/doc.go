// Package graph says what can be said: documents, statements, actors and
// contrasts with what must hold of each, the vocabulary that names them, and how
// they become quads. Package store keeps those quads.
//
// A Coding is one document with the statements found in it, and the actors that
// these name. Its ID and those of its statements are functions of what was read,
// so that the same text coded twice is the same document.
//
//	coding := graph.Coding{Document: document, Statements: statements, Actors: actors}
//	err := coding.Validate()
//	...
//	quads := graph.CodingQuads(&coding)
//
// To add a predicate, give it a row in vocabulary.go and a line in quads.go, the
// only place that builds quads.
package graph
