package store

import (
	"slices"
	"strings"

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
func (l *lookup) statementsWith(conditions []condition, since, until graph.Date, least float64) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	refs := l.with(conditions)
	keep := l.within(refs, since, until, least)
	return l.statementList(l.nodesOf(kept(refs, keep)))
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

// An asked is what a script wants of answers: the relation, which may be asked for more
// than once, who gives them, the time of the claim, and the confidence of both.
type asked struct {
	relations    []string
	answerer     string
	since, until graph.Date
	least        float64
}

// answersWith returns the contrasts in which a claim is answered that meets all the
// conditions and is of the time from since to until, in all the relations that there are
// and by the answerer, where there is one; an equal does not answer, and both statements
// have at least this confidence.
func (l *lookup) answersWith(conditions []condition, relations []string, answerer string, since, until graph.Date, least float64) *goja.Object {
	l.reading.Lock()
	defer l.reading.Unlock()
	var contrasts []cayleygraph.Ref
	var err error
	switch {
	case len(conditions) > 0:
		contrasts, err = l.leadingTo(l.with(conditions), graph.PClaim)
	case answerer != "":
		contrasts = l.meeting(condition{answerer, graph.PSpeaker, graph.PCounter})
	case len(relations) > 0:
		contrasts = l.meeting(condition{relations[0], graph.PRelation})
	default:
		contrasts = l.meeting(condition{"class:contrast", graph.PType})
	}
	l.must(err)
	want := asked{relations, answerer, since, until, least}
	return l.contrastList(l.those(l.nodesOf(contrasts), want.by))
}

func (a asked) by(contrast *subject) bool {
	relation := contrast.one(graph.PRelation)
	if graph.Relation(strings.TrimPrefix(relation, "relation:")).Equal() || slices.ContainsFunc(a.relations, func(r string) bool { return r != relation }) {
		return false
	}
	counter, claim := contrast.follow(graph.PCounter), contrast.follow(graph.PClaim)
	return (a.answerer == "" || counter.one(graph.PSpeaker) == a.answerer) && claim.within(a.since, a.until) && claim.sure(a.least) && counter.sure(a.least)
}

func (l *lookup) with(conditions []condition) []cayleygraph.Ref {
	if len(conditions) == 0 {
		return l.meeting(condition{"class:statement", graph.PType})
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
