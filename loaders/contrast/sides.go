package contrast

import (
	"cmp"
	"slices"
	"strings"
)

// nameSides tells of each statement of a document the sides of those whom it
// names: actors are on the side on which another statement has them.
func nameSides(document []*entry) {
	sides := sidesOf(document)
	for _, e := range document {
		e.side = cmp.Or(sides[e.Speaker.Actor], e.side)
		e.target = cmp.Or(sides[e.Target.Actor], e.target)
		if e.target == e.side {
			e.target = ""
		}
	}
	posts := newSignposts(document, sides)
	for _, e := range document {
		for _, m := range append([]string{e.Victim.Actor}, e.Mentions...) {
			e.name(cmp.Or(sides[m], m))
		}
		posts.read(e)
	}
}

// name puts down a side that the statement names.
func (e *entry) name(side string) {
	if side != "" && side != e.side && !slices.Contains(e.names, side) {
		e.names = append(e.names, side)
	}
}

// sidesOf tells the sides of the actors of a document. An unnamed one who attacks
// a side does not speak for it, and a company for which somebody speaks is a side itself.
func sidesOf(document []*entry) map[string]string {
	sides := map[string]string{}
	for _, e := range document {
		if e.Target.Actor != "" {
			sides[e.Target.Actor] = e.target
		}
	}
	for _, e := range document {
		if e.Side != "" || sides[e.Speaker.Actor] == "" {
			sides[e.Speaker.Actor] = e.side
		}
	}
	for _, e := range document {
		if who := e.Speaker.Actor; unnamed(who) && e.target != "" && sides[who] == e.target && !ofCountry(who, e.target) {
			sides[who] = who
		}
		if e.Side != "" && sides[e.Side] != "" && !official(e.Side) {
			sides[e.Side] = e.Side
		}
	}
	return sides
}

// ofCountry reports whether an actor's name says that it belongs to the country.
func ofCountry(id, country string) bool {
	return id == country || slices.ContainsFunc(actorWords(id), func(w string) bool { return slices.Contains(countryWords()[country], w) })
}

func actorWords(id string) []string { return strings.Split(strings.TrimPrefix(id, "actor:"), "-") }

// unnamed reports whether an actor is one whose name the document does not tell.
func unnamed(id string) bool { return strings.HasPrefix(id, "actor:unnamed-") }

// official reports whether an actor's name is that of a part of a state.
func official(id string) bool {
	return slices.ContainsFunc(actorWords(id), func(w string) bool {
		return governments().Has(w) || slices.Contains([]string{"agency", "department", "ministry", "office", "parliament"}, w)
	})
}
