package file

import "slices"

// LeadingToAll returns the nodes from which each of the links leads, ascending: Link{p, o}
// is "by predicate p to object o". The lists leap over what the others lack, so that it
// takes about as long as the shortest of them is.
func (r *Reader) LeadingToAll(links []Link) []uint64 {
	cursors := make([]*indexCursor, len(links))
	for i := range links {
		if cursors[i] = byObject.cursor(r.tx); cursors[i] == nil {
			return nil
		}
	}
	var out []uint64
	least, agree := uint64(0), 0
	for i := 0; len(links) > 0; i = (i + 1) % len(links) {
		l, c := links[i], cursors[i]
		if !c.forward(posting{l.Object, l.Predicate, least}) || c.posting[0] != l.Object || c.posting[1] != l.Predicate {
			return out
		}
		if agree++; c.posting[2] != least {
			least, agree = c.posting[2], 1
		}
		if agree == len(links) {
			out = append(out, least)
			least, agree = least+1, 0
		}
	}
	return out
}

// forward goes to the first posting from where it stands on that does not come before p.
func (c *indexCursor) forward(p posting) bool {
	for c.ok && comparePostings(c.posting, p) < 0 {
		if c.chunk.next() {
			continue
		}
		if c.nextChunk() && comparePostings(c.posting, p) < 0 {
			return c.seek(p) // a step was not enough
		}
		return c.ok
	}
	return c.ok || c.seek(p)
}

// Count returns from how many nodes the link leads.
func (r *Reader) Count(l Link) (n int) {
	r.leadingToFrom(l.Object, l.Predicate, 0, func(uint64) bool { n++; return true })
	return n
}

// Among calls fn with the places of those of the nodes, which ascend, from which the link
// leads.
func (r *Reader) Among(nodes []uint64, to Link, fn func(at int)) {
	if len(nodes) == 0 {
		return
	}
	at := 0
	r.leadingToFrom(to.Object, to.Predicate, nodes[0], func(subject uint64) bool {
		at += below(nodes[at:], subject)
		for ; at < len(nodes) && nodes[at] == subject; at++ {
			fn(at)
		}
		return at < len(nodes)
	})
}

// below returns how many of the ascending numbers are below one, which is fast where these
// are few.
func below(numbers []uint64, n uint64) int {
	end := 1
	for end <= len(numbers) && numbers[end-1] < n {
		end *= 2
	}
	begin := end / 2
	at, _ := slices.BinarySearch(numbers[begin:min(end, len(numbers))], n)
	return begin + at
}
