package networks

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// A Kind is a way to make a network of statements.
type Kind string

// The kinds of networks.
const (
	ActorConcept Kind = "actor-concept"
	ActorKind    Kind = "actor-kind"
	Congruence   Kind = "congruence"
	Conflict     Kind = "conflict"
	Subtract     Kind = "subtract"
	Contrast     Kind = "contrast"
)

// A KindRow says what a network of a kind is, and what it can be asked for.
type KindRow struct {
	Kind    Kind
	Says    string // in a line
	Units   []Unit // of which units, the usual one first
	Weights []Normalisation
}

var (
	speakers = []Unit{ByActor, BySide, ByOutlet}
	twoMode  = []Normalisation{Plain, Activity, Prominence}
	oneMode  = []Normalisation{Plain, Average, Jaccard, Cosine}
)

// Kinds are the kinds of networks, in the order in which they are listed.
var Kinds = []KindRow{
	{ActorConcept, "Two-mode: who takes which position on which concept.", speakers, twoMode},
	{ActorKind, "Two-mode: who makes statements of which kind.", speakers, twoMode},
	{Congruence, "One-mode: who takes the same positions as whom.", append(speakers, ByConcept), oneMode},
	{Conflict, "One-mode: who takes positions opposite to whose.", append(speakers, ByConcept), oneMode},
	{Subtract, "One-mode: congruence less conflict.", append(speakers, ByConcept), oneMode},
	{Contrast, "Directed: who answers whom, one edge for each relation.", speakers, []Normalisation{Plain}},
}

// row returns what Kinds says of the kind.
func (k Kind) row() (KindRow, bool) {
	i := slices.IndexFunc(Kinds, func(r KindRow) bool { return r.Kind == k })
	if i < 0 {
		return KindRow{}, false
	}
	return Kinds[i], true
}

// OneMode reports whether the kind ties nodes of one mode by the positions that they
// share or dispute.
func (k Kind) OneMode() bool { return k == Congruence || k == Conflict || k == Subtract }

// TwoMode reports whether edges lead from speakers to what they speak of.
func (k Kind) TwoMode() bool { return k == ActorConcept || k == ActorKind }

// A Unit is what the actors of a network are.
type Unit string

// The units.
const (
	ByActor   Unit = "actor"   // who speaks
	BySide    Unit = "side"    // on whose side they speak
	ByOutlet  Unit = "outlet"  // who published it
	ByConcept Unit = "concept" // one-mode only: concepts, tied by the actors that take positions on both
)

// An Agreement says what the weight of an edge between actor and concept makes of
// positions that affirm and positions that reject: DNA calls it qualifier aggregation.
type Agreement string

// The agreements, as DNA has them for two-mode networks.
const (
	Ignore       Agreement = "ignore"   // the weight is how many there are
	SubtractBoth Agreement = "subtract" // those that affirm less those that reject
	Combine      Agreement = "combine"  // 1 where all affirm, 2 where all reject, 3 where some do and some do not
)

// Agreements are the allowed ones, the usual one first.
var Agreements = []Agreement{Ignore, SubtractBoth, Combine}

// Duplicates says which statements of one actor count that take one position on one
// concept, the earliest of them always.
type Duplicates string

// The ways with duplicates, as DNA offers them.
const (
	CountAll     Duplicates = "all"      // each counts
	PerDocument  Duplicates = "document" // one in each document
	PerMonth     Duplicates = "month"    // one in each calendar month
	PerYear      Duplicates = "year"     // one in each calendar year
	PerSelection Duplicates = "window"   // one in each time window, or in all where there is none
)

// AllDuplicates are the allowed ones, the usual one first.
var AllDuplicates = []Duplicates{CountAll, PerDocument, PerMonth, PerYear, PerSelection}

// Options say which network to make. The zero value of each but Kind is the usual one.
type Options struct {
	Kind       Kind
	By         Unit
	Normalise  Normalisation
	Agreement  Agreement // of actor-concept
	Duplicates Duplicates
	Isolates   bool // keep nodes without an edge, in every time window those of the whole selection
	Unmeasured bool // leave out the measures but for degree and strength: in a dense network they take longest
}

// Check returns an error that says what is allowed, where the options ask a kind for what
// it has not.
func (o Options) Check() error {
	_, err := o.complete()
	return err
}

// complete returns the options with the usual values, or an error that says what is
// allowed.
func (o Options) complete() (Options, error) {
	row, ok := o.Kind.row()
	if !ok {
		names := make([]Kind, len(Kinds))
		for i, r := range Kinds {
			names[i] = r.Kind
		}
		return o, oneOf("network", o.Kind, names)
	}
	o.By = cmp.Or(o.By, row.Units[0])
	o.Normalise = cmp.Or(o.Normalise, Plain)
	o.Agreement = cmp.Or(o.Agreement, Ignore)
	o.Duplicates = cmp.Or(o.Duplicates, CountAll)
	agreements := Agreements
	if o.Kind != ActorConcept {
		agreements = Agreements[:1]
	}
	weights := row.Weights
	if o.Agreement == Combine {
		weights = weights[:1] // DNA: such weights cannot be interpreted
	}
	duplicates := AllDuplicates
	if o.Kind == Contrast {
		duplicates = duplicates[:1]
	}
	of := " of the network " + string(o.Kind)
	for _, err := range []error{
		oneOf("unit"+of, o.By, row.Units),
		oneOf("agreement"+of, o.Agreement, agreements),
		oneOf("normalisation"+of, o.Normalise, weights),
		oneOf("duplicates"+of, o.Duplicates, duplicates),
	} {
		if err != nil {
			return o, err
		}
	}
	return o, nil
}

func oneOf[T ~string](what string, value T, allowed []T) error {
	if slices.Contains(allowed, value) {
		return nil
	}
	words := make([]string, len(allowed))
	for i, a := range allowed {
		words[i] = string(a)
	}
	return fmt.Errorf("%s %q; allowed: %s", what, value, strings.Join(words, ", "))
}

// Why says why a statement or contrast counts in no edge.
type Why string

// The reasons.
const (
	Unnamed   Why = "name nobody"
	Duplicate Why = "repeat another"
	Undated   Why = "have no date, or none fine enough for the time window"
)
