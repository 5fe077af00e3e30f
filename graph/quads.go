package graph

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/cayleygraph/quad"
)

// ActorsLabel is the label of all facts about actors: they belong to no single
// document.
const ActorsLabel = quad.IRI("actors")

// quadder collects the quads of one label. Empty values make no quad.
type quadder struct {
	label quad.Value
	out   []quad.Quad
}

func (q *quadder) add(subject, predicate string, object quad.Value) {
	q.out = append(q.out, quad.Quad{Subject: quad.IRI(subject), Predicate: quad.IRI(predicate), Object: object, Label: q.label})
}

func (q *quadder) node(subject, predicate, object string) {
	if object != "" {
		q.add(subject, predicate, quad.IRI(object))
	}
}

func (q *quadder) text(subject, predicate, object string) {
	if object != "" {
		q.add(subject, predicate, quad.String(object))
	}
}

func (q *quadder) number(subject, predicate string, object float64) {
	q.add(subject, predicate, quad.Float(object))
}

// CodingQuads returns the quads that a document and its statements cause, all
// under the document's label, without actors and contrasts. No quad comes twice.
func CodingQuads(c *Coding) []quad.Quad {
	d := &c.Document
	q := &quadder{label: quad.IRI(d.ID)}
	q.node(d.ID, PType, "class:document")
	q.text(d.ID, PName, d.Name)
	q.text(d.ID, PTitle, d.Title)
	q.text(d.ID, PPublisher, d.Publisher)
	q.text(d.ID, PAuthor, d.Author)
	q.text(d.ID, PPublished, string(d.Published))
	q.text(d.ID, PURL, d.URL)
	q.text(d.ID, PText, d.Text)
	q.text(d.ID, PFormat, d.Format)
	if d.Complete {
		q.text(d.ID, PComplete, "the coder gave all answers")
	}
	for i := range c.Statements {
		q.statement(&c.Statements[i], d)
	}
	return q.out
}

func (q *quadder) statement(s *Statement, d *Document) {
	q.node(s.ID, PType, "class:statement")
	q.node(s.ID, PDocument, s.Document)
	for _, k := range s.Kinds {
		q.node(s.ID, PKind, "kind:"+string(k))
	}
	q.mention(s.ID, PSpeaker, s.Speaker)
	for i, v := range s.Via {
		q.node(s.ID, PVia, v.Actor)
		// Written in any case: it is what keeps the order of the reporters.
		q.wording(s.ID, PVia+strconv.Itoa(i), v)
	}
	q.node(s.ID, PSide, s.Side)
	q.mention(s.ID, PTarget, s.Target)
	q.node(s.ID, PTargetSide, s.TargetSide)
	q.mention(s.ID, PVictim, s.Victim)
	for _, a := range s.About {
		q.node(s.ID, PAbout, a)
	}
	for _, m := range s.Mentions {
		q.node(s.ID, PMentions, m)
	}
	for _, a := range s.Amounts {
		q.text(s.ID, PAmount, string(a))
	}
	for _, c := range s.Content {
		q.text(s.ID, PContent, spanText(c))
	}
	for _, r := range s.Repeated {
		q.text(s.ID, PRepeated, spanText(r))
	}
	if !s.Cue.Empty() {
		q.text(s.ID, PCue, spanText(s.Cue)+" "+s.Cue.Of(d.Text))
	}
	q.text(s.ID, PText, s.Text)
	q.text(s.ID, PMode, string(s.Mode))
	q.text(s.ID, PCertainty, string(s.Certainty))
	q.text(s.ID, PPolarity, string(s.Polarity))
	q.text(s.ID, PSaid, string(s.Said))
	if m := StatementMonth(s, d.Published); m != "" {
		q.node(s.ID, PMonth, "month:"+string(m))
	}
	q.number(s.ID, PConfidence, s.Confidence)
	q.text(s.ID, PRule, s.Rule)
	for _, a := range s.Answers {
		q.text(s.ID, PAnswers, string(a.Relation)+"|"+a.Claim+"|"+a.Note)
		q.text(s.ID, PTakesUp, a.Claim)
	}
}

// StatementMonth returns the month in which the statement was said or, where
// that is unknown, published; "" where neither is known to the month.
func StatementMonth(s *Statement, published Date) Date {
	if m := s.Said.Month(); m != "" {
		return m
	}
	return published.Month()
}

func (q *quadder) mention(subject, predicate string, m Mention) {
	q.node(subject, predicate, m.Actor)
	if m != (Mention{Actor: m.Actor}) {
		q.wording(subject, predicate, m)
	}
}

func (q *quadder) wording(subject, role string, m Mention) {
	q.text(subject, PWording, strings.Join([]string{role, spanText(m.Span), m.Actor, m.Why, m.Words}, "|"))
}

func spanText(s Span) string { return fmt.Sprintf("%d-%d", s.Start, s.End) }

// ActorQuads returns the quads of an actor's facts, under the label of actors.
func ActorQuads(a *Actor) []quad.Quad {
	q := &quadder{label: ActorsLabel}
	q.node(a.ID, PType, "class:actor")
	q.text(a.ID, PName, a.Name())
	for _, n := range a.Names[1:] {
		q.text(a.ID, PAlias, n)
	}
	q.text(a.ID, PClass, string(a.Class))
	direct := map[string]bool{}
	for _, f := range a.ActsFor {
		if !direct[f.Actor] {
			direct[f.Actor] = true
			q.node(a.ID, PActsFor, f.Actor)
		}
		id := hash("delegation:", 12, a.ID, f.Actor, f.As, string(f.From), string(f.To))
		q.node(id, PType, "class:delegation")
		q.node(id, PDelegate, a.ID)
		q.node(id, PResponsible, f.Actor)
		q.text(id, PRole, f.As)
		q.text(id, PFrom, string(f.From))
		q.text(id, PTo, string(f.To))
	}
	return q.out
}

// ContrastQuads returns the quads of a contrast under the label of the counter's
// document: the node with its reasons, and the one-hop edge.
func ContrastQuads(c *Contrast, counterDocument string) []quad.Quad {
	q := &quadder{label: quad.IRI(counterDocument)}
	id := c.ID()
	q.node(id, PType, "class:contrast")
	q.node(id, PCounter, c.Counter)
	q.node(id, PClaim, c.Claim)
	q.node(id, PRelation, "relation:"+string(c.Relation))
	q.text(id, PBasis, string(c.Basis))
	q.number(id, PScore, c.Score())
	q.text(id, PRule, c.Rule)
	for _, r := range c.Because {
		q.text(id, PBecause, r.String())
	}
	q.node(c.Counter, string(c.Relation), c.Claim)
	return q.out
}
