package store

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/dop251/goja"
)

// First says which rows the caller of a script will keep, so that show need not
// read the rest of the others.
type First struct {
	Rows  int // the first so many; 0 is all
	Order []Key
	More  int // how many show left out
}

// A Key compares rows by one of their columns; a value is as each is given it, nil
// where the row has none.
type Key struct {
	Column  string
	Compare func(a, b any) int
}

// A show makes rows of statements or contrasts. It reads them apart from the script,
// since most of what a question with many rows costs is finding places in the file,
// and nearly all the rest would be JavaScript.
type show struct {
	things  []goja.Value
	objects []*scriptObject          // the things
	paths   map[string][]string      // attributes by column
	made    map[string]goja.Callable // columns that the script makes of a thing
	values  map[string][]any         // by column, one for each object, as far as they are read
	readers []*lookup                // one a core, for its part of the objects
}

// showAll makes a row of each of the statements or contrasts. The columns say by
// which name it has which attribute: {claimant: "claim.speaker"}. A function makes one
// of the thing: {accused: s => s.target || s.target_side}.
func (l *lookup) showAll(things []goja.Value, columns map[string]goja.Value) {
	s := l.newShow(things, columns)
	kept, err := s.first(l.first)
	l.must(err)
	l.must(s.read(kept, slices.Collect(maps.Keys(columns))))
	for _, i := range kept {
		l.shown = append(l.shown, s.row(i))
	}
	l.first.More += len(things) - len(kept)
}

// readAll returns a plain object for each of the statements or contrasts, with these
// columns, null where it has none: for scripts that look at many attributes of many.
func (l *lookup) readAll(things []goja.Value, columns map[string]goja.Value) []*goja.Object {
	s := l.newShow(things, columns)
	names := slices.Sorted(maps.Keys(columns))
	all := make([]int, len(things))
	for i := range all {
		all[i] = i
	}
	l.must(s.read(all, slices.Clone(names)))
	out := make([]*goja.Object, len(things))
	for i := range out {
		out[i] = l.engine.NewObject()
		for _, name := range names {
			out[i].Set(name, s.values[name][i])
		}
	}
	return out
}

func (l *lookup) newShow(things []goja.Value, columns map[string]goja.Value) *show {
	s := &show{things: things, objects: l.objectsOf(things), paths: map[string][]string{}, made: map[string]goja.Callable{}, values: map[string][]any{}}
	for column, from := range columns {
		s.values[column] = make([]any, len(things))
		if f, ok := goja.AssertFunction(from); ok {
			s.made[column] = f
		} else {
			s.paths[column] = strings.Split(from.String(), ".")
		}
	}
	for range cores(l.walker, len(things)) {
		s.readers = append(s.readers, newLookup(newWalker(l.ctx, l.handle), nil, nil))
	}
	return s
}

func (l *lookup) objectsOf(things []goja.Value) []*scriptObject {
	var out []*scriptObject
	for _, thing := range things {
		o, ok := thing.Export().(*scriptObject)
		if !ok {
			panic(l.engine.NewTypeError("show takes what statements() and contrasts() give; emit() anything else"))
		}
		out = append(out, o)
	}
	return out
}

func (s *show) row(i int) map[string]any {
	row := make(map[string]any, len(s.values))
	for column, values := range s.values {
		if values[i] != nil {
			row[column] = values[i]
		}
	}
	return row
}

// first returns which objects make the first rows, or rows as good as the last of
// these. It reads a key only of those that the keys before it left.
func (s *show) first(f *First) ([]int, error) {
	kept := make([]int, len(s.objects))
	for i := range kept {
		kept[i] = i
	}
	for i, key := range f.Order {
		if f.Rows == 0 || len(kept) <= f.Rows {
			break
		}
		if err := s.read(kept, []string{key.Column}); err != nil {
			return nil, err
		}
		compare := func(a, b int) int {
			for _, key := range f.Order[:i+1] {
				if values := s.values[key.Column]; values != nil {
					if n := key.Compare(values[a], values[b]); n != 0 {
						return n
					}
				}
			}
			return 0
		}
		slices.SortStableFunc(kept, compare)
		n := f.Rows
		for n < len(kept) && compare(kept[n], kept[f.Rows-1]) == 0 {
			n++
		}
		kept = kept[:n]
	}
	return kept, nil
}

// read reads columns of the objects, on all cores, and then calls the functions.
func (s *show) read(objects []int, columns []string) error {
	made := func(column string) bool { return s.made[column] != nil }
	if err := s.readPaths(objects, slices.DeleteFunc(slices.Clone(columns), made)); err != nil {
		return err
	}
	for _, column := range columns {
		for _, i := range objects {
			if s.made[column] == nil || s.values[column][i] != nil {
				continue
			}
			v, err := s.made[column](goja.Undefined(), s.things[i])
			if err != nil {
				return err
			}
			if s.values[column][i], err = emittedValue(v.Export()); err != nil {
				return fmt.Errorf("show: %s: %w", column, err)
			}
		}
	}
	return nil
}

func (s *show) readPaths(objects []int, columns []string) error {
	// Attributes of one statement stand near each other in the file.
	slices.SortFunc(columns, func(a, b string) int { return slices.Compare(s.paths[a], s.paths[b]) })
	errs := make([]error, len(s.readers))
	share(len(s.readers), func(part int) {
		for _, i := range objects {
			if i*len(s.readers)/len(s.objects) == part && errs[part] == nil {
				errs[part] = s.fill(s.readers[part], i, columns)
			}
		}
	})
	return errors.Join(errs...)
}

// fill reads columns of one object, which another lookup found.
func (s *show) fill(reader *lookup, i int, columns []string) (err error) {
	defer func() {
		if failed, ok := recover().(error); ok {
			err = failed
		}
	}()
	o := s.objects[i]
	subject := reader.subject(o.node.ref)
	if !subject.read && reader.file != nil { // where the numbers of nodes are the same
		subject.links, subject.read = o.node.links, o.node.read
	}
	for _, column := range columns {
		if values := s.values[column]; values != nil && values[i] == nil {
			if values[i], err = subject.at(o.attributes, s.paths[column]); err != nil {
				return err
			}
		}
	}
	return nil
}

// at returns an attribute of the subject or, along a longer path, of a statement
// that it leads to.
func (s *subject) at(attributes []attribute, path []string) (any, error) {
	i := slices.IndexFunc(attributes, func(a attribute) bool { return a.name == path[0] })
	if i < 0 {
		var names []string
		for _, a := range attributes {
			names = append(names, a.name)
		}
		return nil, fmt.Errorf("show: no attribute %q; there are %s", path[0], strings.Join(names, ", "))
	}
	v := attributes[i].read(s)
	if statement, ok := v.(*subject); ok && len(path) > 1 {
		return statement.at(statementAttributes, path[1:])
	}
	return v, nil
}
