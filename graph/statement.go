package graph

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A Mention is how a source names an actor, kept apart from the actor that it is
// taken to mean, so that a wrong conclusion can be corrected without losing what
// was read. The zero Mention names nobody.
type Mention struct {
	Actor string // the actor's ID, "" where the words name nobody we can tell
	Words string // as the source has it: "she", "the ministry spokesman"
	Span  Span   // where; empty where the text does not have the words
	Why   string // why the words mean that actor: "full name", "surname", "pronoun: last speaker"
}

// Mode says how the words of a statement are reported.
type Mode string

const (
	Direct   Mode = "direct"   // inside quotation marks
	Indirect Mode = "indirect" // paraphrased
	Mixed    Mode = "mixed"    // both
	Curated  Mode = "curated"  // in a coder's words
)

// CoderRule is the Rule of a statement that a person found. Where a hand-coded list names
// another rule, what it lists was found by that rule, and only the list is by hand.
const CoderRule = "coder"

// Certainty says how firmly a statement is put.
type Certainty string

const (
	Firm   Certainty = "firm"
	Hedged Certainty = "hedged" // may, might, reportedly, is believed to
)

// Polarity says whether a statement affirms or rejects what it is about; it is
// the agreement that discourse network analysis counts by.
type Polarity string

const (
	Affirms Polarity = "affirms"
	Rejects Polarity = "rejects"
)

// An Answer is a coder's word that a statement answers another one.
type Answer struct {
	Claim    string // the statement's ID; it may be of a document that is not loaded yet
	Relation Relation
	Note     string // the coder's reason; may be empty
}

// A Statement is one thing that one source says, in one place of one document.
type Statement struct {
	ID         string // "st:..."; see StatementID
	Document   string // the document's ID
	Kinds      []Kind // at least one, in the order of the table
	Speaker    Mention
	Via        []Mention // who reports the speaker's words, nearest to the speaker first
	Side       string    // the actor on whose side the speaker is at the time: a country, an organisation, or the speaker alone
	Target     Mention   // whom the statement is directed at
	TargetSide string
	Victim     Mention
	About      []string // concepts and incidents: "concept:cyber-attack", "incident:apt1-report"; sorted
	Mentions   []string // further actors named in the content; sorted
	Amounts    []Amount // values that it gives; sorted, each once
	Content    []Span   // where the words are, in order, not overlapping; more than one where interrupted
	Repeated   []Span   // where the document has the same words again, as in a pull quote; in order
	Cue        Span     // the words that mark it as said: "denied", "according to"
	Text       string   // the words of the content, without the "that" that leads into them; hand-coded: the coder's words
	Mode       Mode
	Certainty  Certainty
	Polarity   Polarity
	Said       Date    // when it was said, as far as the source tells
	Confidence float64 // 0 to 1: how many of such statements are right, in words and speaker; 1 for hand-coded ones
	Rule       string  // the rule that found it; CoderRule for hand-coded ones
	Answers    []Answer
}

// StatementID returns the identity of a statement found in text: a hash of the
// document's ID and the content's spans, not of what was concluded about them. A
// better speaker or kind keeps the ID.
func StatementID(document string, content []Span) string {
	runs := append(make([]byte, 0, 64), '[') // "[{0 10} {12 20}]"
	for i, c := range content {
		if i > 0 {
			runs = append(runs, ' ')
		}
		runs = append(strconv.AppendInt(append(runs, '{'), int64(c.Start), 10), ' ')
		runs = append(strconv.AppendInt(runs, int64(c.End), 10), '}')
	}
	return hash("st:", 16, document, string(append(runs, ']')))
}

// Reported returns the statement's words as the source has them, given the text
// of its document.
func (s *Statement) Reported(text string) string {
	if s.Cue.Validate(text) != nil {
		return Reported(s.Mode, "", s.Text)
	}
	return Reported(s.Mode, s.Cue.Of(text), s.Text)
}

// Reported returns a statement's words as the source has them: verbatim ones in
// quotation marks, paraphrased ones behind the cue that reports them, as in
// "denied: the state was behind it". Without the cue a denial could be read as
// what it denies.
func Reported(mode Mode, cue, text string) string {
	switch {
	case mode == Direct:
		return "“" + text + "”"
	case mode == Curated || cue == "":
		return text
	}
	return cue + ": " + text
}

// Has reports whether the statement is of the kind.
func (s *Statement) Has(k Kind) bool { return slices.Contains(s.Kinds, k) }

func kindNames() string {
	names := make([]string, len(Kinds))
	for i, r := range Kinds {
		names[i] = string(r.Kind)
	}
	return strings.Join(names, ", ")
}

// Placed is a statement with the document that it stands in, without its Text.
type Placed struct {
	Statement Statement
	Document  Document
}

// A Coding is one document with its statements and the actors that they name,
// as one loader or one person coded it.
type Coding struct {
	Document   Document
	Statements []Statement
	Actors     []Actor // every actor that a statement names, and those they act for
}

// Validate reports everything that is wrong with the coding: its document, its
// statements, its actors, and references from one to another that lead nowhere.
func (c *Coding) Validate() error {
	errs := []error{c.Document.Validate()}
	actors := map[string]bool{}
	for i := range c.Actors {
		errs = append(errs, c.Actors[i].Validate())
		actors[c.Actors[i].ID] = true
	}
	seen := map[string]bool{}
	for i := range c.Statements {
		s := &c.Statements[i]
		errs = append(errs, s.Validate(c.Document.Text))
		if s.Document != c.Document.ID {
			errs = append(errs, fmt.Errorf("statement %s: of document %s in the coding of %s", s.ID, s.Document, c.Document.ID))
		}
		if seen[s.ID] {
			errs = append(errs, fmt.Errorf("statement %s: comes twice", s.ID))
		}
		seen[s.ID] = true
		for _, id := range s.ActorIDs() {
			if !actors[id] {
				errs = append(errs, fmt.Errorf("statement %s: names %s, which is not among the coding's actors", s.ID, id))
			}
		}
	}
	for _, a := range c.Actors {
		for _, f := range a.ActsFor {
			if !actors[f.Actor] {
				errs = append(errs, fmt.Errorf("actor %s: acts for %s, which is not among the coding's actors", a.ID, f.Actor))
			}
		}
	}
	return errors.Join(errs...)
}

// ActorIDs returns the actors that the statement refers to, each once, sorted.
func (s *Statement) ActorIDs() []string {
	ids := s.AppendActorIDs(nil)
	slices.Sort(ids)
	return slices.Compact(ids)
}

// AppendActorIDs appends the actors that the statement refers to, in no order and
// as often as it does.
func (s *Statement) AppendActorIDs(ids []string) []string {
	first := len(ids)
	ids = append(append(ids, s.Speaker.Actor, s.Side, s.Target.Actor, s.TargetSide, s.Victim.Actor), s.Mentions...)
	for _, v := range s.Via {
		ids = append(ids, v.Actor)
	}
	own := slices.DeleteFunc(ids[first:], func(id string) bool { return id == "" })
	return ids[:first+len(own)]
}
