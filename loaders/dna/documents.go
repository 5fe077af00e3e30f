package dna

import (
	"cmp"
	"regexp"
	"strings"
	"time"

	"counterclaim/graph"
)

// A source is a document with its rows.
type source struct {
	graph.Document
	rows []row
}

var documentIDForm = regexp.MustCompile(`^doc:[0-9a-f]{12}$`)

// sources returns the documents of the list in the order of their first rows.
func (c *coder) sources() []*source {
	var out []*source
	byKey := map[string]*source{}
	for _, r := range c.rows {
		key := cmp.Or(c.cell(r, document), c.cell(r, documentID), c.cell(r, documentTitle))
		if key == "" {
			c.bad(c.at(r, documentID), "a statement without document; %s or %s is required", documentID, documentTitle)
			continue
		}
		s := byKey[key]
		if s == nil {
			s = &source{Document: c.citation(r, key)}
			byKey[key], out = s, append(out, s)
		}
		if title := c.cell(r, documentTitle); title != s.Title {
			c.bad(c.at(r, documentTitle), "document %s has the title %q in line %d and %q here; allowed is one", key, s.Title, s.rows[0].at[0].line, title)
		}
		s.rows = append(s.rows, r)
	}
	for _, s := range out {
		c.date(s)
		if s.ID == "" {
			s.ID = documentIDOf(s.Document)
		}
	}
	return c.merged(out)
}

// citation reads what the row says of its document, all but the date.
func (c *coder) citation(r row, key string) graph.Document {
	d := graph.Document{
		ID:        c.cell(r, document),
		Name:      cmp.Or(c.cell(r, documentName), c.name+"-"+key),
		Title:     c.cell(r, documentTitle),
		Author:    c.cell(r, documentAuthor),
		Publisher: c.cell(r, documentSource),
		URL:       c.cell(r, documentURL),
		Format:    graph.EventList,
		Complete:  c.has(answers),
	}
	if d.ID != "" && !documentIDForm.MatchString(d.ID) {
		c.bad(c.at(r, document), "document %q; allowed is doc: and 12 hexadecimal digits, or nothing", d.ID)
	}
	return d
}

// documentIDOf is graph.DocumentID, with the name that the document has here where the
// citation is too short to tell it from others.
func documentIDOf(d graph.Document) string {
	d.Text = "event list: " + d.Name
	return graph.DocumentID(d)
}

// merged joins documents that turn out to be one, as where a list has one twice under
// two numbers.
func (c *coder) merged(all []*source) []*source {
	var out []*source
	byID := map[string]*source{}
	for _, s := range all {
		if first := byID[s.ID]; first != nil {
			first.rows = append(first.rows, s.rows...)
			continue
		}
		byID[s.ID], out = s, append(out, s)
	}
	return out
}

// date reads when the document appeared: in its own column or, in DNA's lists, where all
// its statements have one time.
func (c *coder) date(s *source) {
	first := s.rows[0]
	if c.has(published) {
		s.Published = c.day(first, published)
		return
	}
	day := c.day(first, timeOf)
	for _, r := range s.rows[1:] {
		if c.cell(r, timeOf) != c.cell(first, timeOf) {
			return
		}
	}
	s.Published = day
}

// saidOn returns when the statement was said, as far as the list tells: by its own
// column, or by a time that is not that of the whole document.
func (c *coder) saidOn(r row, d *graph.Document) graph.Date {
	if c.has(said) {
		return c.day(r, said)
	}
	if day := c.day(r, timeOf); day != d.Published {
		return day
	}
	return ""
}

// timeForms are what a time may look like beside a graph.Date.
var timeForms = []string{time.DateTime, "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05", "2006-01-02 15:04"}

// day returns the day of a date or a time, "" for an empty cell.
func (c *coder) day(r row, column string) graph.Date {
	value := c.cell(r, column)
	if value == "" {
		return ""
	}
	if d := graph.Date(value); d.Validate() == nil {
		return d
	}
	for _, form := range timeForms {
		if t, err := time.Parse(form, value); err == nil {
			return graph.Date(t.Format(time.DateOnly))
		}
	}
	c.bad(c.at(r, column), "%s %q; allowed are 2013-03-12 00:00:00, a day like 2013-03-12, a month like 2013-03 or a year like 2013", column, value)
	return ""
}

// slug returns the text in lower case with hyphens, as IDs have it.
func slug(text string) string { return strings.TrimPrefix(graph.ActorID(text), "actor:") }
