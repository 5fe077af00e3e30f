package queries

import (
	"bytes"
	"encoding/json"
	"io"
)

// writeJSON writes one array with an object for each row, its keys in the order
// of the columns; an absent value is null.
func writeJSON(w io.Writer, t Table, _ int, _ bool) error {
	var b bytes.Buffer
	b.WriteString("[")
	for i, row := range t.Rows {
		if i > 0 {
			b.WriteString(",")
		}
		b.WriteString("\n  {")
		for j, v := range row {
			if j > 0 {
				b.WriteString(", ")
			}
			writeValue(&b, t.Columns[j].Name)
			b.WriteString(": ")
			writeValue(&b, v)
		}
		b.WriteString("}")
	}
	if len(t.Rows) > 0 {
		b.WriteString("\n")
	}
	b.WriteString("]\n")
	_, err := w.Write(b.Bytes())
	return err
}

// writeValue writes a value of a table; all of them can be written.
func writeValue(b *bytes.Buffer, v any) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		b.WriteString("null")
		return
	}
	b.Truncate(b.Len() - len("\n"))
}
