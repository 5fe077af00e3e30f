package store

import "counterclaim/graph"

// within returns those of the statements, which ascend, that can be of the time from since
// to until and have at least this confidence.
func (l *lookup) within(statements []uint64, since, until graph.Date, least float64) []uint64 {
	if since != "" || until != "" {
		if l.file != nil && len(statements) > manyToDate {
			statements = l.inMonths(statements, since, until)
		}
		statements = l.passing(statements, graph.PSaid, func(s *subject) bool { return s.within(since, until) })
	}
	if least > 0 {
		statements = l.passing(statements, graph.PConfidence, func(s *subject) bool { return s.sure(least) })
	}
	return statements
}

// passing returns the statements that pass. Those that have the predicate, of which a
// statement has at most one, pass or fail by its value alone.
func (l *lookup) passing(statements []uint64, predicate string, passes func(*subject) bool) []uint64 {
	keep := make([]bool, len(statements))
	l.alike(statements, predicate, func(i int, s *subject) { keep[i] = passes(s) }, func(i, as int) { keep[i] = keep[as] })
	return kept(statements, keep)
}

// kept returns the nodes that are to be kept.
func kept[node any](nodes []node, keep []bool) []node {
	n := 0
	for _, is := range keep {
		if is {
			n++
		}
	}
	out := make([]node, 0, n)
	for i, n := range nodes {
		if keep[i] {
			out = append(out, n)
		}
	}
	return out
}

// within reports whether the statement can be of the time from since to until, both
// inclusive; one of an unknown day is of no such time.
func (s *subject) within(since, until graph.Date) bool {
	if since == "" && until == "" {
		return true
	}
	when := graph.Date(s.when())
	return when != unknownDay && !since.After(when) && !when.After(until)
}

func (s *subject) sure(least float64) bool {
	if least == 0 {
		return true
	}
	confidence, ok := s.first(graph.PConfidence).(float64)
	return ok && confidence >= least
}

// those returns the nodes that pass, which are tested on all cores.
func (l *lookup) those(nodes []*subject, passes func(*subject) bool) []*subject {
	keep := make([]bool, len(nodes))
	parts := cores(l.walker, len(nodes))
	l.must(l.readOn(parts, func(part int, reader *lookup) error {
		for i, node := range nodes {
			if partOf(node.node, parts) == part {
				keep[i] = passes(reader.same(node))
			}
		}
		return nil
	}))
	return kept(nodes, keep)
}
