// Package file keeps a graph in one bbolt file: quads in sorted postings, in a layout that
// Cayley reads.
//
//	db, err := file.Open("claims.db", false)
//	...
//	defer db.Close()
//	err = db.Update(func(tx *file.Tx) error { return tx.Add(quads) })
//	err = db.View(func(tx *file.Tx) error {
//		qs, err := tx.Cayley()                // the graph as Cayley has it
//		links := tx.NewReader().LinksOf(node) // what it says of a node, past Cayley
//		...
//	})
//
// A file knows quads and not what they say, but that the check of its layout takes a label for
// a document. It does not look whether quads are there before it adds them. Nodes go by
// numbers, which stay theirs as long as a quad uses them.
// The files of the package:
//
//	db, open, guard           the file: opened, written to, closed, and what breaks over it
//	tx, log                   a transaction, its buckets, and the log of nodes and quads
//	posting, index            quads by their nodes, in chunks; add, remove
//	reader, intersect, value  what a node says, and which nodes say so
//	cayley, cayley_index      what Cayley is shown of all this
//	build*                    a Bulk: a whole file of quads in any order, by sorting them
//	check_*                   what is wrong with pages, log, nodes and indexes
//	salvage                   what can be read where much is wrong
//
// docs/store.md tells of the layout, and why it is so.
package file
