package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Validate reports everything that is wrong with the statement, given the text
// of its document (empty where there is none).
func (s *Statement) Validate(text string) error {
	err := errors.Join(s.validateNames(), s.validateWords(text), s.validateManner(), s.validateAnswers())
	if err == nil {
		return nil
	}
	return fmt.Errorf("statement %s: %w", s.ID, err)
}

// faults collects what is wrong.
type faults []error

func (f *faults) add(format string, args ...any) { *f = append(*f, fmt.Errorf(format, args...)) }

// validateNames checks what the statement is called, is about and is taken for.
func (s *Statement) validateNames() error {
	var bad faults
	if err := checkName(s.ID, "st:"); err != nil {
		bad.add("%w", err)
	}
	for _, a := range s.About {
		if err := checkName(a, "concept:", "incident:"); err != nil {
			bad.add("about: %w", err)
		}
	}
	for _, m := range append([]Mention{s.Speaker, s.Target, s.Victim}, s.Via...) {
		if strings.Contains(m.Why, "|") {
			bad.add("%q: why %q; allowed is a reason without |", m.Words, m.Why)
		}
	}
	if len(s.Kinds) == 0 {
		bad.add("no kind; allowed are %s", kindNames())
	}
	for _, k := range s.Kinds {
		if !k.Known() {
			bad.add("kind %q; allowed are %s", k, kindNames())
		}
	}
	return errors.Join(bad...)
}

// validateWords checks the words and where they stand.
func (s *Statement) validateWords(text string) error {
	var bad faults
	if strings.TrimSpace(s.Text) == "" {
		bad.add("no text")
	}
	if text == "" && len(s.Content) > 0 {
		bad.add("content spans in a document without text")
	}
	if s.Mode != Curated && len(s.Content) == 0 {
		bad.add("no content")
	}
	if s.Mode != Curated && s.Cue.Empty() {
		bad.add("no cue")
	}
	end := 0
	for _, c := range s.Content {
		if err := c.Validate(text); err != nil {
			bad.add("content: %w", err)
		}
		if c.Start < end {
			bad.add("content spans overlap or are out of order at %d", c.Start)
		}
		end = c.End
	}
	for _, r := range s.Repeated {
		if err := r.Validate(text); err != nil {
			bad.add("repeated: %w", err)
		}
	}
	for _, span := range []Span{s.Cue, s.Speaker.Span, s.Target.Span, s.Victim.Span} {
		if err := span.Validate(text); span != (Span{}) && err != nil {
			bad.add("%w", err)
		}
	}
	return errors.Join(bad...)
}

// validateManner checks how and when it is said.
func (s *Statement) validateManner() error {
	var bad faults
	if !slices.Contains([]Mode{Direct, Indirect, Mixed, Curated}, s.Mode) {
		bad.add("mode %q; allowed are direct, indirect, mixed, curated", s.Mode)
	}
	if s.Certainty != Firm && s.Certainty != Hedged {
		bad.add("certainty %q; allowed are firm, hedged", s.Certainty)
	}
	if s.Polarity != Affirms && s.Polarity != Rejects {
		bad.add("polarity %q; allowed are affirms, rejects", s.Polarity)
	}
	if !(s.Confidence >= 0 && s.Confidence <= 1) {
		bad.add("confidence %v; allowed is 0 to 1", s.Confidence)
	}
	for i, a := range s.Amounts {
		if err := a.Validate(); err != nil {
			bad.add("%w", err)
		}
		if i > 0 && s.Amounts[i-1] >= a {
			bad.add("amounts %q; allowed are sorted ones, each once", s.Amounts)
		}
	}
	if err := s.Said.Validate(); err != nil {
		bad.add("said: %w", err)
	}
	return errors.Join(bad...)
}

func (s *Statement) validateAnswers() error {
	var bad faults
	for _, a := range s.Answers {
		if a.Claim == s.ID {
			bad.add("answers itself")
		}
		if !a.Relation.Known() {
			bad.add("relation %q; allowed are %s", a.Relation, relationNames())
		}
	}
	return errors.Join(bad...)
}
