package actors

import (
	"errors"
	"slices"
	"strings"

	"github.com/goccy/go-yaml/ast"

	"counterclaim/graph"
)

// What an actors file may say.
var (
	fileKeys    = []string{"actors"}
	actorKeys   = []string{"id", "names", "class", "family", "gender", "acts-for", "adjectives", "capitals"}
	actsForKeys = []string{"actor", "as", "from", "to"}
	genders     = []string{"f", "m"}
)

// parse reads an actors file. References to other actors are not looked up.
func parse(path string, data []byte) ([]*entry, error) {
	r := &reader{path: path}
	var out []*entry
	if body := r.document(data); body != nil {
		r.mapping(body, fileKeys, func(_ string, list ast.Node) {
			r.sequence(list, func(n ast.Node) { out = append(out, r.actor(n)) })
		})
	}
	return out, errors.Join(r.errs...)
}

// actor reads one entry. Without an id it has the one that follows from its first
// name.
func (r *reader) actor(n ast.Node) *entry {
	e := &entry{at: positionOf(n)}
	r.mapping(n, actorKeys, func(key string, value ast.Node) {
		switch key {
		case "id":
			e.ID = r.id(value)
		case "names":
			e.Names = r.texts(value)
		case "class":
			e.Class = graph.Class(r.oneOf("class", value, classNames()))
		case "family":
			e.family = r.text(value)
		case "gender":
			e.gender = r.oneOf("gender", value, genders)
		case "acts-for":
			r.sequence(value, func(n ast.Node) { r.actsFor(e, n) })
		case "adjectives":
			e.adjectives = r.texts(value)
		case "capitals":
			e.capitals = r.texts(value)
		}
	})
	r.complete(e)
	return e
}

func (r *reader) complete(e *entry) {
	if len(e.Names) == 0 {
		r.fail(e.at, "an actor without names; allowed is a list of at least one")
		return
	}
	if e.ID == "" {
		e.ID = graph.ActorID(e.Name())
	}
	switch {
	case e.Class == "":
		r.fail(e.at, "%s has no class; allowed are %s", e.ID, strings.Join(classNames(), ", "))
	case e.Class != graph.Country && len(e.adjectives)+len(e.capitals) > 0:
		r.fail(e.at, "%s is no country; allowed are adjectives and capitals of countries", e.ID)
	case e.Class != graph.Person && e.family+e.gender != "":
		r.fail(e.at, "%s is no person; allowed are family and gender of persons", e.ID)
	case e.Class == graph.Person && e.family == "":
		words := strings.Fields(e.Name())
		e.family = words[len(words)-1]
	case !strings.Contains(e.Name(), e.family):
		r.fail(e.at, "family %q is not in the name %q; allowed is a part of it", e.family, e.Name())
	}
}

// actsFor reads one delegation; several roles of one time are several ActsFor.
func (r *reader) actsFor(e *entry, n ast.Node) {
	var f graph.ActsFor
	roles := []string{""}
	r.mapping(n, actsForKeys, func(key string, value ast.Node) {
		switch key {
		case "actor":
			f.Actor = r.id(value)
		case "as":
			if as := r.texts(value); len(as) > 0 {
				roles = as
			}
		case "from":
			f.From = r.date(value)
		case "to":
			f.To = r.date(value)
		}
	})
	if f.From.After(f.To) {
		r.fail(positionOf(n), "from %s is after to %s; allowed is the earlier first", f.From, f.To)
	}
	for _, f.As = range roles {
		e.ActsFor = append(e.ActsFor, f)
		e.actsForAt = append(e.actsForAt, positionOf(n))
	}
}

func (r *reader) id(n ast.Node) string {
	id := r.text(n)
	if name, ok := strings.CutPrefix(id, "actor:"); !ok || id != graph.ActorID(name) {
		r.fail(positionOf(n), "id %q; allowed is actor: and lower-case words joined by hyphens", id)
	}
	return id
}

func (r *reader) date(n ast.Node) graph.Date {
	d := graph.Date(r.text(n))
	if err := d.Validate(); err != nil {
		r.fail(positionOf(n), "%v", err)
		return ""
	}
	return d
}

func (r *reader) oneOf(what string, n ast.Node, allowed []string) string {
	word := r.text(n)
	if !slices.Contains(allowed, word) {
		r.fail(positionOf(n), "unknown %s %q; allowed are %s", what, word, strings.Join(allowed, ", "))
	}
	return word
}

// classNames are the classes of actors that a book can have: an unnamed source
// belongs to one document.
func classNames() []string {
	var out []string
	for _, c := range graph.Classes {
		if c != graph.Unnamed {
			out = append(out, string(c))
		}
	}
	return out
}
