package store

import "strings"

// A column has a value for each thing; nil where it has none. Names of statements and
// contrasts are read when they are asked for: most serve only to tell one from another,
// for which their numbers do.
type column struct {
	values []any
	codes  []int32  // by value, from 0; nil until they are needed
	nodes  []uint64 // of which values has the names, as far as they are read; nil where it has other things
	*lookup
}

// coded returns a number for each value, the same for the same.
func (c *column) coded() []int32 {
	if c.codes != nil {
		return c.codes
	}
	c.codes = make([]int32, len(c.values))
	known, nodes := map[any]int32{}, map[uint64]int32{}
	for i, v := range c.values {
		if c.nodes != nil && c.nodes[i] != 0 {
			c.codes[i] = codeOf(nodes, c.nodes[i], len(known))
			continue
		}
		if list, ok := v.([]string); ok {
			v = strings.Join(list, " ")
		}
		c.codes[i] = codeOf(known, v, len(nodes))
	}
	return c.codes
}

// codeOf returns the number of a value, a new one where it has none, after so many others.
func codeOf[V comparable](known map[V]int32, v V, others int) int32 {
	code, ok := known[v]
	if !ok {
		code = int32(len(known) + others)
		known[v] = code
	}
	return code
}

// text returns a text that has been read, "" where there is another thing.
func (c *column) text(row int32) string {
	text, _ := c.values[row].(string)
	return text
}

func (c *column) value(row int32) any {
	c.read([]int32{row})
	return c.values[row]
}

func (c *column) known(row int32) bool {
	return c.nodes != nil && c.nodes[row] != 0 || c.values[row] != nil && c.values[row] != ""
}

// read reads the names in these rows, on all cores.
func (c *column) read(rows []int32) {
	if c.nodes == nil {
		return
	}
	c.reading.Lock()
	defer c.reading.Unlock()
	parts := cores(c.walker, len(rows))
	c.must(c.readOn(parts, func(part int, reader *lookup) error {
		for _, row := range rows {
			if node := c.nodes[row]; partOf(node, parts) == part && c.values[row] == nil {
				c.values[row] = nodeName(reader.value(node)) // "" of what a later script finds gone
			}
		}
		return nil
	}))
}

// number returns a number that has been read; false where there is another thing.
func (c *column) number(row int32) (float64, bool) {
	switch v := c.values[row].(type) {
	case int64:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// of returns the column of these rows.
func (c *column) of(rows []int32) *column {
	out := &column{values: make([]any, len(rows)), lookup: c.lookup}
	for i, row := range rows {
		out.values[i] = c.values[row]
		if c.nodes != nil {
			out.nodes = append(out.nodes, c.nodes[row])
		}
	}
	return out
}

// among returns a function that reports whether a row has a text that the other column
// has in one of its rows. It is good for rows.
func (c *column) among(rows []int32, other *column, others []int32) func(row int32) bool {
	if c.nodes != nil && other.nodes != nil {
		wanted := make(map[uint64]bool, len(others))
		for _, row := range others {
			wanted[other.nodes[row]] = true
		}
		return func(row int32) bool { return wanted[c.nodes[row]] }
	}
	c.read(rows)
	other.read(others)
	wanted := map[string]bool{}
	for _, row := range others {
		wanted[other.text(row)] = true
	}
	return func(row int32) bool { return wanted[c.text(row)] }
}
