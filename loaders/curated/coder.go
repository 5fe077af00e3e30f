package curated

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
)

// A coder turns a file into a coding and looks its names up.
type coder struct {
	*tree
	book *actors.Book
	file file
	ids  []string               // of the book's actors that are named
	own  map[string]graph.Actor // actors that the book does not have
}

func (c *coder) coding() graph.Coding {
	coding := graph.Coding{Document: c.file.document}
	d := &coding.Document
	if d.ID == "" {
		d.ID = documentIDOf(*d)
	}
	for _, s := range c.file.statements {
		coding.Statements = append(coding.Statements, c.statement(s, d))
	}
	coding.Actors = append(c.book.Closure(c.ids...), slices.Collect(maps.Values(c.own))...)
	slices.SortFunc(coding.Actors, func(a, b graph.Actor) int { return strings.Compare(a.ID, b.ID) })
	return coding
}

// documentIDOf is graph.DocumentID, with the coder's name for the document where
// the citation is too short to tell it from others.
func documentIDOf(d graph.Document) string {
	d.Text = "hand-coded: " + d.Name
	return graph.DocumentID(d)
}

func (c *coder) statement(s statement, d *graph.Document) graph.Statement {
	when := s.said
	if when == "" {
		when = d.Published
	}
	out := graph.Statement{
		ID:         c.file.qualified(s.id.text),
		Document:   d.ID,
		Kinds:      s.kinds,
		Speaker:    c.mention(s.speaker),
		Target:     c.mention(s.target),
		Victim:     c.mention(s.victim),
		Via:        c.via(s.via),
		About:      c.about(s.about),
		Text:       s.text,
		Mode:       graph.Curated,
		Certainty:  s.certainty,
		Polarity:   s.polarity,
		Said:       s.said,
		Confidence: 1,
		Rule:       graph.CoderRule,
	}
	out.Side = c.side(out.Speaker, when)
	out.TargetSide = c.side(out.Target, when)
	for _, a := range s.answers {
		out.Answers = append(out.Answers, graph.Answer{Claim: c.file.qualified(a.statement.text), Relation: a.relation, Note: a.because})
	}
	return out
}

func (c *coder) via(names []value) []graph.Mention {
	var out []graph.Mention
	for _, v := range names {
		m := c.mention(v)
		if slices.ContainsFunc(out, func(o graph.Mention) bool { return o.Actor == m.Actor }) {
			c.bad(v.at, "via %q comes twice; allowed is once", v.text)
			continue
		}
		out = append(out, m)
	}
	return out
}

var topic = regexp.MustCompile(`^(concept|incident):[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$`)

// about returns concepts and incidents; a text without a prefix is a concept.
func (c *coder) about(texts []value) []string {
	var out []string
	for _, v := range texts {
		id := v.text
		if !strings.Contains(id, ":") {
			id = "concept:" + strings.TrimPrefix(graph.ActorID(id), "actor:")
		}
		if !topic.MatchString(id) {
			c.bad(v.at, "about %q; allowed is a text, or concept: or incident: and words joined by hyphens", v.text)
			continue
		}
		out = append(out, id)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func (c *coder) mention(v value) graph.Mention {
	if v.text == "" {
		return graph.Mention{}
	}
	return graph.Mention{Actor: c.actor(v), Words: v.text, Why: "coder"}
}

// actor returns the ID of the actor of that name, and notes the actor.
func (c *coder) actor(v value) string {
	name := strings.Join(strings.Fields(v.text), " ")
	id, _, found := c.book.Find(name)
	switch {
	case strings.HasPrefix(name, "actor:"):
		if _, ok := c.book.Actor(name); !ok {
			c.bad(v.at, "no actor %q; allowed are the ids of the actors' file, or a name", name)
		}
		id = name
	case unnamed(name):
		id = graph.ActorID(name + " " + c.file.name)
		c.own[id] = graph.Actor{ID: id, Names: []string{name}, Class: graph.Unnamed}
		return id
	case !strings.ContainsFunc(name, unicode.IsLetter):
		c.bad(v.at, "%q has no letter; allowed is a name", name)
		return ""
	case !found:
		return c.unknown(v, name)
	}
	c.ids = append(c.ids, id)
	return id
}

// unknown makes an actor of a name that the book does not have.
func (c *coder) unknown(v value, name string) string {
	var could []string
	for _, n := range c.book.Names() {
		if strings.EqualFold(n.Text, name) || strings.EqualFold("the "+n.Text, name) {
			could = append(could, n.Actor)
		}
	}
	if len(could) > 0 {
		c.bad(v.at, "%q does not say which actor; allowed is one of %s", name, strings.Join(slices.Compact(could), ", "))
		return ""
	}
	a := c.book.Derive(name)
	if _, ok := c.book.Actor(a.ID); ok { // the book's name but for a hyphen or a stop
		c.ids = append(c.ids, a.ID)
	} else {
		c.own[a.ID] = a
	}
	return a.ID
}

func unnamed(name string) bool {
	first, _, _ := strings.Cut(name, " ")
	return strings.EqualFold(first, "unnamed")
}

// side returns on whose side the actor is, and notes that country. Of a source
// without a name its description tells: "unnamed Veldanian official".
func (c *coder) side(m graph.Mention, when graph.Date) string {
	id := m.Actor
	if a, ok := c.own[id]; ok && a.Class == graph.Unnamed {
		id = c.described(strings.Fields(a.Name())[1:])
	}
	side := c.book.Side(id, when)
	if side != "" {
		c.ids = append(c.ids, side)
	}
	return side
}

// described returns the first actor of the book that the words name, by the
// longest name; names begin with a capital.
func (c *coder) described(words []string) string {
	for i, w := range words {
		if !unicode.IsUpper([]rune(w)[0]) {
			continue
		}
		for j := len(words); j > i; j-- {
			if id, _, ok := c.book.Find(strings.Join(words[i:j], " ")); ok {
				return id
			}
		}
	}
	return ""
}
