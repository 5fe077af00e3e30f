package exports

import (
	"unicode/utf16"

	"counterclaim/graph"
)

// A place is where something stands in a document's text.
type place struct{ start, stop int }

// nowhere is the place of what has none, as a hand-coded statement of a citation.
var nowhere = place{-1, -1}

// whole returns the words from the beginning of a statement's content to its end, with
// what the source puts between, and false where they stand in no text.
func whole(s *graph.Statement, text string) (graph.Span, bool) {
	if len(s.Content) == 0 {
		return graph.Span{}, false
	}
	span := graph.Span{Start: s.Content[0].Start, End: s.Content[len(s.Content)-1].End}
	return span, span.Validate(text) == nil
}

// javaPlace counts the span as DNA counts: in the 16-bit units of Java's strings, of
// which a character beyond U+FFFF has two.
func javaPlace(text string, span graph.Span) place {
	start := javaLength(text[:span.Start])
	return place{start, start + javaLength(span.Of(text))}
}

func javaLength(s string) int {
	n := 0
	for _, r := range s {
		n += utf16.RuneLen(r)
	}
	return n
}
