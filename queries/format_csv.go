package queries

import (
	"encoding/csv"
	"io"
)

// writeCSV writes RFC 4180 with a line of column names; an absent value is empty.
func writeCSV(w io.Writer, t Table, _ int, _ bool) error {
	out := csv.NewWriter(w)
	record := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		record[i] = c.Name
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for _, row := range t.Rows {
		for i, v := range row {
			record[i] = text(v)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}
