package store

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"
)

// A table is what a script has of some attributes of many statements or contrasts. Go
// counts its rows: a script that goes through tens of thousands takes a second. Of a
// part of it, such as tally gives, a script reads the columns of the first row, length,
// and first and last, the dates between which the rows are.
type table struct {
	*lookup
	columns map[string]*column
	nodes   []*subject // that the values are of, nil where they are of no nodes
	rows    []int32
}

// with returns a table of these rows.
func (t *table) with(rows []int32) *table { return &table{t.lookup, t.columns, t.nodes, rows} }

func (t *table) where(is func(row int32) bool) *table {
	var rows []int32
	for _, row := range t.rows {
		if is(row) {
			rows = append(rows, row)
		}
	}
	return t.with(rows)
}

func (t *table) column(name string) *column {
	c := t.columns[name]
	if c == nil {
		panic(t.engine.NewTypeError("no column %q was read; there are %s", name, strings.Join(t.names(), ", ")))
	}
	return c
}

func (t *table) names() []string {
	var names []string
	for name := range t.columns {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// tally returns the parts of the table in which the columns are alike, in the order of
// their first rows.
func (t *table) tally(names ...string) []*table {
	keys := make([]int32, len(t.rows))
	for _, name := range names {
		codes := t.column(name).coded()
		both := map[[2]int32]int32{}
		for i, row := range t.rows {
			pair := [2]int32{keys[i], codes[row]}
			key, ok := both[pair]
			if !ok {
				key = int32(len(both))
				both[pair] = key
			}
			keys[i] = key
		}
	}
	var parts []*table
	for i, row := range t.rows {
		if int(keys[i]) == len(parts) {
			parts = append(parts, t.with(nil))
		}
		parts[keys[i]].rows = append(parts[keys[i]].rows, row)
	}
	return parts
}

// once leaves out rows that repeat another one's words and speaker, as papers do that
// print the same agency text, or its id, where the table has that. The earliest of them
// stays. Short words can be said twice.
func (t *table) once() *table {
	const short = 40
	if len(t.rows) < 2 {
		return t
	}
	type saying struct{ speaker, words string }
	speakers, words := t.column("speaker_id"), t.column("words")
	var ids []int32
	if t.columns["id"] != nil {
		ids = t.columns["id"].coded()
	}
	seen, heard := map[int32]bool{}, make(map[saying]int32, len(t.rows))
	again := map[int32]bool{}
	for _, row := range t.rows {
		if ids != nil && seen[ids[row]] {
			again[row] = true
			continue
		}
		if ids != nil {
			seen[ids[row]] = true
		}
		said := words.text(row)
		if unitsIn(said) < short {
			continue
		}
		key := saying{speakers.text(row), said}
		other, is := heard[key]
		switch {
		case !is:
			heard[key] = row
		case t.earlier(row, other):
			heard[key], again[other] = row, true
		default:
			again[row] = true
		}
	}
	return t.where(func(row int32) bool { return !again[row] })
}

// earlier reports whether a row is of an earlier time than another or, where both are of
// one or the table has none, of a node that comes before the other's by name: in which
// order a store finds them depends on the store.
func (t *table) earlier(row, other int32) bool {
	if when := t.columns["when"]; when != nil {
		if c := cmp.Compare(cmp.Or(when.text(row), unknownDay), cmp.Or(when.text(other), unknownDay)); c != 0 {
			return c < 0
		}
	}
	if t.nodes == nil {
		return false
	}
	t.reading.Lock()
	defer t.reading.Unlock()
	return t.nodes[row].id() < t.nodes[other].id()
}

// unitsIn returns the length of a text as scripts count it.
func unitsIn(text string) (n int) {
	for _, r := range text {
		n += utf16.RuneLen(r)
	}
	return n
}

// distinct returns the texts in a column, sorted, each once.
func (t *table) distinct(name string) []string {
	c := t.column(name)
	c.read(t.rows)
	found := []string{}
	for _, row := range t.rows {
		if text := c.text(row); text != "" {
			found = append(found, text)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// count returns how many texts distinct would return.
func (t *table) count(name string) int {
	c := t.column(name)
	codes, seen, n := c.coded(), map[int32]bool{}, 0
	for _, row := range t.rows {
		_, text := c.values[row].(string)
		if (text || c.nodes != nil) && c.known(row) && !seen[codes[row]] {
			seen[codes[row]] = true
			n++
		}
	}
	return n
}

// inOrder returns the rows in the order of time, those of unknown time last.
func (t *table) inOrder() *table {
	when, id := t.column("when"), t.column("id")
	id.read(t.rows)
	key := func(row int32) string { return cmp.Or(when.text(row), unknownDay) + id.text(row) }
	rows := slices.Clone(t.rows)
	slices.SortStableFunc(rows, func(a, b int32) int { return strings.Compare(key(a), key(b)) })
	return t.with(rows)
}

// apart returns a row for each text in a column's list of them: "a, b" makes two.
func (t *table) apart(name string) *table {
	from := t.column(name)
	out := &table{lookup: t.lookup, columns: map[string]*column{}}
	var of []int32
	var texts []any
	for _, row := range t.rows {
		for text := range strings.SplitSeq(from.text(row), ", ") {
			out.rows = append(out.rows, int32(len(of)))
			of, texts = append(of, row), append(texts, text)
			if t.nodes != nil {
				out.nodes = append(out.nodes, t.nodes[row])
			}
		}
	}
	for other, c := range t.columns {
		out.columns[other] = c.of(of)
	}
	out.columns[name] = &column{values: texts}
	return out
}

// fill returns the table with a text in a column where there was nothing.
func (t *table) fill(name, text string) *table {
	old := t.column(name)
	old.read(t.rows)
	c := &column{values: slices.Clone(old.values)}
	for i, v := range c.values {
		if v == nil || v == "" {
			c.values[i] = text
		}
	}
	out := t.with(t.rows)
	out.columns = map[string]*column{}
	for other, c := range t.columns {
		out.columns[other] = c
	}
	out.columns[name] = c
	return out
}
