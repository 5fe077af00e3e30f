package queries

import (
	"fmt"
	"io"
	"strings"
)

// formats lists the ways to write a table. A row in this list is all that a
// further one needs.
var formats = []struct {
	name  string
	write func(w io.Writer, t Table, width int, color bool) error
}{
	{"table", writeTable},
	{"json", writeJSON},
	{"csv", writeCSV},
}

// Formats returns the names that Write knows, the one for people first.
func Formats() []string {
	names := make([]string, len(formats))
	for i, f := range formats {
		names[i] = f.name
	}
	return names
}

// Write writes the table in a format. width is that of the terminal in columns,
// 0 where lines may be as long as they like; it and color count for the format
// "table" only. Neither the terminal nor the environment is asked.
func Write(w io.Writer, t Table, format string, width int, color bool) error {
	for _, f := range formats {
		if f.name == format {
			return f.write(w, t, width, color)
		}
	}
	return fmt.Errorf("format %q; allowed are %s", format, strings.Join(Formats(), ", "))
}
