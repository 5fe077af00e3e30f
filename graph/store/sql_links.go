package store

import (
	"context"
	"fmt"
)

// LinksOf returns what the graph says of a node, in any order, and reads with it what it
// says of those that were found together with it. The caller must not change it.
func (r *sqlReader) LinksOf(ctx context.Context, node uint64) ([]link, error) {
	if links, ok := r.links[node]; ok {
		return links, nil
	}
	nodes := r.withNext(node, func(n uint64) bool { _, ok := r.links[n]; return ok })
	for _, n := range nodes {
		r.links[n] = nil
	}
	where, args := r.tx.server.among("subject_hash", r.hashes(nodes))
	var subject, predicate, object []byte
	err := r.tx.each(ctx, "SELECT subject_hash, predicate_hash, object_hash FROM quads WHERE "+where, args, []any{&subject, &predicate, &object}, func() {
		from := r.numbered(subject)
		r.links[from] = append(r.links[from], link{Predicate: r.numbered(predicate), Object: r.numbered(object)})
	})
	r.objectsTogether(nodes)
	return r.links[node], err
}

// objectsTogether notes which objects will be asked for together: all of one subject; of
// many, those to which one predicate leads.
func (r *sqlReader) objectsTogether(subjects []uint64) {
	found := map[uint64][]uint64{}
	seen := map[link]bool{}
	for _, s := range subjects {
		for _, l := range r.links[s] {
			if len(subjects) == 1 {
				l.Predicate = 0
			}
			if !seen[l] {
				seen[l] = true
				found[l.Predicate] = append(found[l.Predicate], l.Object)
			}
		}
	}
	for _, objects := range found {
		r.Together(objects)
	}
}

// LeadingTo returns the nodes from which the predicate leads to any of the nodes, each once,
// as found together.
func (r *sqlReader) LeadingTo(ctx context.Context, nodes []uint64, predicate uint64) ([]uint64, error) {
	var out []uint64
	var subject []byte
	for part := range chunks(r.hashes(nodes)) {
		where, args := r.tx.server.among("object_hash", part)
		args = append(args, r.hashes([]uint64{predicate})[0])
		err := r.tx.each(ctx, "SELECT subject_hash FROM quads WHERE "+where+" AND predicate_hash = ? ORDER BY object_hash, subject_hash", args, []any{&subject}, func() {
			out = append(out, r.numbered(subject))
		})
		if err != nil {
			return nil, err
		}
	}
	out = eachOnce(out)
	r.Together(out)
	return out, nil
}

// LeadingToAll returns the nodes from which each of the links leads, of which there is one
// at least: link{p, o} stands for any node from which p leads to o. They are found together,
// in one query; the server knows which link is the rarest.
func (r *sqlReader) LeadingToAll(ctx context.Context, links []link) ([]uint64, error) {
	text, where := "SELECT q0.subject_hash FROM quads q0", " WHERE "
	var args []any
	for i, l := range links {
		q := fmt.Sprint("q", i)
		if i > 0 {
			text += ", quads " + q
			where += " AND " + q + ".subject_hash = q0.subject_hash AND "
		}
		where += q + ".object_hash = ? AND " + q + ".predicate_hash = ?"
		object, predicate := r.hash(l.Object), r.hash(l.Predicate)
		args = append(args, object[:], predicate[:])
	}
	var found []uint64
	var subject []byte
	err := r.tx.each(ctx, text+where+" ORDER BY q0.subject_hash", args, []any{&subject}, func() {
		found = append(found, r.numbered(subject))
	})
	found = eachOnce(found)
	r.Together(found)
	return found, err
}
