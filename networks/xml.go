package networks

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A printer writes XML. It keeps the first error of writing.
type printer struct {
	*bufio.Writer
}

func newPrinter(w io.Writer) printer {
	p := printer{bufio.NewWriter(w)}
	p.line(0, `<?xml version="1.0" encoding="UTF-8"?>`)
	return p
}

// line writes a line; Flush returns the error.
func (p printer) line(indent int, format string, values ...any) {
	_, _ = p.WriteString(strings.Repeat("  ", indent))
	_, _ = fmt.Fprintf(p, format, values...)
	_ = p.WriteByte('\n')
}

var escapes = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;")

// escaped returns the text as an attribute or the content of an element has it, without
// the characters that XML 1.0 has no way to write.
func escaped(s string) string {
	return escapes.Replace(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' && r != '\r' || r == utf8.RuneError || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s))
}

// plain returns the value of a column as files have it, and whether there is one.
func plain(v any) (string, bool) {
	switch v := v.(type) {
	case int:
		return strconv.Itoa(v), true
	case float64:
		return strconv.FormatFloat(v, 'g', -1, 64), true
	case string:
		return escaped(v), v != ""
	}
	return "", false
}
