package exports

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"counterclaim/graph"
)

// An event is a statement as Discourse Network Analyzer (Leifeld 2017) keeps it: who
// agrees or disagrees with a concept, when, and in which words of which document.
type event struct {
	*graph.Position
	content      *Content
	answered     []graph.Contrast // what it answers
	labels       map[string]string
	id, document int    // from 1, the same in the event list and in the .dna file
	person       string // an actor's ID, as is organization; "" for nobody
	organization string
	words        string // of the document from start to stop, or of the coder
	place        place
}

// events numbers the statements in the order of the selection, and their documents by
// the day on which they appeared.
func events(c *Content) []event {
	numbers := map[string]int{}
	for i, d := range documents(c) {
		numbers[d.ID] = i + 1
	}
	answered, _ := c.ends()
	called := labels(&c.Selection)
	out := make([]event, len(c.Positions))
	for i := range c.Positions {
		p := &c.Positions[i]
		e := event{Position: p, content: c, answered: answered[p.Statement.ID], labels: called, id: i + 1, document: numbers[p.Document.ID], words: p.Statement.Text, place: nowhere}
		e.person, e.organization = personAndOrganization(&c.Selection, &p.Statement)
		text := c.Texts[p.Document.ID]
		if span, ok := whole(&p.Statement, text); ok {
			e.words, e.place = span.Of(text), javaPlace(text, span)
		}
		out[i] = e
	}
	return out
}

// documents returns the documents of the selection, by date, then by ID.
func documents(c *Content) []graph.Document {
	found := map[string]graph.Document{}
	for i := range c.Positions {
		found[c.Positions[i].Document.ID] = c.Positions[i].Document
	}
	out := make([]graph.Document, 0, len(found))
	for _, d := range found {
		out = append(out, d)
	}
	slices.SortFunc(out, func(a, b graph.Document) int {
		return cmp.Or(cmp.Compare(a.Published, b.Published), cmp.Compare(a.ID, b.ID))
	})
	return out
}

// personAndOrganization returns the IDs of the speaker as DNA names it: a person, on behalf of the
// organisation or country on whose side they are, or an organisation by itself.
func personAndOrganization(s *graph.Selection, statement *graph.Statement) (person, organization string) {
	speaker, side := statement.Speaker.Actor, statement.Side
	switch class := s.Actors[speaker].Class; {
	case speaker == "":
		return "", side
	case class != graph.Person && class != graph.Unnamed:
		return "", speaker
	case side == speaker:
		return speaker, ""
	}
	return speaker, side
}

// label returns the name of an actor or concept, by which it is told from all others.
func (e *event) label(id string) string { return e.labels[id] }

// time returns the first moment of the day on which it was said or else published, ""
// where neither is known.
func (e *event) time() string {
	first, _ := e.When().Days()
	if first.IsZero() {
		return ""
	}
	return first.Format(time.DateTime)
}

// Who codes: a person, or a rule of this program.
const (
	handCoder = "coder"
	ruleCoder = "counterclaim"
)

func (e *event) coder() string {
	if e.Statement.Rule == graph.CoderRule {
		return handCoder
	}
	return ruleCoder
}

// eventColumns are first those of DNA's event lists, in their order, and behind them what
// DNA has no column for. DNA writes a column for each variable of its statements, so that
// what reads its lists takes further ones; loaders/dna reads these.
var eventColumns = append([]column[event]{
	{"statement_id", func(e *event) string { return strconv.Itoa(e.id) }},
	{"time", (*event).time},
	{"person", func(e *event) string { return e.label(e.person) }},
	{"organization", func(e *event) string { return e.label(e.organization) }},
	{"concept", func(e *event) string { return e.label(e.Concept.ID) }},
	{"agreement", func(e *event) string { return strconv.Itoa(agreement(e.Position)) }},
	{"start_position", func(e *event) string { return e.position(e.place.start) }},
	{"stop_position", func(e *event) string { return e.position(e.place.stop) }},
	{"text", func(e *event) string { return e.words }},
	{"coder", (*event).coder},
	{"document_id", func(e *event) string { return strconv.Itoa(e.document) }},
	{"document_title", func(e *event) string { return e.Document.Title }},
	{"document_author", func(e *event) string { return e.Document.Author }},
	{"document_source", func(e *event) string { return e.Document.Publisher }},
	{"document_section", func(e *event) string { return "" }},
	{"document_type", func(e *event) string { return e.Document.Format }},
}, ownColumns...)

var ownColumns = []column[event]{
	{"id", func(e *event) string { return e.Statement.ID }},
	{"kinds", func(e *event) string { return list(e.Statement.Kinds) }},
	{"speaker", func(e *event) string { return e.actor(e.Statement.Speaker.Actor) }},
	{"side", func(e *event) string { return e.actor(e.Statement.Side) }},
	{"via", (*event).via},
	{"target", func(e *event) string { return e.actor(e.Statement.Target.Actor) }},
	{"target_side", func(e *event) string { return e.actor(e.Statement.TargetSide) }},
	{"victim", func(e *event) string { return e.actor(e.Statement.Victim.Actor) }},
	{"about", func(e *event) string { return list(e.Statement.About) }},
	{"said", func(e *event) string { return string(e.Statement.Said) }},
	{"published", func(e *event) string { return string(e.Document.Published) }},
	{"rule", func(e *event) string { return e.Statement.Rule }},
	{"confidence", func(e *event) string { return number(e.Statement.Confidence) }},
	{"certainty", func(e *event) string { return string(e.Statement.Certainty) }},
	{"words", (*event).ownWords},
	{"answers", (*event).answers},
	{"document", func(e *event) string { return e.Document.ID }},
	{"document_name", func(e *event) string { return e.Document.Name }},
	{"document_url", func(e *event) string { return e.Document.URL }},
}

// writeEvents writes DNA's event list, with its semicolons.
func writeEvents(w io.Writer, c *Content) error {
	return writeRows(w, ';', eventColumns, events(c))
}

func agreement(p *graph.Position) int {
	if p.Agrees() {
		return 1
	}
	return 0
}

func (e *event) position(n int) string {
	if e.place == nowhere {
		return ""
	}
	return strconv.Itoa(n)
}

func (e *event) actor(id string) string { return actor(&e.content.Selection, id) }

func (e *event) via() string {
	var out []string
	for _, m := range e.Statement.Via {
		if m.Actor != "" {
			out = append(out, e.actor(m.Actor))
		}
	}
	return list(out)
}

// ownWords returns the statement's words where they are not those from start to stop.
func (e *event) ownWords() string {
	if e.Statement.Text == e.words {
		return ""
	}
	return e.Statement.Text
}

// answers returns what the statement answers: "denies st:...: reason", several in the
// order of relation and claim.
func (e *event) answers() string {
	var out []string
	for _, c := range e.answered {
		answer := string(c.Relation) + " " + c.Claim
		if note := noteOf(&c); note != "" {
			answer += ": " + note
		}
		out = append(out, answer)
	}
	return list(out)
}

// noteOf returns the reasons of a contrast as a coder would give them.
func noteOf(c *graph.Contrast) string {
	says := make([]string, len(c.Because))
	for i, r := range c.Because {
		says[i] = strings.TrimSpace(r.Says)
	}
	return strings.Join(says, "; ")
}
