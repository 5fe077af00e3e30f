package graph

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Relation says how one statement stands to another, read from the counter to
// the claim: counter denies claim.
type Relation string

const (
	Denies            Relation = "denies"
	CounterAttributes Relation = "counter-attributes"
	ClaimsVictimhood  Relation = "claims-victimhood"
	Rebuts            Relation = "rebuts"
	Doubts            Relation = "doubts"
	Criticises        Relation = "criticises"
	Refuses           Relation = "refuses"
	Reverses          Relation = "reverses"
	Echoes            Relation = "echoes"
	Renders           Relation = "renders"
)

// A RelationRow is what the vocabulary says of one relation. Equal relations
// hold between statements of which neither answers the other.
type RelationRow struct {
	Relation Relation
	IRI      string // the closest standard term
	Equal    bool
	Says     string
}

// Relations is the table of relations, in the order in which they are listed.
var Relations = []RelationRow{
	{Denies, NSCito + "disputes", false, "Rejects what the claim says."},
	{CounterAttributes, NSCito + "disagreesWith", false, "Lays a like act at the door of the claim's side."},
	{ClaimsVictimhood, NSCito + "disagreesWith", false, "Answers an accusation by saying that one's own side is the victim."},
	{Rebuts, NSCito + "disputes", false, "Sets a reason or fact against the claim without denying it outright."},
	{Doubts, NSCito + "qualifies", false, "Questions the claim or its evidence."},
	{Criticises, NSCito + "critiques", false, "Disapproves of the claim or of who makes it."},
	{Refuses, NSCito + "disputes", false, "Turns down what the claim asks for."},
	{Reverses, NSCito + "retracts", false, "A speaker against their own earlier statement."},
	{Echoes, NSCito + "confirms", true, "The same side makes the same claim again."},
	{Renders, "http://www.w3.org/ns/prov#alternateOf", true, "Two outlets' renderings of one speech act."},
}

// Known reports whether the relation is in the table.
func (r Relation) Known() bool { return r.row() >= 0 }

// Equal reports whether the relation holds between statements of which neither
// answers the other.
func (r Relation) Equal() bool { i := r.row(); return i >= 0 && Relations[i].Equal }

func (r Relation) row() int {
	return slices.IndexFunc(Relations, func(row RelationRow) bool { return row.Relation == r })
}

func relationNames() string {
	names := make([]string, len(Relations))
	for i, r := range Relations {
		names[i] = string(r.Relation)
	}
	return strings.Join(names, ", ")
}

// Basis says what a contrast rests on.
type Basis string

const (
	Explicit   Basis = "explicit"         // the counter's own words take up the claim
	Juxtaposed Basis = "juxtaposed"       // the reporter sets the two side by side
	AcrossDocs Basis = "across documents" // found between two documents
	CoderBasis Basis = "curated"          // a coder says so

)

// Bases are the allowed bases.
var Bases = []Basis{Explicit, Juxtaposed, AcrossDocs, CoderBasis}

// A Reason is one signal that speaks for a contrast.
type Reason struct {
	Signal string  // its name: "role swap", "same concept"
	Weight float64 // what it adds to the score
	Says   string  // one sentence for a reader
}

// String returns the reason as the graph keeps it: "+0.40 role swap: sentence".
func (r Reason) String() string { return fmt.Sprintf("%+.2f %s: %s", r.Weight, r.Signal, r.Says) }

// ParseReason reads what String writes.
func ParseReason(s string) (Reason, error) {
	weight, rest, ok := strings.Cut(s, " ")
	signal, says, ok2 := strings.Cut(rest, ": ")
	w, err := strconv.ParseFloat(weight, 64)
	if !ok || !ok2 || err != nil {
		return Reason{}, fmt.Errorf("reason %q; allowed is +0.40 signal: sentence", s)
	}
	return Reason{signal, w, says}, nil
}

// A Contrast is one statement set against another: Counter is the one that
// answers. Each point of its score has its reason.
type Contrast struct {
	Counter, Claim string // statement IDs
	Relation       Relation
	Basis          Basis
	Rule           string   // the rule that found it
	Because        []Reason // strongest first
}

// ID returns "contrast:" and a hash of counter, claim and relation: there is one
// contrast for the three.
func (c *Contrast) ID() string {
	return hash("contrast:", 16, c.Counter, c.Claim, string(c.Relation))
}

// Score returns the sum of the reasons' weights, at most 1.
func (c *Contrast) Score() float64 {
	sum := 0.0
	for _, r := range c.Because {
		sum += r.Weight
	}
	return min(1, math.Round(sum*scoreDigits)/scoreDigits)
}

// Validate reports everything that is wrong with the contrast.
func (c *Contrast) Validate() error {
	var errs []error
	if c.Counter == "" || c.Claim == "" || c.Counter == c.Claim {
		errs = append(errs, errors.New("counter and claim must be two statements"))
	}
	if !c.Relation.Known() {
		errs = append(errs, fmt.Errorf("relation %q; allowed are %s", c.Relation, relationNames()))
	}
	if !slices.Contains(Bases, c.Basis) {
		errs = append(errs, fmt.Errorf("basis %q; allowed are %v", c.Basis, Bases))
	}
	if len(c.Because) == 0 {
		errs = append(errs, errors.New("no reason"))
	}
	for _, r := range c.Because {
		if r.Signal == "" || r.Says == "" {
			errs = append(errs, errors.New("a reason without signal or sentence"))
		}
	}
	if len(errs) == 0 {
		return nil
	}
	return fmt.Errorf("contrast %s %s %s: %w", c.Counter, c.Relation, c.Claim, errors.Join(errs...))
}

// scoreDigits rounds scores so that the order of adding does not show.
const scoreDigits = 1e4
