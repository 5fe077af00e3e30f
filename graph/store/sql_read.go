package store

import (
	"database/sql"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	csql "github.com/cayleygraph/cayley/graph/sql"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// This file reads many nodes in one query. Cayley's own way asks the server for each
// node's links and for each name, and on a network an answer takes longer than a
// thousand links.

// A sqlReader keeps what was read of a transaction. It is for one goroutine.
type sqlReader struct {
	*sqlTx
	links  map[uint64][]link
	places map[uint64]place
}

// A place is where a node stands among others that one query found, of which who asks
// for one soon asks for the next.
type place struct {
	found []uint64
	at    int
}

func newSQLReader(t *sqlTx) *sqlReader {
	return &sqlReader{t, map[uint64][]link{}, map[uint64]place{}}
}

// together notes that the nodes were found together.
func (w *walker) together(found []uint64) {
	r := w.rows
	if r == nil || len(found) < 2 {
		return
	}
	found = slices.Clone(found) // callers sort theirs and sift them
	for i, n := range found {
		if _, is := r.places[n]; !is {
			r.places[n] = place{found, i}
		}
	}
}

// foresee has nodes that will be asked for one by one be read together.
func (w *walker) foresee(ids []string) {
	if w.rows == nil {
		return
	}
	nodes := make([]uint64, len(ids))
	for i, id := range ids {
		nodes[i] = w.number(w.ref(quad.IRI(id)))
	}
	w.together(nodes)
}

// withNext returns the node and those after it that are not known yet, as many as one
// query should ask for.
func (r *sqlReader) withNext(node uint64, known func(uint64) bool) []uint64 {
	const most = 500
	out := []uint64{node}
	p, ok := r.places[node]
	if !ok {
		return out
	}
	for _, n := range p.found[p.at+1:] {
		if len(out) == most {
			break
		}
		if !known(n) {
			out = append(out, n)
		}
	}
	return out
}

// vocabulary has the predicates by hash, so that nobody asks a server for them.
var vocabulary = func() map[cayleygraph.ValueHash]quad.Value {
	out := map[cayleygraph.ValueHash]quad.Value{}
	for _, p := range graph.Predicates {
		out[cayleygraph.HashOf(quad.IRI(p.Name))] = quad.IRI(p.Name)
	}
	return out
}()

func (w *walker) hash(node uint64) cayleygraph.ValueHash {
	h, _ := w.node(node).(csql.NodeHash)
	return h.ValueHash
}

func (w *walker) hashed(hash []byte) uint64 {
	return w.number(csql.NodeHash{ValueHash: cayleygraph.ValueHash(hash)})
}

func (w *walker) hashes(nodes []uint64) [][]byte {
	out := make([][]byte, len(nodes))
	for i, n := range nodes {
		h := w.hash(n)
		out[i] = h[:]
	}
	return out
}

// sqlLinksOf returns what the store says of a node, and reads with it what it says of
// those that were found together with it.
func (w *walker) sqlLinksOf(node uint64) ([]link, error) {
	r := w.rows
	if links, ok := r.links[node]; ok {
		return links, nil
	}
	nodes := r.withNext(node, func(n uint64) bool { _, ok := r.links[n]; return ok })
	for _, n := range nodes {
		r.links[n] = nil
	}
	where, args := r.server.among("subject_hash", w.hashes(nodes))
	var subject, predicate, object []byte
	err := r.each(w.ctx, "SELECT subject_hash, predicate_hash, object_hash FROM quads WHERE "+where, args, []any{&subject, &predicate, &object}, func() {
		from := w.hashed(subject)
		r.links[from] = append(r.links[from], link{w.hashed(predicate), w.hashed(object)})
	})
	w.objectsTogether(nodes)
	return r.links[node], err
}

// objectsTogether notes which objects will be asked for together: all of one subject; of
// many, those to which one predicate leads.
func (w *walker) objectsTogether(subjects []uint64) {
	found := map[uint64][]uint64{}
	seen := map[link]bool{}
	for _, s := range subjects {
		for _, l := range w.rows.links[s] {
			if len(subjects) == 1 {
				l.predicate = 0
			}
			if !seen[l] {
				seen[l] = true
				found[l.predicate] = append(found[l.predicate], l.object)
			}
		}
	}
	for _, objects := range found {
		w.together(objects)
	}
}

// sqlLeadingTo returns the nodes from which the predicate leads to any of the nodes,
// each once, by hash.
func (w *walker) sqlLeadingTo(nodes []uint64, predicate uint64) ([]uint64, error) {
	var out []uint64
	var subject []byte
	for part := range chunks(w.hashes(nodes)) {
		where, args := w.rows.server.among("object_hash", part)
		args = append(args, w.hashes([]uint64{predicate})[0])
		err := w.rows.each(w.ctx, "SELECT subject_hash FROM quads WHERE "+where+" AND predicate_hash = ? ORDER BY object_hash, subject_hash", args, []any{&subject}, func() {
			out = append(out, w.hashed(subject))
		})
		if err != nil {
			return nil, err
		}
	}
	out = eachOnce(out)
	w.together(out)
	return out, nil
}

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

// sqlQuads returns the quads for which the condition holds.
func (w *walker) sqlQuads(where string, args ...any) ([]quad.Quad, error) {
	var rows [][4]uint64
	var columns [4][]byte
	var nodes []uint64
	asked := map[uint64]bool{}
	err := w.rows.each(w.ctx, "SELECT "+strings.Join(quadColumns, ", ")+" FROM quads WHERE "+where, args, []any{&columns[0], &columns[1], &columns[2], &columns[3]}, func() {
		var row [4]uint64
		for i, hash := range columns {
			if !(cayleygraph.ValueHash(hash)).Valid() {
				continue
			}
			n := w.hashed(hash)
			row[i] = n
			if !asked[n] && w.names[n] == nil && vocabulary[w.hash(n)] == nil {
				asked[n] = true
				nodes = append(nodes, n)
			}
		}
		rows = append(rows, row)
	})
	if err != nil {
		return nil, err
	}
	w.readNames(nodes)
	out := make([]quad.Quad, len(rows))
	for i, row := range rows {
		for j, d := range quad.Directions {
			if row[j] != 0 {
				out[i].Set(d, w.named(row[j]))
			}
		}
	}
	return out, w.rows.failed
}

func (w *walker) sqlQuadsOf(subjects []string) ([]quad.Quad, error) {
	hashes := make([][]byte, len(subjects))
	for i, id := range subjects {
		h := cayleygraph.HashOf(quad.IRI(id))
		hashes[i] = h[:]
	}
	var out []quad.Quad
	for part := range chunks(hashes) {
		where, args := w.rows.server.among("subject_hash", part)
		quads, err := w.sqlQuads(where, args...)
		if err != nil {
			return nil, err
		}
		out = append(out, quads...)
	}
	return out, nil
}

// sqlEach calls fn with all quads, some thousands at a time: hashes are spread evenly, so
// that parts of their range have as many each.
func (w *walker) sqlEach(fn func(quad.Quad)) error {
	const inPart, mostNames = 20_000, 500_000
	stats, err := w.qs.Stats(w.ctx, false)
	if err != nil {
		return err
	}
	parts := uint64(stats.Quads.Size/inPart + 1)
	bound := func(part uint64) []byte {
		return binary.BigEndian.AppendUint32(nil, uint32(part<<32/parts))
	}
	for part := range parts {
		where, args := "subject_hash >= ?", []any{bound(part)}
		if part+1 < parts {
			where, args = where+" AND subject_hash < ?", append(args, bound(part+1))
		}
		quads, err := w.sqlQuads(where, args...)
		if err != nil {
			return err
		}
		for _, q := range quads {
			fn(q)
		}
		if len(w.names) > mostNames {
			w.turnTo(w.ctx, w.handle)
		}
	}
	return nil
}

// sqlMatching returns a condition that quads match.
func sqlMatching(p pattern) (string, []any) {
	var parts []string
	var args []any
	for d, v := range p {
		hash := cayleygraph.HashOf(v)
		parts, args = append(parts, d.String()+"_hash = ?"), append(args, hash[:])
	}
	return strings.Join(parts, " AND "), args
}

// sqlCount returns how many quads match, and does not look on after most.
func (w *walker) sqlCount(p pattern, most int) (n int, err error) {
	where, args := sqlMatching(p)
	text := fmt.Sprintf("SELECT count(*) FROM (SELECT 1 FROM quads WHERE %s LIMIT %d) AS matching", where, most)
	err = w.rows.each(w.ctx, text, args, []any{&n}, func() {})
	return n, err
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
