package store

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/dop251/goja"
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

// A column has a value for each thing; nil where it has none.
type column struct {
	values []any
	codes  []int32 // by value, from 0; nil until they are needed
}

// coded returns a number for each value, the same for the same.
func (c *column) coded() []int32 {
	if c.codes != nil {
		return c.codes
	}
	c.codes = make([]int32, len(c.values))
	known := map[any]int32{}
	for i, v := range c.values {
		if list, ok := v.([]string); ok {
			v = strings.Join(list, " ")
		}
		code, ok := known[v]
		if !ok {
			code = int32(len(known))
			known[v] = code
		}
		c.codes[i] = code
	}
	return c.codes
}

func (c *column) text(row int32) string {
	text, _ := c.values[row].(string)
	return text
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
// print the same agency text, or its id, where the table has that. Short words can be said
// twice.
func (t *table) once() *table {
	const short = 40
	if len(t.rows) < 2 {
		return t
	}
	type saying struct{ speaker, words string }
	ids, speakers, words := t.columns["id"], t.column("speaker_id"), t.column("words")
	seen, heard := map[string]bool{}, make(map[saying]bool, len(t.rows))
	return t.where(func(row int32) bool {
		if ids != nil {
			again := seen[ids.text(row)]
			seen[ids.text(row)] = true
			if again {
				return false
			}
		}
		said := words.text(row)
		if len(said) < short || len(utf16.Encode([]rune(said))) < short {
			return true
		}
		key := saying{speakers.text(row), said}
		again := heard[key]
		heard[key] = true
		return !again
	})
}

// doing returns the rows of statements of that kind, or of one of the kinds.
func (t *table) doing(kinds ...string) *table {
	c := t.column("kinds")
	return t.where(func(row int32) bool {
		return slices.ContainsFunc(strings.Split(c.text(row), ", "), func(k string) bool { return slices.Contains(kinds, k) })
	})
}

// known returns the rows that have something in all the columns.
func (t *table) known(names ...string) *table {
	for _, name := range names {
		c := t.column(name)
		t = t.where(func(row int32) bool { return c.values[row] != nil && c.values[row] != "" })
	}
	return t
}

// among returns the rows that have one of the values in the column, or those that have
// none of them.
func (t *table) among(name string, values []string, is bool) *table {
	c, wanted := t.column(name), map[string]bool{}
	for _, v := range values {
		wanted[v] = true
	}
	return t.where(func(row int32) bool { return wanted[c.text(row)] == is })
}

// alike returns the rows in which the two columns have the same.
func (t *table) alike(one, other string) *table {
	a, b := t.column(one), t.column(other)
	return t.where(func(row int32) bool { return a.values[row] == b.values[row] })
}

// distinct returns the texts in a column, sorted, each once.
func (t *table) distinct(name string) []string {
	c := t.column(name)
	found := []string{}
	for _, row := range t.rows {
		if text := c.text(row); text != "" {
			found = append(found, text)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// inOrder returns the rows in the order of time, those of unknown time last.
func (t *table) inOrder() *table {
	when, id := t.column("when"), t.column("id")
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
		values := make([]any, len(of))
		for i, row := range of {
			values[i] = c.values[row]
		}
		out.columns[other] = &column{values: values}
	}
	out.columns[name] = &column{values: texts}
	return out
}

// fill returns the table with a text in a column where there was nothing.
func (t *table) fill(name, text string) *table {
	old := t.column(name)
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

// having returns the rows in which the columns have these values.
func (t *table) having(wanted map[string]goja.Value) *table {
	for name, v := range wanted {
		c, value := t.column(name), v.Export()
		t = t.where(func(row int32) bool { return c.values[row] == value })
	}
	return t
}
