package store

import (
	"errors"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"

	"counterclaim/graph"
)

// A condition is a node or text, and the predicates that lead back from it to statements:
// actor:ann, <speaker> or Coastal Wire, <publisher>, <document>.
type condition []string

// statementsWith returns the statements that meet all the conditions, that can be of the
// time from since to until, and that have at least this confidence, as scripts show them.
// A walk with has() looks at each that meets the first condition; this goes through the
// index of each.
func (l *lookup) statementsWith(conditions []condition, since, until graph.Date, least float64) []goja.Value {
	l.reading.Lock()
	defer l.reading.Unlock()
	refs := l.with(conditions)
	keep := make([]bool, len(refs))
	if since == "" && until == "" && least == 0 {
		for i := range keep {
			keep[i] = true
		}
	} else {
		l.must(l.within(refs, keep, since, until, least))
	}
	found := []goja.Value{}
	for i, ref := range refs {
		if keep[i] {
			found = append(found, l.statement(l.subject(ref)))
		}
	}
	return found
}

// within sets which of the statements to keep, on all cores.
func (l *lookup) within(refs []cayleygraph.Ref, keep []bool, since, until graph.Date, least float64) error {
	parts := cores(l.walker, len(refs))
	errs := make([]error, parts)
	share(parts, func(part int) {
		defer func() {
			if failed, ok := recover().(error); ok {
				errs[part] = failed
			}
		}()
		reader := newLookup(newWalker(l.ctx, l.handle), nil, nil)
		for i := part * len(refs) / parts; i < (part+1)*len(refs)/parts; i++ {
			s := reader.subject(refs[i])
			keep[i] = s.within(since, until) && s.sure(least)
		}
	})
	return errors.Join(errs...)
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
	confidence, ok := s.first(graph.PConfidence).(float64)
	return least == 0 || ok && confidence >= least
}

// contrastsWith returns the contrasts of which the predicate leads to a statement that
// meets all the conditions.
func (l *lookup) contrastsWith(conditions []condition, predicate string) []goja.Value {
	l.reading.Lock()
	defer l.reading.Unlock()
	contrasts, err := l.leadingTo(l.with(conditions), bareNames([]string{predicate})[0])
	l.must(err)
	found := []goja.Value{}
	for _, ref := range contrasts {
		found = append(found, l.object(l.subject(ref), contrastAttributes))
	}
	return found
}

func (l *lookup) with(conditions []condition) []cayleygraph.Ref {
	if len(conditions) == 0 {
		return l.into([]string{"class:statement"}, []string{graph.PType})
	}
	found := l.meeting(conditions[0])
	for _, c := range conditions[1:] {
		both := map[cayleygraph.Ref]bool{}
		for _, ref := range l.meeting(c) {
			both[ref] = true
		}
		found = slices.DeleteFunc(found, func(ref cayleygraph.Ref) bool { return !both[ref] })
	}
	return found
}

func (l *lookup) meeting(c condition) []cayleygraph.Ref {
	if len(c) < 2 {
		panic(l.engine.NewTypeError("a condition is [node, predicate, ...]"))
	}
	from := quad.Value(quad.String(c[0]))
	if id := bareNames(c[:1])[0]; isNode(id) {
		from = quad.IRI(id)
	}
	found := []cayleygraph.Ref{l.ref(from)}
	if found[0] == nil {
		return nil
	}
	for _, p := range bareNames(c[1:]) {
		var err error
		found, err = l.leadingTo(found, p)
		l.must(err)
	}
	return found
}

func isNode(id string) bool {
	_, known := graph.ClassOf(id)
	return known
}
