package store

import (
	"fmt"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"

	"counterclaim/graph"
)

// facts are the quads of one subject: objects by predicate.
type facts map[string][]quad.Value

// facts returns what the store has on a node, nothing where it is absent.
func (w *walker) facts(node string) (facts, error) { return w.someFacts(node, nil) }

// someFacts returns what the store has on a node by the given predicates, or by
// all where there are none given. What it passes over it does not read.
func (w *walker) someFacts(node string, predicates []string) (facts, error) {
	f := facts{}
	ref := w.ref(quad.IRI(node))
	if ref == nil {
		return f, nil
	}
	links, err := w.links(ref)
	for _, l := range links {
		if len(predicates) > 0 && !slices.ContainsFunc(predicates, func(p string) bool { return w.number(w.term(p)) == l.Predicate }) {
			continue
		}
		p := nodeName(w.named(l.Predicate))
		f[p] = append(f[p], w.named(l.Object))
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

func (f facts) is(class string) bool { return f.one(graph.PType) == "class:"+class }

// document returns the document, without its text unless that is wanted.
func (f facts) document(id string, text bool) graph.Document {
	d := graph.Document{
		ID: id, Name: f.one(graph.PName), Title: f.one(graph.PTitle), Publisher: f.one(graph.PPublisher), Author: f.one(graph.PAuthor),
		Published: graph.Date(f.one(graph.PPublished)), URL: f.one(graph.PURL), Format: f.one(graph.PFormat), Complete: f.one(graph.PComplete) != "",
	}
	if text {
		d.Text = f.one(graph.PText)
	}
	return d
}

func (f facts) statement(id string) (graph.Statement, error) {
	s := graph.Statement{
		ID: id, Document: f.one(graph.PDocument), Side: f.one(graph.PSide), TargetSide: f.one(graph.PTargetSide),
		Speaker: graph.Mention{Actor: f.one(graph.PSpeaker)}, Target: graph.Mention{Actor: f.one(graph.PTarget)}, Victim: graph.Mention{Actor: f.one(graph.PVictim)},
		About: f.all(graph.PAbout), Mentions: f.all(graph.PMentions), Text: f.one(graph.PText), Mode: graph.Mode(f.one(graph.PMode)),
		Certainty: graph.Certainty(f.one(graph.PCertainty)), Polarity: graph.Polarity(f.one(graph.PPolarity)), Said: graph.Date(f.one(graph.PSaid)),
		Confidence: f.number(graph.PConfidence), Rule: f.one(graph.PRule),
	}
	for _, k := range f.all(graph.PKind) {
		s.Kinds = append(s.Kinds, graph.Kind(strings.TrimPrefix(k, "kind:")))
	}
	s.Kinds = graph.SortKinds(s.Kinds)
	for _, a := range f.all(graph.PAmount) {
		s.Amounts = append(s.Amounts, graph.Amount(a))
	}
	slices.Sort(s.Amounts)
	for _, a := range f.all(graph.PAnswers) {
		parts := strings.SplitN(a, "|", 3)
		if len(parts) != 3 {
			return s, fmt.Errorf("statement %s: answers %q; allowed is relation|statement|note", id, a)
		}
		s.Answers = append(s.Answers, graph.Answer{Relation: graph.Relation(parts[0]), Claim: parts[1], Note: parts[2]})
	}
	if err := f.spans(&s); err != nil {
		return s, fmt.Errorf("statement %s: %w", id, err)
	}
	return s, nil
}

// spans reads where the statement's words stand and how it names its actors.
func (f facts) spans(s *graph.Statement) error {
	for _, c := range f.all(graph.PContent) {
		span, err := parseSpan(c)
		if err != nil {
			return err
		}
		s.Content = append(s.Content, span)
	}
	slices.SortFunc(s.Content, func(a, b graph.Span) int { return a.Start - b.Start })
	for _, r := range f.all(graph.PRepeated) {
		span, err := parseSpan(r)
		if err != nil {
			return err
		}
		s.Repeated = append(s.Repeated, span)
	}
	slices.SortFunc(s.Repeated, func(a, b graph.Span) int { return a.Start - b.Start })
	if cue := f.one(graph.PCue); cue != "" {
		where, _, _ := strings.Cut(cue, " ")
		var err error
		if s.Cue, err = parseSpan(where); err != nil {
			return err
		}
	}
	via := map[int]graph.Mention{}
	for _, text := range f.all(graph.PWording) {
		role, m, err := parseWording(text)
		if err != nil {
			return err
		}
		switch role {
		case graph.PSpeaker:
			s.Speaker = m
		case graph.PTarget:
			s.Target = m
		case graph.PVictim:
			s.Victim = m
		default:
			place := 0
			if _, err := fmt.Sscanf(role, graph.PVia+"%d", &place); err != nil {
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

func parseSpan(s string) (graph.Span, error) {
	var span graph.Span
	if _, err := fmt.Sscanf(s, "%d-%d", &span.Start, &span.End); err != nil {
		return span, fmt.Errorf("span %q; allowed is start-end", s)
	}
	return span, nil
}

// parseWording reads how a quad has it that a source names an actor.
func parseWording(s string) (role string, m graph.Mention, err error) {
	parts := strings.SplitN(s, "|", 5)
	if len(parts) != 5 {
		return "", m, fmt.Errorf("wording %q; allowed is role|start-end|actor|why|words", s)
	}
	span, err := parseSpan(parts[1])
	return parts[0], graph.Mention{Actor: parts[2], Words: parts[4], Span: span, Why: parts[3]}, err
}

// actor returns the actor without the delegations.
func (f facts) actor(id string) graph.Actor {
	return graph.Actor{ID: id, Names: append([]string{f.one(graph.PName)}, f.all(graph.PAlias)...), Class: graph.Class(f.one(graph.PClass))}
}

func (f facts) actsFor() graph.ActsFor {
	return graph.ActsFor{Actor: f.one(graph.PResponsible), As: f.one(graph.PRole), From: graph.Date(f.one(graph.PFrom)), To: graph.Date(f.one(graph.PTo))}
}

func (f facts) contrast(id string) (graph.Contrast, error) {
	c := graph.Contrast{
		Counter: f.one(graph.PCounter), Claim: f.one(graph.PClaim), Basis: graph.Basis(f.one(graph.PBasis)), Rule: f.one(graph.PRule),
		Relation: graph.Relation(strings.TrimPrefix(f.one(graph.PRelation), "relation:")),
	}
	for _, text := range f.all(graph.PBecause) {
		r, err := graph.ParseReason(text)
		if err != nil {
			return c, fmt.Errorf("%s: %w", id, err)
		}
		c.Because = append(c.Because, r)
	}
	return c.Canonical(), nil
}
