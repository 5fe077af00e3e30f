package graph

import (
	"cmp"
	"slices"
	"strings"
)

// Canonical returns the coding in the one form that the store keeps and gives
// back: lists that have no order of their own are sorted, without repetitions
// and nil where empty; statements stand in the order of the text, then of their
// IDs; actors are those that the statements name and those whom they act for.
// The receiver and what it points at are left alone.
func (c *Coding) Canonical() Coding {
	out := Coding{Document: c.Document}
	for _, s := range c.Statements {
		out.Statements = append(out.Statements, s.canonical())
	}
	slices.SortStableFunc(out.Statements, func(a, b Statement) int {
		return cmp.Or(cmp.Compare(a.start(), b.start()), strings.Compare(a.ID, b.ID))
	})
	known := map[string]Actor{}
	for _, a := range c.Actors {
		known[a.ID] = a.Canonical()
	}
	for _, id := range namedActors(out.Statements, known) {
		out.Actors = append(out.Actors, known[id])
	}
	return out
}

// start returns where the statement's words begin, -1 where they stand nowhere.
func (s *Statement) start() int {
	if len(s.Content) == 0 {
		return -1
	}
	return s.Content[0].Start
}

func (s Statement) canonical() Statement {
	s.Kinds = SortKinds(s.Kinds)
	s.About = sorted(s.About, strings.Compare)
	s.Mentions = sorted(s.Mentions, strings.Compare)
	s.Via = slices.Clip(s.Via)
	s.Content = slices.Clip(s.Content)
	s.Repeated = sorted(s.Repeated, func(a, b Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	s.Answers = sorted(s.Answers, func(a, b Answer) int {
		return strings.Compare(string(a.Relation)+"|"+a.Claim+"|"+a.Note, string(b.Relation)+"|"+b.Claim+"|"+b.Note)
	})
	if len(s.Via) == 0 {
		s.Via = nil
	}
	if len(s.Content) == 0 {
		s.Content = nil
	}
	return s
}

// Canonical returns the actor with aliases and delegations sorted, each once.
func (a *Actor) Canonical() Actor {
	out := *a
	aliases := sorted(a.Names[1:], strings.Compare)
	aliases = slices.DeleteFunc(aliases, func(n string) bool { return n == a.Name() })
	out.Names = append([]string{a.Name()}, aliases...)
	out.ActsFor = sorted(a.ActsFor, func(x, y ActsFor) int {
		return cmp.Or(strings.Compare(x.Actor, y.Actor), cmp.Compare(x.From, y.From), cmp.Compare(x.To, y.To), strings.Compare(x.As, y.As))
	})
	return out
}

// Canonical returns the contrast with its reasons sorted, the strongest first.
func (c *Contrast) Canonical() Contrast {
	out := *c
	out.Because = sorted(c.Because, func(a, b Reason) int {
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), strings.Compare(a.Signal, b.Signal), strings.Compare(a.Says, b.Says))
	})
	return out
}

// namedActors returns the IDs of the known actors that the statements name, and
// of all for whom these act, sorted.
func namedActors(statements []Statement, known map[string]Actor) []string {
	var todo []string
	for i := range statements {
		todo = append(todo, statements[i].ActorIDs()...)
	}
	seen := map[string]bool{}
	for len(todo) > 0 {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		actor, ok := known[id]
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		for _, f := range actor.ActsFor {
			todo = append(todo, f.Actor)
		}
	}
	var out []string
	for id := range seen {
		out = append(out, id)
	}
	slices.Sort(out)
	return out
}

// sorted returns the items in order, each once; nil where there is none.
func sorted[T comparable](items []T, compare func(a, b T) int) []T {
	if len(items) == 0 {
		return nil
	}
	out := slices.Clone(items)
	slices.SortFunc(out, compare)
	return slices.Compact(out)
}
