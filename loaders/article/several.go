package article

import (
	"slices"
	"strings"

	"counterclaim/graph"
	"counterclaim/loaders/actors"
	"counterclaim/loaders/text"
)

// isPair reports whether the words are two names joined by "and".
func (c *cast) isPair(r text.Range) bool {
	for i := r.First + 1; i+1 < r.Last; i++ {
		if c.Tokens[i].Lower == "and" && c.nameAt[i] < 0 && c.nameAt[i-1] >= 0 {
			k := i + 1
			for k < r.Last && c.nameAt[k] < 0 && !preposition.Has(c.Tokens[k].Lower) {
				k++
			}
			return k < r.Last && c.nameAt[k] >= 0 && c.formAt(i-1) == c.formAt(k) && c.formAt(k) != actors.Adjective
		}
	}
	return false
}

func (c *cast) formAt(i int) actors.Form { return c.names[c.nameAt[i]].form }

func (c *cast) pair(s *party, r text.Range) {
	var names []string
	var members []graph.ActsFor
	for i := r.First; i < r.Last; i++ {
		k := c.nameAt[i]
		if k < 0 || i > r.First && c.nameAt[i-1] == k {
			continue
		}
		e := &c.entities[c.names[k].entity]
		names = append(names, e.actor.Name())
		if side := c.sideOf(c.names[k].entity); side != "" {
			members = append(members, graph.ActsFor{Actor: side})
		}
	}
	c.group(s, names, members, "both are named")
}

// group makes one actor of several.
func (c *cast) group(s *party, names []string, members []graph.ActsFor, why string) {
	slices.Sort(names)
	names = slices.Compact(names)
	slices.SortFunc(members, func(a, b graph.ActsFor) int { return strings.Compare(a.Actor, b.Actor) })
	members = slices.Compact(members)
	name := strings.Join(names, " and ")
	c.fill(s, c.book.Derive(name), why)
	s.plural = true
	if len(members) == 1 {
		s.side = members[0].Actor
	}
}

// dual reports whether the words mean two: "both sides", "the two countries".
func (c *cast) dual(r text.Range) bool {
	for i := r.First; i < r.Last; i++ {
		if c.Tokens[i].In("both", "two") {
			return true
		}
	}
	return false
}

// bothSides takes the two countries that the article has named most often so far.
func (c *cast) bothSides(s *party, r text.Range) {
	count := map[int]int{}
	for _, n := range c.names {
		if c.entities[n.entity].actor.Class == graph.Country && n.First < r.First {
			count[n.entity]++
		}
	}
	var order []int
	for e := range count {
		order = append(order, e)
	}
	slices.SortFunc(order, func(a, b int) int {
		if count[a] != count[b] {
			return count[b] - count[a]
		}
		return a - b
	})
	if len(order) < 2 {
		c.unnamed(s, r)
		return
	}
	names := []string{c.entities[order[0]].actor.Name(), c.entities[order[1]].actor.Name()}
	c.group(s, names, nil, "the two countries named most often before")
}
