package exports

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"counterclaim/graph"
)

// separator stands between the values of one cell.
const separator = " | "

// A column is a name with the cell that a row has under it.
type column[Row any] struct {
	name string
	cell func(*Row) string
}

// writeRows writes a line of column names and a line for each row, as RFC 4180 has them
// but for the mark between cells.
func writeRows[Row any](w io.Writer, comma rune, columns []column[Row], rows []Row) error {
	out := csv.NewWriter(w)
	out.Comma = comma
	record := make([]string, len(columns))
	for i, c := range columns {
		record[i] = c.name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for i := range rows {
		for j, c := range columns {
			record[j] = c.cell(&rows[i])
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// list returns the values of a cell. A mark between values inside one of them becomes a
// stroke of another form.
func list[T ~string](values []T) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = strings.ReplaceAll(string(v), "|", "¦")
	}
	return strings.Join(texts, separator)
}

// number returns a figure without zeros at its end.
func number(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

// actor returns who is meant: "Hua Chunying" where the ID follows from the name, else
// "unnamed source <actor:unnamed-source-the-inquirer>".
func actor(s *graph.Selection, id string) string {
	if id == "" {
		return ""
	}
	name := s.Name(id)
	if graph.ActorID(name) == id {
		return name
	}
	return name + " <" + id + ">"
}

// nameOf is the name alone, "" for nobody.
func nameOf(s *graph.Selection, id string) string {
	if id == "" {
		return ""
	}
	return s.Name(id)
}
