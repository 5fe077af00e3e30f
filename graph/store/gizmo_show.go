package store

import (
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
	*lookup
	things
	paths   map[string][][]string    // attributes by column: the first that there is
	counted map[string]reading       // columns that say how often a table has a thing
	made    map[string]goja.Callable // columns that the script makes of a thing
	values  map[string][]any         // by column, one for each thing, as far as they are read
	parts   int                      // in which they are read, all at once
}

// showAll makes a row of each thing in a list: of statements, contrasts, parts of a table
// or a script's own objects. The columns say by which name it has which attribute:
// {claimant: "claim.speaker"}. A function makes one of the thing: {accused: s =>
// s.target || s.target_side}.
func (l *lookup) showAll(list goja.Value, columns map[string]goja.Value) {
	s := l.newShow(l.thingsIn(list), columns)
	kept, err := s.first(l.first)
	l.must(err)
	l.must(s.read(kept, slices.Collect(maps.Keys(columns))))
	for _, i := range kept {
		l.shown = append(l.shown, s.row(i))
	}
	l.first.More += s.length - len(kept)
}

// tableOf returns a table of the statements or contrasts in a list with these columns.
func (l *lookup) tableOf(list goja.Value, columns map[string]goja.Value) *goja.Object {
	return l.engine.NewDynamicObject(l.readTable(list, columns))
}

func (l *lookup) readTable(list goja.Value, columns map[string]goja.Value) *table {
	s := l.newShow(l.thingsIn(list), columns)
	t := &table{l, map[string]*column{}, s.nodes, make([]int32, s.length)}
	all := make([]int, s.length)
	for i := range all {
		all[i], t.rows[i] = i, int32(i)
	}
	var read []string
	for name, values := range s.values {
		t.columns[name] = &column{values: values}
		if predicate, ok := s.toNode(name); ok {
			t.columns[name].nodes, t.columns[name].lookup = s.ends(all, values, predicate), l
			continue
		}
		read = append(read, name)
	}
	l.must(s.read(all, read))
	return t
}

func (l *lookup) newShow(of things, columns map[string]goja.Value) *show {
	s := &show{
		lookup: l, things: of, parts: 1, paths: map[string][][]string{}, counted: map[string]reading{}, made: map[string]goja.Callable{}, values: map[string][]any{},
	}
	for column, from := range columns {
		s.values[column] = make([]any, of.length)
		if f, ok := goja.AssertFunction(from); ok {
			s.made[column] = f
			continue
		}
		if count := l.countIn(from); count != nil {
			s.counted[column] = count
			continue
		}
		paths := []string{from.String()}
		if _, several := from.Export().([]any); several {
			l.must(l.engine.ExportTo(from, &paths))
		}
		for _, path := range paths {
			s.paths[column] = append(s.paths[column], strings.Split(path, "."))
		}
	}
	if of.nodes != nil {
		s.parts = cores(l.walker, of.length)
	}
	return s
}

// isDay reports whether a column is the day of statements; contrasts have none.
func (s *show) isDay(column string) bool {
	paths := s.paths[column]
	return s.nodes != nil && len(paths) == 1 && len(paths[0]) == 1 && paths[0][0] == "when"
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
	kept := make([]int, s.length)
	for i := range kept {
		kept[i] = i
	}
	for i, key := range f.Order {
		if f.Rows == 0 || len(kept) <= f.Rows {
			break
		}
		if i == 0 && s.file != nil && len(kept) > manyToDate && s.isDay(key.Column) {
			kept = s.couldBeFirst(kept, key, f.Rows)
		}
		if err := s.read(kept, []string{key.Column}); err != nil {
			return nil, err
		}
		compare := func(a, b int) int {
			for _, key := range f.Order[:i+1] {
				if values := s.values[key.Column]; values != nil {
					if n := key.Compare(orNothing(values[a]), orNothing(values[b])); n != 0 {
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

// orNothing returns a value as the caller of a script takes it: an empty text is none.
func orNothing(v any) any {
	if v == "" {
		return nil
	}
	return v
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
			v, err := s.made[column](goja.Undefined(), s.value(i))
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
	slices.SortFunc(columns, func(a, b string) int { return slices.CompareFunc(s.paths[a], s.paths[b], slices.Compare[[]string]) })
	if s.nodes == nil {
		for _, i := range objects {
			for _, column := range columns {
				if s.counted[column] != nil {
					panic(s.engine.NewTypeError("a table counts statements and contrasts only"))
				}
				if err := find(&s.values[column][i], s.paths[column], s.each[i]); err != nil {
					return err
				}
			}
		}
		return nil
	}
	readings := make([][]reading, len(columns))
	for c, column := range columns {
		if count := s.counted[column]; count != nil {
			readings[c] = []reading{count}
		}
		for _, path := range s.paths[column] {
			readings[c] = append(readings[c], readingOf(s.attributes, path))
		}
	}
	return s.onCores(objects, func(i int, one *subject) error {
		for c, column := range columns {
			if err := fill(&s.values[column][i], readings[c], one); err != nil {
				return err
			}
		}
		return nil
	})
}

// fill reads the first that there is.
func fill(value *any, readings []reading, one *subject) (err error) {
	for _, read := range readings {
		if *value != nil && *value != "" {
			break
		}
		if *value, err = read(one); err != nil {
			return err
		}
	}
	return nil
}

// find is fill of a thing that is no statement or contrast in the store.
func find(value *any, paths [][]string, one thing) (err error) {
	for _, path := range paths {
		if *value != nil && *value != "" {
			break
		}
		if *value, err = one.find(path); err != nil {
			return err
		}
	}
	return nil
}

// onCores calls fn with the statements or contrasts that have these places, on all cores,
// each as it can be read there.
func (s *show) onCores(places []int, fn func(i int, one *subject) error) error {
	s.reading.Lock()
	defer s.reading.Unlock()
	return s.readOn(s.parts, func(part int, reader *lookup) error {
		for _, i := range places {
			if partOf(s.nodes[i].node, s.parts) != part {
				continue
			}
			if err := fn(i, reader.same(s.nodes[i])); err != nil {
				return err
			}
		}
		return nil
	})
}
