// Package store keeps codings and the contrasts between them as quads in Cayley:
// in memory, in one bolt file, or in a database of PostgreSQL or MariaDB.
//
// A store is a function of the set of codings put into it: order, repetition and
// removals in between leave no trace.
//
//	db, err := store.Open("bolt", "claims.db")
//	...
//	defer db.Close()
//	_, _, err = db.Put(ctx, []graph.Coding{coding}, link)
//
// One process at a time can have a file open with Open; any number can have it
// open with OpenReadOnly. A database any number can have open with either; their
// writes go one after the other.
//
// To add a backend, write a package below that keeps quads, a file here that makes a
// backend of it, and a line in backends; the tests then run on it too. There are
// package file, which keeps a graph in a file, and package server, which keeps one in
// a database. No other packages of the project import Cayley but this and those, and
// only server imports the driver of a database.
package store
