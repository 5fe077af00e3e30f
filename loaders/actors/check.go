package actors

import "errors"

// check reports what is wrong between the added entries of a file and all entries:
// an ID that comes twice, an acts-for that leads nowhere or back to its start.
func check(path string, added []*entry, all map[string]*entry) error {
	r := &reader{path: path}
	first := map[string]*entry{}
	for _, e := range added {
		if f, ok := first[e.ID]; ok {
			r.fail(e.at, "%s comes twice, first in line %d; allowed is once", e.ID, f.at.line)
			continue
		}
		first[e.ID] = e
		for i, f := range e.ActsFor {
			switch {
			case all[f.Actor] == nil:
				r.fail(e.actsForAt[i], "%s acts for %q, which is not there; allowed is the id of an actor", e.ID, f.Actor)
			case reaches(f.Actor, e.ID, all):
				r.fail(e.actsForAt[i], "%s acts for %s, which acts for it in turn; allowed is no circle", e.ID, f.Actor)
			}
		}
	}
	return errors.Join(r.errs...)
}

// reaches reports whether acts-for leads from one actor to the other.
func reaches(from, to string, all map[string]*entry) bool {
	seen := map[string]bool{}
	for todo := []string{from}; len(todo) > 0; {
		id := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if id == to {
			return true
		}
		if e := all[id]; e != nil && !seen[id] {
			seen[id] = true
			for _, f := range e.ActsFor {
				todo = append(todo, f.Actor)
			}
		}
	}
	return false
}
