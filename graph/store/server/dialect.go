package server

import (
	"context"
	"database/sql"
)

// A sqlServer is what servers do differently.
type sqlServer interface {
	// kind is the name of Cayley's reading of such servers.
	kind() string
	// text is what the server takes for a query of Cayley's.
	text(cayleys string) string
	// create makes the tables where they are not there, the one of layout last. Where
	// others do so at once it may fail with a conflict.
	create(context.Context, *sql.DB) error
	// bind turns the question marks of a text into what the server takes for them.
	bind(text string) string
	// among returns a condition that the column is one of the hashes.
	among(column string, hashes [][]byte) (string, []any)
	// copyNodes and copyQuads write rows that are not there.
	copyNodes(context.Context, *Tx, []*sqlNode) error
	copyQuads(context.Context, *Tx, []sqlQuad) error
	// countUses adds to the uses of nodes that are there.
	countUses(context.Context, *Tx, []*sqlNode) error
	// deleteQuads returns how many of them were there.
	deleteQuads(context.Context, *Tx, []sqlQuad) (int64, error)
	// refresh has the server look anew at what is in the tables, so that it plans well.
	refresh(context.Context, *Tx) error
	// missing reports that there are no tables, conflict that another writer was
	// first, gone that the server is.
	missing(error) bool
	conflict(error) bool
	gone(error) bool
}
