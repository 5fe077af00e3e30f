package loadertest

import (
	"fmt"
	"strconv"
	"strings"

	"counterclaim/graph"
)

// Line writes one statement of the coding on one line, fields apart by two spaces:
//
//	denial+victimhood  speaker="Ana Reyes"("she")  side=norreland  mode=direct  cue="said"  content="We did not"|"fire."
//
// Actors are printed by name, with the source's words behind where those differ;
// sides by the readable part of their ID. What is empty, firm certainty and the
// polarity that goes without saying (denials and refusals reject) are left out.
// Instead of content spans, a hand-coded statement has its text.
func Line(c *graph.Coding, s *graph.Statement) string {
	l := line{coding: c}
	kinds := make([]string, len(s.Kinds))
	for i, k := range s.Kinds {
		kinds[i] = string(k)
	}
	l.parts = append(l.parts, strings.Join(kinds, "+"))
	l.mentions("speaker", s.Speaker)
	l.plain("side", strings.TrimPrefix(s.Side, "actor:"))
	l.mentions("via", s.Via...)
	l.mentions("target", s.Target)
	l.plain("target-side", strings.TrimPrefix(s.TargetSide, "actor:"))
	l.mentions("victim", s.Victim)
	l.plain("about", strings.Join(s.About, ","))
	l.plain("mentions", strings.ReplaceAll(strings.Join(s.Mentions, ","), "actor:", ""))
	for _, a := range s.Amounts {
		l.plain("amount", strconv.Quote(string(a)))
	}
	l.plain("said", string(s.Said))
	l.plain("mode", string(s.Mode))
	if s.Certainty != graph.Firm {
		l.plain("certainty", string(s.Certainty))
	}
	if rejects := s.Has(graph.Denial) || s.Has(graph.Refusal); rejects != (s.Polarity == graph.Rejects) {
		l.plain("polarity", string(s.Polarity))
	}
	if !s.Cue.Empty() {
		l.plain("cue", strconv.Quote(s.Cue.Of(c.Document.Text)))
	}
	for _, a := range s.Answers {
		l.plain(string(a.Relation), a.Claim)
	}
	l.words(s)
	return strings.Join(l.parts, "  ")
}

// DocumentLine writes what is known of the coding's document on one line, in the
// form of Line.
func DocumentLine(c *graph.Coding) string {
	var l line
	d := &c.Document
	for _, f := range [][2]string{{"name", d.Name}, {"title", d.Title}, {"publisher", d.Publisher}, {"author", d.Author}, {"url", d.URL}} {
		if f[1] != "" {
			l.plain(f[0], strconv.Quote(f[1]))
		}
	}
	l.plain("published", string(d.Published))
	if d.Complete {
		l.parts = append(l.parts, "complete")
	}
	return strings.Join(l.parts, "  ")
}

type line struct {
	coding *graph.Coding
	parts  []string
}

func (l *line) plain(field, value string) {
	if value != "" {
		l.parts = append(l.parts, field+"="+value)
	}
}

func (l *line) mentions(field string, mentions ...graph.Mention) {
	var out []string
	for _, m := range mentions {
		name := l.name(m.Actor)
		switch {
		case m == (graph.Mention{}):
		case name == m.Words:
			out = append(out, strconv.Quote(name))
		default:
			out = append(out, fmt.Sprintf("%q(%q)", name, m.Words))
		}
	}
	l.plain(field, strings.Join(out, "|"))
}

// name returns the actor's name, or the ID where the coding does not have it.
func (l *line) name(id string) string {
	for i := range l.coding.Actors {
		if l.coding.Actors[i].ID == id {
			return l.coding.Actors[i].Name()
		}
	}
	return id
}

func (l *line) words(s *graph.Statement) {
	var runs []string
	for _, span := range s.Content {
		runs = append(runs, strconv.Quote(span.Of(l.coding.Document.Text)))
	}
	if len(runs) == 0 {
		l.plain("text", strconv.Quote(s.Text))
	}
	l.plain("content", strings.Join(runs, "|"))
	if len(s.Repeated) > 0 {
		l.plain("repeated", strconv.Itoa(len(s.Repeated)))
	}
}
