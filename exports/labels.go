package exports

import (
	"maps"
	"strings"

	"counterclaim/graph"
)

// labels returns a name for each actor and each concept by which it is told from the
// others of its sort: "unnamed source (the-inquirer-2013-03-12)" where several are called
// unnamed source. Programs that know things by their names alone would make one of them.
func labels(s *graph.Selection) map[string]string {
	actors, concepts := map[string]string{}, map[string]string{}
	for id, a := range s.Actors {
		actors[id] = a.Name()
	}
	for i := range s.Positions {
		c := s.Positions[i].Concept
		concepts[c.ID] = c.Name
	}
	out := apart(actors)
	maps.Copy(out, apart(concepts))
	return out
}

// apart returns the names, those that several share with what is more in the ID.
func apart(names map[string]string) map[string]string {
	shared := map[string][]string{}
	for id, name := range names {
		shared[name] = append(shared[name], id)
	}
	out := make(map[string]string, len(names))
	for name, ids := range shared {
		for _, id := range ids {
			out[id] = name
			if len(ids) > 1 {
				out[id] = name + " (" + more(id, name) + ")"
			}
		}
	}
	return out
}

// more returns what an ID has beyond the name: "the-inquirer-2013-03-12".
func more(id, name string) string {
	_, plain, _ := strings.Cut(id, ":")
	_, slug, _ := strings.Cut(graph.ActorID(name), ":")
	if rest := strings.Trim(strings.TrimPrefix(plain, slug), "-"); rest != "" {
		return rest
	}
	return plain
}
