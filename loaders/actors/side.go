package actors

import (
	"slices"

	"counterclaim/graph"
)

// Side returns the country on whose behalf the actor acts at the date, through
// others if need be; a country is its own side, and so is an organisation that
// acts for nobody. At an unknown date, "", every time counts. The result is ""
// where nothing is reached, or where two are reached in equally few steps.
func (b *Book) Side(id string, when graph.Date) string {
	seen := map[string]bool{}
	var ends []string // organisations that act for nobody
	for level := []string{id}; len(level) > 0; {
		var countries, next []string
		for _, id := range level {
			e, ok := b.entries[id]
			if !ok || seen[id] {
				continue
			}
			seen[id] = true
			if e.Class == graph.Country {
				countries = append(countries, id)
			}
			before := len(next)
			for _, f := range e.ActsFor {
				if holds(f, when) {
					next = append(next, f.Actor)
				}
			}
			if e.Class == graph.Organisation && len(next) == before {
				ends = append(ends, id)
			}
		}
		switch len(countries) {
		case 0:
			level = next
		case 1:
			return countries[0]
		default:
			return ""
		}
	}
	if len(ends) == 1 {
		return ends[0]
	}
	return ""
}

// holds reports whether the delegation can be in force at the date. Where the
// date is less precise than the delegation, one common day is enough.
func holds(f graph.ActsFor, when graph.Date) bool {
	return !f.From.After(when) && !when.After(f.To)
}

// Roles returns the roles that the actor has at the date, in the order of the
// book: "Foreign Ministry spokeswoman". At an unknown date every role counts.
func (b *Book) Roles(id string, when graph.Date) []string {
	e, ok := b.entries[id]
	if !ok {
		return nil
	}
	var roles []string
	for _, f := range e.ActsFor {
		if f.As != "" && holds(f, when) && !slices.Contains(roles, f.As) {
			roles = append(roles, f.As)
		}
	}
	return roles
}

// Closure returns the actors of those IDs and all that they act for at any time,
// each once, by ID. IDs that the book does not have are left out.
func (b *Book) Closure(ids ...string) []graph.Actor {
	seen := map[string]bool{}
	var out []graph.Actor
	for todo := slices.Clone(ids); len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		e, ok := b.entries[id]
		if !ok || seen[id] {
			continue
		}
		seen[id] = true
		out = append(out, e.Actor)
		for _, f := range e.ActsFor {
			todo = append(todo, f.Actor)
		}
	}
	slices.SortFunc(out, func(x, y graph.Actor) int {
		if x.ID < y.ID {
			return -1
		}
		return 1
	})
	return out
}
