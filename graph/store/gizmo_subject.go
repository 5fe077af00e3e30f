package store

import (
	"cmp"
	"slices"

	cayleygraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// A subject is a node whose facts are read when they are first asked for, and
// their values, each, when they are.
type subject struct {
	*lookup
	name  string          // as the script has it, "" until it is asked for
	ref   cayleygraph.Ref // nil where the graph has no such node
	read  bool            // links
	links []link
}

// subjectOf returns the node of that name.
func (l *lookup) subjectOf(id string) *subject {
	ref, ok := l.refs[id]
	if !ok {
		ref = l.ref(quad.IRI(id))
	}
	s := l.subject(ref)
	s.name = id
	return s
}

// id returns the node's name.
func (s *subject) id() string {
	if s.name == "" && s.ref != nil {
		s.name = nodeName(s.nameOf(s.ref))
	}
	return s.name
}

// subject returns the node. A script asks for the same actors and documents again
// and again, so they are kept.
func (l *lookup) subject(ref cayleygraph.Ref) *subject {
	if ref == nil {
		return &subject{lookup: l, read: true}
	}
	s := l.subjects[ref]
	if s == nil {
		s = &subject{lookup: l, ref: ref}
		l.subjects[ref] = s
	}
	return s
}

// load reads the links, by a lookup that may be another.
func (s *subject) load(by *lookup) {
	if !s.read {
		var err error
		s.links, err = by.links(s.ref)
		by.must(err)
		s.read = true
	}
}

// objects returns where the predicate leads.
func (s *subject) objects(predicate string) []cayleygraph.Ref {
	s.load(s.lookup)
	var out []cayleygraph.Ref
	term := s.number(s.term(predicate))
	for _, l := range s.links {
		if l.predicate == term {
			out = append(out, s.node(l.object))
		}
	}
	return out
}

// object returns the number of the first node to which the predicate leads, and to how
// many it leads.
func (s *subject) object(predicate string) (first uint64, n int) {
	s.load(s.lookup)
	term := s.number(s.term(predicate))
	for _, l := range s.links {
		if l.predicate == term {
			if n++; n == 1 {
				first = l.object
			}
		}
	}
	return first, n
}

// follow returns the node to which a predicate leads that has at most one.
func (s *subject) follow(predicate string) *subject {
	if object, n := s.object(predicate); n > 0 {
		return s.subject(s.node(object))
	}
	return s.subject(nil)
}

// values returns the objects of a predicate, each once, in one order.
func (s *subject) values(predicate string) []quad.Value {
	var out []quad.Value
	for _, ref := range s.objects(predicate) {
		out = append(out, s.lookup.name(ref))
	}
	return ordered(out)
}

// ordered returns the values sorted, each once.
func ordered(values []quad.Value) []quad.Value {
	if len(values) < 2 {
		return values
	}
	values = slices.Clone(values)
	slices.SortFunc(values, func(a, b quad.Value) int { return cmp.Compare(a.String(), b.String()) })
	return slices.Compact(values)
}

// first returns the first object of a predicate as scripts have it, nil where
// there is none.
func (s *subject) first(predicate string) any {
	switch object, n := s.object(predicate); {
	case n == 0:
		return nil
	case n > 1:
		return scriptValue(s.values(predicate)[0])
	case slices.Contains(unlike, predicate):
		return scriptValue(s.nameOf(s.node(object)))
	default:
		return s.shared(object)
	}
}

// unlike are predicates that hardly ever lead from two subjects to the same.
var unlike = []string{graph.PText, graph.PCue, graph.PContent}

// shared returns a node as scripts have it, and keeps it.
func (l *lookup) shared(node uint64) any {
	v, ok := l.kept[node]
	if !ok {
		v = scriptValue(l.name(l.node(node)))
		l.kept[node] = v
	}
	return v
}

func (s *subject) one(predicate string) string {
	text, _ := s.first(predicate).(string)
	return text
}

func (s *subject) texts(predicate string) []string {
	out := []string{}
	for _, v := range s.values(predicate) {
		if text, ok := scriptValue(v).(string); ok {
			out = append(out, text)
		}
	}
	return out
}

// scriptValue returns a stored value as scripts have it in facts: nodes bare.
func scriptValue(v quad.Value) any {
	value := native(v)
	if node, ok := value.(graph.Node); ok {
		return string(node)
	}
	return value
}
