package notebook

import (
	"errors"
	"strings"

	"github.com/dop251/goja/parser"
)

// Completeness says whether a cell can be run, or is still being written.
type Completeness string

const (
	Whole      Completeness = "complete"
	Incomplete Completeness = "incomplete" // a bracket, a text or a template is open, or an operator waits for its value
	Invalid    Completeness = "invalid"    // more would not help
)

// IsComplete reads a code cell. Names are not looked up: a cell that is whole may fail all the
// same.
func IsComplete(source string) Completeness {
	if strings.HasPrefix(strings.TrimSpace(source), "%") {
		return completeLine(source)
	}
	_, err := parser.ParseFile(nil, "cell", source, 0, parser.WithDisableSourceMaps)
	if err == nil {
		return Whole
	}
	src := []rune(source)
	if endsOpen(err, src) {
		return Incomplete
	}
	return Invalid
}

// endsOpen reports whether what is wrong is only that the source ends.
func endsOpen(err error, src []rune) bool {
	var list parser.ErrorList
	if !errors.As(err, &list) || len(list) == 0 {
		return false
	}
	first := list[0]
	if strings.Contains(first.Message, "end of input") {
		return true
	}
	all := tokens(src)
	if len(all) == 0 || !all[len(all)-1].open {
		return false
	}
	// The parser says where the text begins that has no end.
	at := all[len(all)-1].start
	line := 1 + strings.Count(string(src[:at]), "\n")
	return first.Position.Line > line || first.Position.Line == line && first.Position.Column >= column(src, at)
}

// column returns the column of a place, counted from 1 in bytes, as the parser does.
func column(src []rune, at int) int {
	before := string(src[:at])
	return len(before) - strings.LastIndexByte(before, '\n')
}

func completeLine(source string) Completeness {
	_, err := ParseCommand(source)
	switch {
	case err == nil:
		return Whole
	case errors.Is(err, errOpenQuote):
		return Incomplete
	}
	return Invalid
}
