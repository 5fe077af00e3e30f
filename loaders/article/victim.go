package article

import (
	"slices"

	"counterclaim/graph"
)

// victim finds who suffers: in a claim of victimhood the actor named before the
// phrase or the speaker's side, in an accusation who is named besides the target.
func (r *reading) victim(kinds []graph.Kind, target graph.Mention) graph.Mention {
	if slices.Contains(kinds, graph.Victimhood) {
		at, _ := r.at(graph.Victimhood)
		if k := r.nameBefore(at, r.f.content[0].First); k >= 0 {
			m, _ := r.mention(k)
			return m
		}
		if a, ok := r.book.Actor(r.who.side); ok {
			return graph.Mention{Actor: a.ID, Why: "the speaker's side"}
		}
		return graph.Mention{}
	}
	if !slices.Contains(kinds, graph.Attribution) || target.Actor == "" {
		return graph.Mention{}
	}
	for _, c := range r.f.content {
		for i := c.First; i < c.Last; i++ {
			if k := r.nameAt[i]; k >= 0 && r.sideOf(r.names[k].entity) != "" && r.sideOf(r.names[k].entity) != r.targetSide {
				m, _ := r.mention(k)
				return m
			}
		}
	}
	return graph.Mention{}
}

// mentions returns the actors named in the content besides those with a part in
// the statement, sorted.
func (r *reading) mentions(s *graph.Statement) []string {
	parts := []string{s.Speaker.Actor, s.Side, s.Target.Actor, s.TargetSide, s.Victim.Actor}
	var out []string
	for _, c := range r.f.content {
		for i := c.First; i < c.Last; i++ {
			if k := r.nameAt[i]; k >= 0 {
				if id := r.entities[r.names[k].entity].actor.ID; !slices.Contains(parts, id) {
					out = append(out, id)
				}
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}
