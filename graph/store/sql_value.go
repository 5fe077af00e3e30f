package store

import (
	"database/sql"
	"strings"

	cayleygraph "github.com/cayleygraph/cayley/graph"
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

// sqlValueOf returns the value of a node, and reads with it those of the nodes that were
// found together with it. Cayley reads what these columns do not tell.
func (w *walker) sqlValueOf(node uint64) quad.Value {
	if v := w.names[node]; v != nil {
		return v
	}
	if v := vocabulary[w.hash(node)]; v != nil {
		return v
	}
	nodes := w.rows.withNext(node, func(n uint64) bool { return w.names[n] != nil })
	if len(nodes) > 1 {
		w.readNames(nodes)
	}
	if v := w.names[node]; v != nil {
		return v
	}
	return w.qs.NameOf(w.node(node))
}

// readNames reads the values of nodes; the transaction keeps an error.
func (w *walker) readNames(nodes []uint64) {
	var hash []byte
	var value sqlValue
	for part := range chunks(w.hashes(nodes)) {
		where, args := w.rows.server.among("n.hash", part)
		_ = w.rows.each(w.ctx, "SELECT n.hash, "+valueColumns+" FROM nodes n WHERE "+where, args, append([]any{&hash}, value.places()...), func() {
			if v := value.value(); v != nil {
				w.names[w.hashed(hash)] = v
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
