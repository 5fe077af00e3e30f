package store

import (
	"slices"

	"counterclaim/graph"
)

// within returns which of the statements can be of the time from since to until and have
// at least this confidence.
func (l *lookup) within(statements []uint64, since, until graph.Date, least float64) []bool {
	keep := slices.Repeat([]bool{true}, len(statements))
	if since != "" || until != "" {
		l.test(statements, keep, graph.PSaid, func(s *subject) bool { return s.within(since, until) })
	}
	if least > 0 {
		l.test(statements, keep, graph.PConfidence, func(s *subject) bool { return s.sure(least) })
	}
	return keep
}

// kept returns the nodes that are to be kept.
func kept[node any](nodes []node, keep []bool) []node {
	var out []node
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

// test takes out of keep the statements that do not pass, on all cores. Those that have
// the predicate, of which a statement has at most one, pass or fail by its value alone.
func (l *lookup) test(statements []uint64, keep []bool, predicate string, passes func(*subject) bool) {
	parts := cores(l.walker, len(statements))
	l.must(l.readOn(parts, func(part int, reader *lookup) error {
		from, to := part*len(statements)/parts, (part+1)*len(statements)/parts
		reader.testPart(statements[from:to], keep[from:to], predicate, passes)
		return nil
	}))
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

// sparse is how many numbers of nodes there are to a statement where most of a graph is
// not looked at; a statement and its parts have some 25.
const sparse = 100

func (l *lookup) testPart(statements []uint64, keep []bool, predicate string, passes func(*subject) bool) {
	known := l.newVerdicts(statements, l.number(l.term(predicate)))
	for i, node := range statements {
		if !keep[i] {
			continue
		}
		passed, is := known.of(node)
		if !is {
			s := &subject{lookup: l, node: node}
			passed = passes(s)
			if value, n := s.object(predicate); n == 1 {
				known.spread(value, passed)
			}
		}
		keep[i] = passed
	}
}

// Verdicts are what is known of statements by others that have the same value: most of a
// large selection share their date with hundreds, whom the index of a file lists in a row.
// To read each would take thirty times as long.
type verdicts struct {
	file        *fileReader
	term        uint64
	first, last uint64
	byNumber    []verdict // from first on; nil where it does not pay
}

type verdict byte

const (
	unknown verdict = iota
	passed
	failed
)

func (l *lookup) newVerdicts(statements []uint64, term uint64) *verdicts {
	v := &verdicts{file: l.file, term: term}
	if l.file == nil || term == 0 || len(statements) == 0 {
		return v
	}
	v.first, v.last = slices.Min(statements), slices.Max(statements)
	if n := v.last - v.first + 1; n < sparse*uint64(len(statements)) {
		v.byNumber = make([]verdict, n)
	}
	return v
}

func (v *verdicts) of(statement uint64) (passes, is bool) {
	if v.byNumber == nil {
		return false, false
	}
	is = v.byNumber[statement-v.first] != unknown
	return is && v.byNumber[statement-v.first] == passed, is
}

// spread notes for all statements with that value whether they pass.
func (v *verdicts) spread(value uint64, passes bool) {
	if v.byNumber == nil {
		return
	}
	verdict := failed
	if passes {
		verdict = passed
	}
	v.file.leadingToFrom(value, v.term, v.first, func(subject uint64) bool {
		if subject > v.last {
			return false
		}
		v.byNumber[subject-v.first] = verdict
		return true
	})
}
