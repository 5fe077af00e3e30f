package server

import (
	"context"
	"fmt"
	"slices"
)

// A Link is what a quad says of its subject, by the numbers of the nodes. It is another name
// of a plain struct, so that links of all stores are of one type.
type Link = struct{ Predicate, Object uint64 }

// LinksOf returns what the graph says of a node, in any order, a link once for each label that
// it is under. The list stays the reader's. The objects are found together.
func (r *Reader) LinksOf(ctx context.Context, node uint64) ([]Link, error) {
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
		r.links[from] = append(r.links[from], Link{Predicate: r.numbered(predicate), Object: r.numbered(object)})
	})
	r.objectsTogether(nodes)
	return r.links[node], err
}

// objectsTogether notes which objects will be asked for together: all of one subject; of
// many, those to which one predicate leads.
func (r *Reader) objectsTogether(subjects []uint64) {
	found := map[uint64][]uint64{}
	seen := map[Link]bool{}
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

// LeadingTo returns the nodes from which the predicate leads to any of the nodes, each once.
// They are found together.
func (r *Reader) LeadingTo(ctx context.Context, nodes []uint64, predicate uint64) ([]uint64, error) {
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

// LeadingToAll returns the nodes from which each of the links leads, each once: Link{p, o}
// leads from any node from which p leads to o. There must be one link at least. The nodes are
// found together, in one query: the server knows which link is the rarest.
func (r *Reader) LeadingToAll(ctx context.Context, links []Link) ([]uint64, error) {
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

// eachOnce leaves out of a list, in its place, what stands in it before.
func eachOnce[T comparable](list []T) []T {
	if len(list) < 2 {
		return list
	}
	seen := make(map[T]bool, len(list))
	return slices.DeleteFunc(list, func(v T) bool {
		again := seen[v]
		seen[v] = true
		return again
	})
}
