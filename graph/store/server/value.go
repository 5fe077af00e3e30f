package server

import (
	"context"
	"database/sql"
	"strings"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// This file reads what nodes are, many in one query.

// vocabulary has the predicates by hash, so that nobody asks a server for them.
var vocabulary = func() map[cayleygraph.ValueHash]quad.Value {
	out := map[cayleygraph.ValueHash]quad.Value{}
	for _, p := range graph.Predicates {
		out[cayleygraph.HashOf(quad.IRI(p.Name))] = quad.IRI(p.Name)
	}
	return out
}()

// Value returns the value of a node, nil where there is no such node. An error is one of the
// view or the update that the transaction is.
func (r *Reader) Value(ctx context.Context, node uint64) quad.Value {
	v, ok := r.values[node]
	if !ok {
		v = r.read(ctx, node)
		r.values[node] = v
	}
	return v
}

// read reads a value. Cayley reads what the columns do not tell.
func (r *Reader) read(ctx context.Context, node uint64) quad.Value {
	hash := r.hash(node)
	if v := vocabulary[hash]; v != nil {
		return v
	}
	nodes := r.withNext(node, func(n uint64) bool { return r.values[n] != nil })
	if len(nodes) > 1 {
		r.readValues(ctx, nodes)
	}
	if v := r.values[node]; v != nil {
		return v
	}
	return r.tx.qs.NameOf(csql.NodeHash{ValueHash: hash})
}

// readValues reads the values of nodes; the transaction keeps an error.
func (r *Reader) readValues(ctx context.Context, nodes []uint64) {
	var hash []byte
	var value sqlValue
	for part := range chunks(r.hashes(nodes)) {
		where, args := r.tx.server.among("n.hash", part)
		_ = r.tx.each(ctx, "SELECT n.hash, "+valueColumns+" FROM nodes n WHERE "+where, args, append([]any{&hash}, value.places()...), func() {
			if v := value.value(); v != nil {
				r.values[r.numbered(hash)] = v
			}
		})
	}
}

// valueColumns are what most values are, of n; a long text is read when it is asked for.
const valueColumns = "CASE WHEN octet_length(n.value_string) <= 2000 THEN n.value_string END, n.datatype, n.language, n.iri, n.bnode, n.value_float"

// A sqlValue has what valueColumns give.
type sqlValue struct {
	text, datatype, language sql.NullString
	iri, bnode               sql.NullBool
	float                    sql.NullFloat64
}

func (v *sqlValue) places() []any {
	return []any{&v.text, &v.datatype, &v.language, &v.iri, &v.bnode, &v.float}
}

// value returns the value, nil where the columns do not tell.
func (v *sqlValue) value() quad.Value {
	switch {
	case v.float.Valid:
		return quad.Float(v.float.Float64)
	case !v.text.Valid, v.bnode.Bool, v.datatype.Valid, v.language.Valid, strings.Contains(v.text.String, `\x00`):
		return nil
	case v.iri.Bool:
		return quad.IRI(v.text.String)
	}
	return quad.String(v.text.String)
}
