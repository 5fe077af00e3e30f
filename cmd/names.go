package cmd

import (
	"fmt"
	"strings"

	"counterclaim/graph"
)

// nobody stands where a source does not tell who.
const nobody = "unnamed"

// names returns the name to print of each actor, by ID.
func names(actors []graph.Actor) map[string]string {
	called := map[string]string{}
	for _, a := range actors {
		called[a.ID] = printable(a.Name())
	}
	return called
}

// mention says who is meant and, where they were found in a text, by which words
// and why these mean that actor.
func mention(m graph.Mention, called map[string]string) string {
	name := called[m.Actor]
	m.Words = printable(m.Words)
	switch {
	case m == (graph.Mention{}):
		return ""
	case m.Actor == "":
		name = nobody
	}
	switch {
	case m.Span.Empty() && m.Words == name, m.Words == "":
		return name
	case m.Span.Empty():
		return fmt.Sprintf("%s (“%s”)", name, m.Words)
	}
	return fmt.Sprintf("%s (“%s”: %s)", name, m.Words, m.Why)
}

// nameOf returns the name of the actor, "" where it is the same as another.
func nameOf(id, other string, called map[string]string) string {
	if id == other {
		return ""
	}
	return called[id]
}

// source returns the citation of a document.
func source(d graph.Document) string {
	parts := []string{}
	for _, s := range []string{d.Publisher, string(d.Published), d.Title} {
		if s != "" {
			parts = append(parts, printable(s))
		}
	}
	if len(parts) == 0 {
		parts = append(parts, printable(d.Name))
	}
	return fmt.Sprintf("%s (%s)", strings.Join(parts, ", "), d.ID)
}

// join lists words of any of our string types.
func join[T ~string](words []T) string {
	plain := make([]string, len(words))
	for i, w := range words {
		plain[i] = string(w)
	}
	return strings.Join(plain, ", ")
}
