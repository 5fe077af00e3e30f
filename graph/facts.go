package graph

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// facts are the quads of one subject: objects by predicate.
type facts map[string][]quad.Value

// facts returns what the store has on a node, nothing where it is absent.
func (w *walker) facts(node string) (facts, error) {
	quads, err := w.quads(quad.Subject, quad.IRI(node))
	f := facts{}
	for _, q := range quads {
		p := nodeName(q.Predicate)
		f[p] = append(f[p], q.Object)
	}
	return f, err
}

// all returns the objects of a predicate as strings, sorted.
func (f facts) all(predicate string) []string {
	var out []string
	for _, v := range f[predicate] {
		switch v := v.(type) {
		case quad.IRI:
			out = append(out, string(v))
		case quad.String:
			out = append(out, string(v))
		}
	}
	slices.Sort(out)
	return out
}

// one returns the object of a predicate that has at most one, "" where none.
func (f facts) one(predicate string) string {
	if all := f.all(predicate); len(all) > 0 {
		return all[0]
	}
	return ""
}

func (f facts) number(predicate string) float64 {
	for _, v := range f[predicate] {
		if n, ok := v.(quad.Float); ok {
			return float64(n)
		}
	}
	return 0
}

func (f facts) is(class string) bool { return f.one(PType) == "class:"+class }

// document returns the document, without its text unless that is wanted.
func (f facts) document(id string, text bool) Document {
	d := Document{
		ID: id, Name: f.one(PName), Title: f.one(PTitle), Publisher: f.one(PPublisher), Author: f.one(PAuthor),
		Published: Date(f.one(PPublished)), URL: f.one(PURL), Format: f.one(PFormat), Complete: f.one(PComplete) != "",
	}
	if text {
		d.Text = f.one(PText)
	}
	return d
}

func (f facts) statement(id string) (Statement, error) {
	s := Statement{
		ID: id, Document: f.one(PDocument), Side: f.one(PSide), TargetSide: f.one(PTargetSide),
		Speaker: Mention{Actor: f.one(PSpeaker)}, Target: Mention{Actor: f.one(PTarget)}, Victim: Mention{Actor: f.one(PVictim)},
		About: f.all(PAbout), Mentions: f.all(PMentions), Text: f.one(PText), Mode: Mode(f.one(PMode)),
		Certainty: Certainty(f.one(PCertainty)), Polarity: Polarity(f.one(PPolarity)), Said: Date(f.one(PSaid)),
		Confidence: f.number(PConfidence), Rule: f.one(PRule),
	}
	for _, k := range f.all(PKind) {
		s.Kinds = append(s.Kinds, Kind(strings.TrimPrefix(k, "kind:")))
	}
	s.Kinds = SortKinds(s.Kinds)
	for _, a := range f.all(PAnswers) {
		parts := strings.SplitN(a, "|", 3)
		if len(parts) != 3 {
			return s, fmt.Errorf("statement %s: answers %q; allowed is relation|statement|note", id, a)
		}
		s.Answers = append(s.Answers, Answer{Relation: Relation(parts[0]), Claim: parts[1], Note: parts[2]})
	}
	if err := f.spans(&s); err != nil {
		return s, fmt.Errorf("statement %s: %w", id, err)
	}
	return s, nil
}

// spans reads where the statement's words stand and how it names its actors.
func (f facts) spans(s *Statement) error {
	for _, c := range f.all(PContent) {
		span, err := parseSpan(c)
		if err != nil {
			return err
		}
		s.Content = append(s.Content, span)
	}
	slices.SortFunc(s.Content, func(a, b Span) int { return a.Start - b.Start })
	if cue := f.one(PCue); cue != "" {
		where, _, _ := strings.Cut(cue, " ")
		var err error
		if s.Cue, err = parseSpan(where); err != nil {
			return err
		}
	}
	via := map[int]Mention{}
	for _, text := range f.all(PWording) {
		role, m, err := parseWording(text)
		if err != nil {
			return err
		}
		switch role {
		case PSpeaker:
			s.Speaker = m
		case PTarget:
			s.Target = m
		case PVictim:
			s.Victim = m
		default:
			place := 0
			if _, err := fmt.Sscanf(role, PVia+"%d", &place); err != nil {
				return fmt.Errorf("wording of %q; allowed are speaker, target, victim, via and a number", role)
			}
			via[place] = m
		}
	}
	for i := range len(via) {
		s.Via = append(s.Via, via[i])
	}
	return nil
}

func parseSpan(s string) (Span, error) {
	var span Span
	if _, err := fmt.Sscanf(s, "%d-%d", &span.Start, &span.End); err != nil {
		return span, fmt.Errorf("span %q; allowed is start-end", s)
	}
	return span, nil
}

// parseWording reads how a quad has it that a source names an actor.
func parseWording(s string) (role string, m Mention, err error) {
	parts := strings.SplitN(s, "|", 5)
	if len(parts) != 5 {
		return "", m, fmt.Errorf("wording %q; allowed is role|start-end|actor|why|words", s)
	}
	span, err := parseSpan(parts[1])
	return parts[0], Mention{Actor: parts[2], Words: parts[4], Span: span, Why: parts[3]}, err
}

// actor returns the actor without the delegations.
func (f facts) actor(id string) Actor {
	return Actor{ID: id, Names: append([]string{f.one(PName)}, f.all(PAlias)...), Class: Class(f.one(PClass))}
}

func (f facts) actsFor() ActsFor {
	return ActsFor{Actor: f.one(PResponsible), As: f.one(PRole), From: Date(f.one(PFrom)), To: Date(f.one(PTo))}
}

func (f facts) contrast(id string) (Contrast, error) {
	c := Contrast{
		Counter: f.one(PCounter), Claim: f.one(PClaim), Basis: Basis(f.one(PBasis)), Rule: f.one(PRule),
		Relation: Relation(strings.TrimPrefix(f.one(PRelation), "relation:")),
	}
	for _, text := range f.all(PBecause) {
		r, err := ParseReason(text)
		if err != nil {
			return c, fmt.Errorf("%s: %w", id, err)
		}
		c.Because = append(c.Because, r)
	}
	return c.Canonical(), nil
}
