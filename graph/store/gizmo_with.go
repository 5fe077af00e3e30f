package store

import (
	"slices"

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
func (l *lookup) statementsWith(conditions []condition, since, until graph.Date, least float64) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	nodes := l.with(conditions)
	slices.Sort(nodes)
	return l.statementList(l.nodesOf(l.within(nodes, since, until, least)))
}

// contrastsWith returns the contrasts of which the predicate leads to a statement that
// meets all the conditions.
func (l *lookup) contrastsWith(conditions []condition, predicate string) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	contrasts, err := l.leadingTo(l.with(conditions), bareNames([]string{predicate})[0])
	l.must(err)
	return l.contrastList(l.nodesOf(contrasts))
}

func (l *lookup) with(conditions []condition) []uint64 {
	if len(conditions) == 0 {
		conditions = []condition{{"class:statement", graph.PType}}
	}
	var direct, others []condition
	for _, c := range conditions {
		if l.file != nil && len(c) == 2 {
			direct = append(direct, c)
		} else {
			others = append(others, c)
		}
	}
	var found []uint64
	if len(direct) > 1 {
		found = l.meetingAll(direct)
	} else {
		found, others = l.meeting(conditions[0]), conditions[1:]
	}
	for _, c := range others {
		both := map[uint64]bool{}
		for _, node := range l.meeting(c) {
			both[node] = true
		}
		found = slices.DeleteFunc(found, func(node uint64) bool { return !both[node] })
	}
	return found
}

// meetingAll returns what a file has that meets all the conditions, each of one predicate.
func (l *lookup) meetingAll(conditions []condition) []uint64 {
	var links []link
	for _, c := range conditions {
		to := link{Predicate: l.number(l.term(bareNames(c[1:])[0])), Object: l.number(l.ref(c.from()))}
		if to.Predicate == 0 || to.Object == 0 {
			return nil
		}
		links = append(links, to)
	}
	return l.file.LeadingToAll(links)
}

// from returns the node or text of the condition.
func (c condition) from() quad.Value {
	if id := bareNames(c[:1])[0]; isNode(id) {
		return quad.IRI(id)
	}
	return quad.String(c[0])
}

func (l *lookup) meeting(c condition) []uint64 {
	if len(c) < 2 {
		panic(l.engine.NewTypeError("a condition is [node, predicate, ...]"))
	}
	found := []uint64{l.number(l.ref(c.from()))}
	if found[0] == 0 {
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
