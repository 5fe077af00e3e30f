package store

import (
	"cmp"
	"slices"
	"sync/atomic"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// A subject is a node whose facts are read when they are first asked for, and
// their values, each, when they are.
type subject struct {
	*lookup
	name  string      // as the script has it, "" until it is asked for
	node  uint64      // its number, 0 where the graph has no such node
	read  atomic.Bool // links
	links []link
}

// subjectOf returns the node of that name.
func (l *lookup) subjectOf(id string) *subject {
	node, ok := l.given[id]
	if !ok {
		node = l.number(l.ref(quad.IRI(id)))
	}
	s := l.subject(node)
	s.name = id
	return s
}

// id returns the node's name.
func (s *subject) id() string {
	if s.name == "" && s.node != 0 {
		s.name = nodeName(s.value(s.node))
	}
	return s.name
}

// subject returns the node. A script asks for the same actors and documents again
// and again, so they are kept.
func (l *lookup) subject(node uint64) *subject {
	if node == 0 {
		return &subject{lookup: l}
	}
	s := l.subjects[node]
	if s == nil {
		s = l.newSubject(node)
		l.subjects[node] = s
	}
	return s
}

// newSubject makes room for many at once, which takes less time than for each alone.
func (l *lookup) newSubject(node uint64) *subject {
	if len(l.room) == cap(l.room) {
		l.room = make([]subject, 0, min(1024, 16+2*cap(l.room)))
	}
	l.room = append(l.room, subject{lookup: l, node: node})
	return &l.room[len(l.room)-1]
}

// load reads the links, by a lookup that may be another of the same file.
func (s *subject) load(by *lookup) {
	if s.node == 0 || s.read.Load() {
		return
	}
	if known := by.knownTo(s.node); known != nil {
		s.links = known.links
	} else {
		var err error
		s.links, err = by.linksOf(s.node)
		by.must(err)
	}
	s.read.Store(true)
}

// knownTo returns the node as the lookup has it for which this one reads, nil where that
// has not read it.
func (l *lookup) knownTo(node uint64) *subject {
	if l.whole == nil {
		return nil
	}
	if s := l.whole.subjects[node]; s != nil && s.read.Load() {
		return s
	}
	return nil
}

// objects returns where the predicate leads.
func (s *subject) objects(predicate string) []uint64 {
	s.load(s.lookup)
	var out []uint64
	term := s.number(s.term(predicate))
	for _, l := range s.links {
		if l.Predicate == term {
			out = append(out, l.Object)
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
		if l.Predicate == term {
			if n++; n == 1 {
				first = l.Object
			}
		}
	}
	return first, n
}

// follow returns the node to which a predicate leads that has at most one.
func (s *subject) follow(predicate string) *subject {
	object, _ := s.object(predicate)
	return s.subject(object)
}

// values returns the objects of a predicate, each once, in one order.
func (s *subject) values(predicate string) []quad.Value {
	var out []quad.Value
	for _, node := range s.objects(predicate) {
		out = append(out, s.named(node))
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
		return scriptValue(s.value(object))
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
		v = scriptValue(l.value(node))
		l.kept[node] = v
	}
	return v
}

// A worked is what was made of the one or two nodes to which a predicate leads.
type worked struct {
	what          string
	first, second uint64
}

// ofFew returns what is made of the nodes to which a predicate leads, alone. Where they are
// one or two, it is kept: thousands of statements share it.
func (s *subject) ofFew(predicate, what string, make func() any) any {
	s.load(s.lookup)
	term, n := s.number(s.term(predicate)), 0
	var nodes [2]uint64
	for _, l := range s.links {
		if l.Predicate == term {
			if n == len(nodes) {
				return make()
			}
			nodes[n] = l.Object
			n++
		}
	}
	key := worked{what, nodes[0], nodes[1]}
	v, ok := s.made[key]
	if !ok {
		v = make()
		s.made[key] = v
	}
	return v
}

func (s *subject) one(predicate string) string {
	text, _ := s.first(predicate).(string)
	return text
}

func (s *subject) texts(predicate string) []string {
	out := []string{}
	if node, n := s.object(predicate); n == 1 {
		if text, ok := s.shared(node).(string); ok {
			out = append(out, text)
		}
		return out
	}
	for _, v := range s.values(predicate) {
		if text, ok := scriptValue(v).(string); ok {
			out = append(out, text)
		}
	}
	return out
}

// scriptValue returns a stored value as scripts have it in facts: nodes bare.
func scriptValue(v quad.Value) any {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.IRI:
		return string(v)
	}
	value := native(v)
	if node, ok := value.(graph.Node); ok {
		return string(node)
	}
	return value
}
