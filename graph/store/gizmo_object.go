package store

import (
	"slices"

	"github.com/dop251/goja"
)

// A scriptObject is what a script sees of a node: an attribute is read from the
// store when the script first asks for it, and one that it never asks for never.
// What the script sets stays with the object.
type scriptObject struct {
	*lookup
	node       *subject
	attributes []attribute
	set        map[string]goja.Value
}

// An attribute of a node under the name by which scripts know it; read returns nil
// where the node has no such thing.
type attribute struct {
	name string
	read func(*subject) any
}

func (l *lookup) object(node *subject, attributes []attribute) *goja.Object {
	return l.engine.NewDynamicObject(&scriptObject{l, node, attributes, nil})
}

func (o *scriptObject) Get(key string) goja.Value {
	o.reading.Lock()
	defer o.reading.Unlock()
	if v, ok := o.set[key]; ok {
		return v
	}
	for _, a := range o.attributes {
		if a.name == key {
			switch v := a.read(o.node).(type) {
			case nil:
				return goja.Undefined()
			case *subject:
				return o.statement(v)
			default:
				return o.engine.ToValue(v)
			}
		}
	}
	return nil
}

func (o *scriptObject) Set(key string, v goja.Value) bool {
	o.reading.Lock()
	defer o.reading.Unlock()
	if o.set == nil {
		o.set = map[string]goja.Value{}
	}
	o.set[key] = v
	return true
}

func (o *scriptObject) Has(key string) bool { return o.Get(key) != nil }
func (o *scriptObject) Delete(string) bool  { return false }

func (o *scriptObject) Keys() []string {
	o.reading.Lock()
	defer o.reading.Unlock()
	keys := make([]string, 0, len(o.attributes))
	for _, a := range o.attributes {
		if listed(a.name) {
			keys = append(keys, a.name)
		}
	}
	own := len(keys)
	for key := range o.set {
		if !slices.Contains(keys, key) {
			keys = append(keys, key)
		}
	}
	slices.Sort(keys[own:])
	return keys
}

// row returns the object as a script emits it.
func (o *scriptObject) row() map[string]any {
	row := map[string]any{}
	for _, key := range o.Keys() {
		row[key] = o.Get(key).Export()
	}
	return row
}
