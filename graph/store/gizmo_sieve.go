package store

import (
	"strconv"

	"github.com/dop251/goja"
)

// knownIn returns the statements or contrasts in a list that have something under each of
// the names; of several in a list, under any of these.
func (l *lookup) knownIn(of goja.Value, names []goja.Value) *goja.Object {
	return l.sieve(of, names, func(t *table, columns []string) *table { return t.known(columns...) })
}

// amongIn returns those in a list that have one of the values under the name, or those
// that have none of them: of an array of texts, or of a table and a column of it.
func (l *lookup) amongIn(of, name, values goja.Value, is bool, column goja.Value) *goja.Object {
	wanted, in := l.wanted([]goja.Value{name, values, column})
	return l.sieve(of, []goja.Value{name}, func(t *table, columns []string) *table { return t.among(columns[0], wanted, in, is) })
}

// sieve returns the statements or contrasts in a list whose rows are left of a table with
// what they have under the names.
func (l *lookup) sieve(of goja.Value, names []goja.Value, keep func(t *table, columns []string) *table) *goja.Object {
	var columns []string
	paths := map[string]goja.Value{}
	for i, name := range names {
		columns = append(columns, strconv.Itoa(i))
		paths[columns[i]] = name
	}
	rows := keep(l.readTable(of, paths), columns).rows
	if all, ok := ours(of).(*list); ok {
		return all.only(rows)
	}
	things := l.thingsIn(of)
	var found []any
	for _, row := range rows {
		found = append(found, things.value(int(row)))
	}
	return l.engine.NewArray(found...)
}

// only returns the list of these elements.
func (l *list) only(at []int32) *goja.Object {
	some := &list{lookup: l.lookup, attributes: l.attributes, make: l.make}
	for _, i := range at {
		some.nodes, some.made = append(some.nodes, l.nodes[i]), append(some.made, l.made[i])
	}
	return l.engine.NewDynamicArray(some)
}
