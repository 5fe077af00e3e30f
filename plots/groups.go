package plots

import (
	"cmp"
	"fmt"
	"slices"

	"counterclaim/graph"
)

// A group is the statements of one actor or side, of all unnamed sources, or of the
// others that have too few for a row of their own.
type group struct {
	id, name string
	weight   int // by which it comes before others
	members  int // actors or sides in it
}

// groups put statements together.
type groups struct {
	list   []group        // heaviest first, others last
	place  map[string]int // where in the list an actor or side is
	by     By
	actors map[string]graph.Actor
}

// Groups that are no actor's.
const (
	noSide  = "on no side"
	nobody  = "nobody named"
	unnamed = "unnamed sources"
)

// groupBy puts together the selection's statements. weigh says what a statement counts;
// without any weight a group does not show. All but the top groups are others.
func groupBy(s *graph.Selection, o Options, weigh func(*graph.Position) int) groups {
	g := groups{by: o.By, actors: s.Actors, place: map[string]int{}}
	found := map[string]*group{}
	for i := range s.Positions {
		p := &s.Positions[i]
		id := g.id(p)
		if found[id] == nil {
			name := id
			if a, ok := s.Actors[id]; ok {
				name = a.Name()
			}
			found[id] = &group{id: id, name: name, members: 1}
		}
		found[id].weight += weigh(p)
	}
	for _, one := range found {
		if one.weight > 0 {
			g.list = append(g.list, *one)
		}
	}
	slices.SortFunc(g.list, func(a, b group) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.name, b.name), cmp.Compare(a.id, b.id))
	})
	g.sumUp(o.Top)
	return g
}

// sumUp makes others of what comes after the top groups, unless that is one only.
func (g *groups) sumUp(top int) {
	for i := range g.list {
		g.place[g.list[i].id] = i
	}
	if len(g.list) <= top+1 {
		return
	}
	rest := group{}
	for _, one := range g.list[top:] {
		rest.weight += one.weight
		rest.members++
		g.place[one.id] = top
	}
	rest.name = fmt.Sprintf("others (%d)", rest.members)
	g.list = append(g.list[:top:top], rest)
}

// of returns the place of the statement's group, -1 where it has none.
func (g *groups) of(p *graph.Position) int {
	if i, ok := g.place[g.id(p)]; ok {
		return i
	}
	return -1
}

// id returns the actor or side of a statement.
func (g *groups) id(p *graph.Position) string {
	id, none := p.Statement.Speaker.Actor, nobody
	if g.by == BySide {
		id, none = p.Statement.Side, noSide
	}
	if g.isUnnamed(id) || id == "" && g.isUnnamed(p.Statement.Speaker.Actor) {
		return unnamed
	}
	return cmp.Or(id, none)
}

func (g *groups) isUnnamed(actor string) bool { return g.actors[actor].Class == graph.Unnamed }

// others returns what the caption says of groups that are summed up, "" where none is.
func (g *groups) others(what string) string {
	if last := g.list[len(g.list)-1]; last.members > 1 {
		return fmt.Sprintf("The %d %s are shown, %d more together as others.", len(g.list)-1, what, last.members)
	}
	return ""
}

// withMost returns the words for the groups that have most of something.
func (by By) withMost(of string) string {
	if by == BySide {
		return "sides with most " + of
	}
	return "speakers with most " + of
}
