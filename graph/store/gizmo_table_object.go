package store

import (
	"slices"

	"github.com/dop251/goja"
)

// tableMethods are what a script can do with a table. They end in an object or in an
// array of texts.
func (l *lookup) tableMethods() map[string]goja.Value {
	methods := map[string]goja.Value{}
	for name, do := range map[string]func(t *table, args []goja.Value) any{
		"tally": func(t *table, args []goja.Value) any { return t.tally(textsOf(args)...) },
		"among": func(t *table, args []goja.Value) any {
			wanted, column := t.wanted(args)
			return t.among(textOf(args, 0), wanted, column, true)
		},
		"notAmong": func(t *table, args []goja.Value) any {
			wanted, column := t.wanted(args)
			return t.among(textOf(args, 0), wanted, column, false)
		},
		"from": func(t *table, args []goja.Value) any { return t.from(textOf(args, 0), floatOf(args, 1)) },
		"least": func(t *table, args []goja.Value) any {
			return t.least(textOf(args, 0), textsOf(args)[min(1, len(args)):]...)
		},
		"count":    func(t *table, args []goja.Value) any { return t.count(textOf(args, 0)) },
		"once":     func(t *table, _ []goja.Value) any { return t.once() },
		"doing":    func(t *table, args []goja.Value) any { return t.doing(textsOf(args)...) },
		"known":    func(t *table, args []goja.Value) any { return t.known(textsOf(args)...) },
		"inOrder":  func(t *table, _ []goja.Value) any { return t.inOrder() },
		"apart":    func(t *table, args []goja.Value) any { return t.apart(textOf(args, 0)) },
		"alike":    func(t *table, args []goja.Value) any { return t.alike(textOf(args, 0), textOf(args, 1)) },
		"fill":     func(t *table, args []goja.Value) any { return t.fill(textOf(args, 0), textOf(args, 1)) },
		"distinct": func(t *table, args []goja.Value) any { return t.distinct(textOf(args, 0)) },
		"values":   func(t *table, args []goja.Value) any { return t.valuesOf(textOf(args, 0)) },
		"rows":     func(t *table, _ []goja.Value) any { return t.objects() },
		"having": func(t *table, args []goja.Value) any {
			wanted := map[string]goja.Value{}
			t.must(t.engine.ExportTo(args[0], &wanted))
			return t.having(wanted)
		},
	} {
		methods[name] = l.engine.ToValue(func(call goja.FunctionCall) goja.Value {
			t, ok := call.This.Export().(*table)
			if !ok {
				panic(l.engine.NewTypeError("%s() is for what table() gives", name))
			}
			return t.scriptValue(do(t, call.Arguments))
		})
	}
	return methods
}

func textsOf(args []goja.Value) []string {
	texts := make([]string, len(args))
	for i, a := range args {
		texts[i] = a.String()
	}
	return texts
}

// textOf returns an argument, "" where it is missing.
func textOf(args []goja.Value, i int) string {
	if i < len(args) {
		return args[i].String()
	}
	return ""
}

// floatOf returns an argument, 0 where it is missing.
func floatOf(args []goja.Value, i int) float64 {
	if i < len(args) {
		return args[i].ToFloat()
	}
	return 0
}

// wanted returns the table and its column in which the values are that come after the first
// argument: a table and a column of it, or an array of texts.
func (l *lookup) wanted(args []goja.Value) (t *table, column string) {
	if len(args) < 2 {
		return l.tableOfTexts(nil)
	}
	if t, ok := ours(args[1]).(*table); ok {
		return t, textOf(args, 2)
	}
	var texts []string
	l.must(l.engine.ExportTo(args[1], &texts))
	return l.tableOfTexts(texts)
}

func (l *lookup) tableOfTexts(texts []string) (t *table, name string) {
	c := &column{}
	t = &table{lookup: l, columns: map[string]*column{"": c}}
	for i, text := range texts {
		c.values, t.rows = append(c.values, text), append(t.rows, int32(i))
	}
	return t, ""
}

func (t *table) valuesOf(name string) []any {
	c := t.column(name)
	c.read(t.rows)
	found := make([]any, len(t.rows))
	for i, row := range t.rows {
		found[i] = c.values[row]
	}
	return found
}

// objects returns a plain object for each row.
func (t *table) objects() []goja.Value {
	names := t.names()
	for _, name := range names {
		t.columns[name].read(t.rows)
	}
	found := make([]goja.Value, len(t.rows))
	for i, row := range t.rows {
		object := t.engine.NewObject()
		for _, name := range names {
			object.Set(name, t.columns[name].values[row])
		}
		found[i] = object
	}
	return found
}

// scriptValue returns what a method gave as scripts have it.
func (t *table) scriptValue(v any) goja.Value {
	var elements []any
	switch v := v.(type) {
	case *table:
		return t.engine.NewDynamicObject(v)
	case []*table:
		for _, part := range v {
			elements = append(elements, t.engine.NewDynamicObject(part))
		}
	case []goja.Value:
		for _, element := range v {
			elements = append(elements, element)
		}
	case []string:
		for _, text := range v {
			elements = append(elements, text)
		}
	case []any:
		elements = v
	case int:
		return t.engine.ToValue(v)
	}
	return t.engine.NewArray(elements...)
}

// Get returns a method or a value of the rows.
func (t *table) Get(key string) goja.Value {
	if m := t.methods[key]; m != nil {
		return m
	}
	if v, ok := t.value(key); ok {
		return t.engine.ToValue(v)
	}
	return nil
}

// value returns what the rows have under that name.
func (t *table) value(name string) (any, bool) {
	c := t.columns[name]
	switch {
	case c != nil && len(t.rows) > 0:
		return c.value(t.rows[0]), true
	case c != nil:
		return nil, true
	case name == "length":
		return int64(len(t.rows)), true
	case name == "first", name == "last":
		dates := t.dates()
		return map[string]any{"first": dates[0], "last": dates[1]}[name], true
	}
	return nil, false
}

// dates returns the first and the last date of the rows, nil where all are unknown.
func (t *table) dates() (ends [2]any) {
	when := t.column("when")
	var first, last string
	for _, row := range t.rows {
		if date := when.text(row); date != "" {
			last = max(last, date)
			if first == "" || date < first {
				first = date
			}
		}
	}
	if first != "" {
		ends = [2]any{first, last}
	}
	return ends
}

func (t *table) Set(string, goja.Value) bool { return false }
func (t *table) Delete(string) bool          { return false }
func (t *table) Has(key string) bool         { return t.Get(key) != nil }

func (t *table) Keys() []string {
	return slices.DeleteFunc(t.names(), func(name string) bool { return t.methods[name] != nil })
}
