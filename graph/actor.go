package graph

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Class says what an actor is.
type Class string

const (
	Person       Class = "person"
	Organisation Class = "organisation"
	Country      Class = "country"
	Group        Class = "group"   // several taken together: "foreign tech firms"
	Unnamed      Class = "unnamed" // a source that is not named; of one document only
)

// Classes are the allowed classes.
var Classes = []Class{Person, Organisation, Country, Group, Unnamed}

// An Actor is who can speak, be spoken about or suffer. Its facts depend on the
// actor alone, never on the document that names it.
type Actor struct {
	ID      string   // "actor:" and a readable name: "actor:hua-chunying"
	Names   []string // the first is the one to print, the others are aliases
	Class   Class
	ActsFor []ActsFor
}

// ActsFor says that an actor speaks or acts on behalf of another, from one date
// to another, both inclusive; an empty date is open.
type ActsFor struct {
	Actor    string // on whose behalf
	As       string // in which role: "spokeswoman"; may be empty
	From, To Date
}

// Name returns the name to print.
func (a *Actor) Name() string { return a.Names[0] }

// ActorID returns the ID of the actor of that name: lower case, words joined by
// hyphens.
func ActorID(name string) string {
	return "actor:" + plain(strings.ReplaceAll(name, "'", ""), '-')
}

// Validate reports everything that is wrong with the actor.
func (a *Actor) Validate() error {
	var errs []error
	if err := checkName(a.ID, "actor:"); err != nil {
		errs = append(errs, err)
	}
	if len(a.Names) == 0 || slices.Contains(a.Names, "") {
		errs = append(errs, errors.New("an empty name, or none"))
	}
	if !slices.Contains(Classes, a.Class) {
		errs = append(errs, fmt.Errorf("class %q; allowed are %v", a.Class, Classes))
	}
	for _, f := range a.ActsFor {
		if f.Actor == a.ID {
			errs = append(errs, errors.New("acts for itself"))
		}
		for _, d := range []Date{f.From, f.To} {
			if err := d.Validate(); err != nil {
				errs = append(errs, fmt.Errorf("acts for %s: %w", f.Actor, err))
			}
		}
		if f.From.After(f.To) {
			errs = append(errs, fmt.Errorf("acts for %s from %s to %s", f.Actor, f.From, f.To))
		}
	}
	if len(errs) == 0 {
		return nil
	}
	return fmt.Errorf("actor %q: %w", a.ID, errors.Join(errs...))
}
