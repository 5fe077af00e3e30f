package store

import (
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"

	"counterclaim/graph"
)

// A condition is a node or text, and the predicates that lead back from it to statements:
// actor:ann, <speaker> or Coastal Wire, <publisher>, <document>.
type condition []string

// statementsWith returns the statements that meet all the conditions, as scripts show
// them. A walk with has() looks at each that meets the first one; this goes through the
// index of each condition.
func (l *lookup) statementsWith(conditions []condition) []goja.Value {
	l.reading.Lock()
	defer l.reading.Unlock()
	found := []goja.Value{}
	for _, ref := range l.with(conditions) {
		found = append(found, l.statement(l.subject(ref)))
	}
	return found
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
