package jsonl

import (
	"fmt"

	"counterclaim/graph"
)

// coding returns what the line says.
func (d *document) coding() (graph.Coding, error) {
	out := graph.Coding{Document: graph.Document{
		ID: d.ID, Name: d.Name, Title: d.Title, Publisher: d.Publisher, Author: d.Author, Published: d.Published,
		URL: d.URL, Text: d.Text, Format: d.Format, Complete: d.Complete,
	}}
	in := &decoder{ruler: newRuler(d.Text)}
	for i := range d.Statements {
		s := in.statement(&d.Statements[i])
		s.Document = d.ID
		out.Statements = append(out.Statements, s)
	}
	for _, a := range d.Actors {
		actor := graph.Actor{ID: a.ID, Names: filled(a.Names), Class: a.Class}
		for _, f := range a.ActsFor {
			actor.ActsFor = append(actor.ActsFor, graph.ActsFor(f))
		}
		out.Actors = append(out.Actors, actor)
	}
	if in.err != nil {
		return graph.Coding{}, in.err
	}
	return out, nil
}

// A decoder reads the statements of one line.
type decoder struct {
	ruler *ruler
	err   error // the first
}

func (in *decoder) statement(s *statement) graph.Statement {
	out := graph.Statement{
		ID: s.ID, Kinds: filled(s.Kinds), Side: s.SideID, TargetSide: s.TargetSideID,
		Speaker: in.mention(s, s.Wording.Speaker), Target: in.mention(s, s.Wording.Target), Victim: in.mention(s, s.Wording.Victim),
		About: filled(s.About), Mentions: filled(s.Mentions), Amounts: filled(s.Amounts),
		Content: in.spans(s, s.Content), Repeated: in.spans(s, s.Repeated), Text: s.Text,
		Mode: s.Mode, Certainty: s.Certainty, Polarity: s.Polarity, Said: s.Said, Confidence: s.Confidence, Rule: s.Rule,
	}
	for _, v := range s.Wording.Via {
		out.Via = append(out.Via, in.mention(s, v))
	}
	if s.Cue != nil {
		out.Cue = in.span(s, *s.Cue)
	}
	for _, a := range s.Answers {
		out.Answers = append(out.Answers, graph.Answer{Claim: a.Statement, Relation: a.Relation, Note: a.Note})
	}
	return out
}

func (in *decoder) mention(s *statement, m mention) graph.Mention {
	return graph.Mention{Actor: m.Actor, Words: m.Words, Span: in.span(s, span{m.Start, m.End}), Why: m.Why}
}

func (in *decoder) spans(s *statement, spans []span) []graph.Span {
	var out []graph.Span
	for _, at := range spans {
		out = append(out, in.span(s, at))
	}
	return out
}

func (in *decoder) span(s *statement, at span) graph.Span {
	start, ok := in.ruler.byte(at.Start)
	end, ok2 := in.ruler.byte(at.End)
	if in.err == nil && !(ok && ok2 && start <= end) {
		in.err = fmt.Errorf("statement %s: start %d, end %d; allowed are 0 to %d, the number of code points of the text, the start first", s.ID, at.Start, at.End, in.ruler.size)
	}
	return graph.Span{Start: start, End: end}
}

// filled returns the list, nil where it is empty.
func filled[T any](list []T) []T {
	if len(list) == 0 {
		return nil
	}
	return list
}
