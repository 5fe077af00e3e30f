package article

import "counterclaim/loaders/text"

// trimAll takes punctuation and outer quotation marks off the ends of the
// ranges, and drops what is empty then.
func (p *page) trimAll(rs []text.Range) []text.Range {
	var out []text.Range
	for _, r := range rs {
		if r = p.trim(r); r.Len() > 0 {
			out = append(out, r)
		}
	}
	return out
}

func (p *page) trim(r text.Range) text.Range {
	for r.Len() > 0 && p.loose(r.First, r) {
		r.First++
	}
	for r.Len() > 0 && p.loose(r.Last-1, r) {
		r.Last--
	}
	return r
}

// loose reports whether token i, at an end of r, does not belong to it: a mark,
// unless it is one of a pair of which the other stands further inside.
func (p *page) loose(i int, r text.Range) bool {
	t := &p.Tokens[i]
	if t.Shape&(text.Open|text.Close) != 0 {
		q := p.Quotations[t.Quote]
		whole := q.First <= r.First && r.Last <= q.Last
		return whole || !(r.Holds(q.First) && r.Holds(q.Last-1) && q.Closed)
	}
	if t.In(")", "(") {
		return false
	}
	return !t.Is(text.Word) && !t.Is(text.Number) && !t.In("$", "£", "€", "'s", "%", "#", "@")
}
