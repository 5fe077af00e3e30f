package store

// sparse is how many numbers of nodes there are to a statement where it takes about as long to
// read each as to go through all that share a value; a statement and its parts have some 25.
const sparse = 2500

// alike calls read with each of the statements, which ascend, or with one of those that have
// the same value of the predicate, and then same with the places of the others and of that
// one. Most of a large selection share their date with hundreds, whom the index of a file
// lists in a row, so that these need not be read. All cores call at once, each
// for other places. A statement has at most one value of the predicate.
func (l *lookup) alike(statements []uint64, predicate string, read func(i int, s *subject), same func(i, as int)) {
	parts := cores(l.walker, len(statements))
	l.must(l.readOn(parts, func(part int, reader *lookup) error {
		from, to := part*len(statements)/parts, (part+1)*len(statements)/parts
		reader.alikeIn(statements[from:to], predicate,
			func(i int, s *subject) { read(from+i, s) }, func(i, as int) { same(from+i, from+as) })
		return nil
	}))
}

func (l *lookup) alikeIn(statements []uint64, predicate string, read func(i int, s *subject), same func(i, as int)) {
	if len(statements) == 0 {
		return
	}
	term := l.number(l.term(predicate))
	listed := l.file != nil && statements[len(statements)-1]-statements[0] < sparse*uint64(len(statements))
	done := make([]bool, len(statements))
	for i, node := range statements {
		if done[i] {
			continue
		}
		s := &subject{lookup: l, node: node}
		read(i, s)
		if value, n := s.object(predicate); n == 1 && listed {
			l.file.Among(statements[i+1:], link{Predicate: term, Object: value}, func(at int) {
				done[i+1+at] = true
				same(i+1+at, i)
			})
		}
	}
}
