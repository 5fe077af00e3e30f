package store

import (
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// A list is what a script has of many statements or contrasts: an array of which an
// element is made when the script first asks for it.
type list struct {
	*lookup
	nodes      []*subject
	attributes []attribute
	make       func(*subject) goja.Value
	made       []goja.Value // nil where it is not made yet
}

func (l *lookup) statementList(nodes []*subject) *goja.Object {
	return l.engine.NewDynamicArray(&list{l, nodes, statementAttributes, l.statement, make([]goja.Value, len(nodes))})
}

func (l *lookup) contrastList(nodes []*subject) *goja.Object {
	return l.engine.NewDynamicArray(&list{l, nodes, contrastAttributes, l.contrast, make([]goja.Value, len(nodes))})
}

// nodesOf returns the nodes to make a list of.
func (l *lookup) nodesOf(numbers []uint64) []*subject {
	nodes := make([]*subject, len(numbers))
	for i, number := range numbers {
		nodes[i] = l.subject(number)
	}
	return nodes
}

func (l *list) Len() int { return len(l.made) }

func (l *list) Get(i int) goja.Value {
	if i < 0 || i >= len(l.made) {
		return goja.Undefined()
	}
	if l.made[i] == nil {
		l.reading.Lock()
		defer l.reading.Unlock()
		l.made[i] = l.make(l.nodes[i])
	}
	return l.made[i]
}

func (l *list) Set(i int, v goja.Value) bool {
	if i >= len(l.made) && !l.SetLen(i+1) || i < 0 {
		return false
	}
	l.made[i], l.nodes[i] = v, nil
	return true
}

// longestList is how long an array can be in JavaScript.
const longestList = 1<<32 - 1

func (l *list) SetLen(n int) bool {
	if n < 0 || n > longestList {
		return false
	}
	for i := range l.made {
		l.Get(i)
	}
	l.made = slices.Grow(l.made, max(0, n-len(l.made)))[:n]
	for i := len(l.nodes); i < n; i++ {
		l.made[i] = goja.Undefined()
	}
	l.nodes = make([]*subject, n)
	return true
}

// things are the elements of a script's list: statements or contrasts in the store, or
// others.
type things struct {
	length     int
	nodes      []*subject // nil where they are others
	attributes []attribute
	each       []thing
	value      func(i int) goja.Value // as the script has it
}

// ours returns the list, table, statement or contrast that a script's value is, nil where
// it is none. To export the script's own objects would copy them.
func ours(v goja.Value) any {
	if v == nil {
		return nil
	}
	switch v.ExportType() {
	case reflect.TypeFor[*list](), reflect.TypeFor[*table](), reflect.TypeFor[*scriptObject]():
		return v.Export()
	}
	return nil
}

// A thing is a statement or contrast, part of a table, or an object of a script's own.
type thing interface {
	find(path []string) (any, error)
}

// thingsIn returns what there is in a list, which may be any array.
func (l *lookup) thingsIn(of goja.Value) things {
	if own, ok := ours(of).(*list); ok && !slices.Contains(own.nodes, nil) {
		nodes := slices.Clip(own.nodes)
		if nodes == nil { // an empty list is one of statements or contrasts too
			nodes = []*subject{}
		}
		return things{length: len(nodes), nodes: nodes, attributes: own.attributes, value: own.Get}
	}
	values, ok := l.elementsOf(of)
	if !ok {
		panic(l.engine.NewTypeError("a list is wanted"))
	}
	t := things{length: len(values), value: func(i int) goja.Value { return values[i] }}
	for _, v := range values {
		t.each = append(t.each, l.thing(v))
	}
	t.takeNodes()
	return t
}

// elementsOf returns what is in an array. To export it takes several times as long.
func (l *lookup) elementsOf(of goja.Value) (values []goja.Value, ok bool) {
	array, ok := of.(*goja.Object)
	if !ok || array.ClassName() != "Array" {
		return values, l.engine.ExportTo(of, &values) == nil
	}
	for i := range array.Get("length").ToInteger() {
		value := array.Get(strconv.FormatInt(i, 10))
		if value == nil {
			value = goja.Undefined()
		}
		values = append(values, value)
	}
	return values, true
}

// takeNodes makes things of one kind, all of which the store has, readable on several cores.
func (t *things) takeNodes() {
	nodes := make([]*subject, t.length)
	for i, one := range t.each {
		o, ok := one.(*scriptObject)
		if !ok || i > 0 && &o.attributes[0] != &t.attributes[0] {
			return
		}
		nodes[i], t.attributes = o.node, o.attributes
	}
	t.nodes = nodes
}

func (l *lookup) thing(v goja.Value) thing {
	switch ours := ours(v).(type) {
	case *scriptObject:
		return ours
	case *table:
		return ours
	}
	if object, ok := v.(*goja.Object); ok {
		return ownObject{object}
	}
	panic(l.engine.NewTypeError("a list of statements, contrasts, parts of a table or objects is wanted, not of %s", v))
}

func (o *scriptObject) find(path []string) (any, error) {
	o.reading.Lock()
	defer o.reading.Unlock()
	return readingOf(o.attributes, path)(o.node)
}

func (t *table) find(path []string) (any, error) {
	if len(path) == 2 && path[1] == "count" {
		return int64(t.count(path[0])), nil
	}
	if path[0] == "once" {
		return int64(len(t.once().rows)), nil
	}
	v, ok := t.value(path[0])
	if !ok {
		t.column(path[0])
	}
	return v, nil
}

// An ownObject is one that a script made.
type ownObject struct{ *goja.Object }

func (o ownObject) find(path []string) (any, error) {
	v := o.Get(path[0])
	if v == nil {
		return nil, fmt.Errorf("show: an object has no %q; it has %s", path[0], strings.Join(o.Keys(), ", "))
	}
	return emittedValue(v.Export())
}

// nodesIn returns the nodes in a list that the graph has, each once. It has names of them,
// or statements or contrasts, or is a table of these.
func (l *lookup) nodesIn(of goja.Value) []uint64 {
	var nodes []uint64
	switch own := ours(of).(type) {
	case *table:
		if own.nodes == nil {
			panic(l.engine.NewTypeError("a table of statements or contrasts is wanted"))
		}
		for _, row := range own.rows {
			nodes = append(nodes, own.nodes[row].node)
		}
	case *list:
		if slices.Contains(own.nodes, nil) {
			return l.nodesIn(l.engine.ToValue(own.made))
		}
		for _, node := range own.nodes {
			nodes = append(nodes, node.node)
		}
	default:
		values, ok := l.elementsOf(of)
		if !ok {
			panic(l.engine.NewTypeError("a list of nodes is wanted"))
		}
		for _, v := range values {
			nodes = append(nodes, l.nodeIn(v))
		}
	}
	return slices.DeleteFunc(eachOnce(nodes), func(node uint64) bool { return node == 0 })
}

func (l *lookup) nodeIn(v goja.Value) uint64 {
	if one, ok := ours(v).(*scriptObject); ok {
		return one.node.node
	}
	if row, ok := v.(*goja.Object); ok { // of a table's or the script's own
		if id := row.Get("id"); id != nil {
			v = id
		}
	}
	id := bareNames([]string{v.String()})[0]
	if node, ok := l.given[id]; ok {
		return node
	}
	return l.number(l.ref(quad.IRI(id)))
}
