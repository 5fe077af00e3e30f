package jsonl

import (
	"fmt"

	"counterclaim/graph"
)

// An encoder makes the line of one coding.
type encoder struct {
	names map[string]string // of actors
	ruler *ruler
	err   error // the first
}

func (e *encoder) document(c *graph.Coding) document {
	d, version := &c.Document, Version
	out := document{
		Name: d.Name, Title: d.Title, Publisher: d.Publisher, Published: d.Published, Version: &version, ID: d.ID, Author: d.Author,
		URL: d.URL, Format: d.Format, Complete: d.Complete, Text: d.Text,
		Statements: make([]statement, len(c.Statements)), Actors: make([]actor, len(c.Actors)),
	}
	for i := range c.Statements {
		out.Statements[i] = e.statement(&c.Statements[i])
	}
	for i, a := range c.Actors {
		out.Actors[i] = actor{ID: a.ID, Names: a.Names, Class: a.Class}
		for _, f := range a.ActsFor {
			out.Actors[i].ActsFor = append(out.Actors[i].ActsFor, actsFor(f))
		}
	}
	return out
}

func (e *encoder) statement(s *graph.Statement) statement {
	out := statement{
		ID: s.ID, Kinds: s.Kinds, Speaker: e.names[s.Speaker.Actor], Side: e.names[s.Side],
		Target: e.names[s.Target.Actor], TargetSide: e.names[s.TargetSide], Victim: e.names[s.Victim.Actor],
		Said: s.Said, Mode: s.Mode, Certainty: s.Certainty, Polarity: s.Polarity, Confidence: s.Confidence,
		Rule: s.Rule, Text: s.Text, Amounts: s.Amounts, Content: e.spans(s, s.Content), Repeated: e.spans(s, s.Repeated),
		Wording: wording{Speaker: e.mention(s, s.Speaker), Target: e.mention(s, s.Target), Victim: e.mention(s, s.Victim)},
		SideID:  s.Side, TargetSideID: s.TargetSide, About: s.About, Mentions: s.Mentions,
	}
	for _, v := range s.Via {
		out.Via = append(out.Via, e.names[v.Actor])
		out.Wording.Via = append(out.Wording.Via, e.mention(s, v))
	}
	if !s.Speaker.Span.Empty() {
		out.Source = &words{e.span(s, s.Speaker.Span), s.Speaker.Words}
	}
	if !s.Cue.Empty() {
		cue := e.span(s, s.Cue)
		out.Cue = &cue
	}
	for _, a := range s.Answers {
		out.Answers = append(out.Answers, answer{a.Claim, a.Relation, a.Note})
	}
	return out
}

func (e *encoder) mention(s *graph.Statement, m graph.Mention) mention {
	at := e.span(s, m.Span)
	return mention{Actor: m.Actor, Words: m.Words, Start: at.Start, End: at.End, Why: m.Why}
}

func (e *encoder) spans(s *graph.Statement, spans []graph.Span) []span {
	out := make([]span, len(spans))
	for i := range spans {
		out[i] = e.span(s, spans[i])
	}
	return out
}

func (e *encoder) span(s *graph.Statement, at graph.Span) span {
	start, ok := e.ruler.point(at.Start)
	end, ok2 := e.ruler.point(at.End)
	if e.err == nil && !(ok && ok2) {
		e.err = fmt.Errorf("statement %s: %w", s.ID, at.Validate(e.ruler.text))
	}
	return span{start, end}
}
