// Package server keeps a graph in a database of PostgreSQL or MariaDB, in tables that Cayley
// reads.
//
//	db, err := server.OpenPostgres("postgres://ann@db.example/press", false)
//	...
//	defer db.Close()
//	version, err := db.Version(ctx)
//	...
//	err = db.Update(version, func(tx *server.Tx) error { return tx.Add(quads) })
//	err = db.View(func(tx *server.Tx) error {
//		r := tx.NewReader()
//		node := r.Number(tx.Cayley().ValueOf(name)) // the graph as Cayley has it
//		links, err := r.LinksOf(ctx, node)          // what it says of a node, past Cayley
//		...
//	})
//
// A database knows quads and not what they say, but that no server is asked for the names of
// our predicates. It does not look whether quads are there before it adds them. No update is
// tried again here: who was overtaken by another writer, or lost the server, decides that.
//
// The files of the package:
//
//	db, open, errors          the database: opened, read, written to, and what users are told
//	address                   an address without its passwords
//	tx, cayley                a transaction, and Cayley's store over it
//	reader, links             what nodes say, and which nodes say so, hundreds in one query
//	value, quads              what nodes are, and whole quads
//	write, columns            quads added and removed, and the columns of the tables
//	dialect                   what the servers do differently
//	postgres, postgres_copy   PostgreSQL: its tables and errors, and its COPY
//	mysql*                    MariaDB: the same, addresses of several hosts, and INSERT
//
// docs/backends.md tells how it works, and what was measured.
package server
