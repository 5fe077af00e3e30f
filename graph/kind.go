package graph

import (
	"cmp"
	"slices"
)

// A Kind says what a statement does. A statement can have several.
type Kind string

const (
	Attribution Kind = "attribution"
	Denial      Kind = "denial"
	Admission   Kind = "admission"
	Victimhood  Kind = "victimhood"
	Demand      Kind = "demand"
	Cooperation Kind = "cooperation"
	Commitment  Kind = "commitment"
	Criticism   Kind = "criticism"
	Praise      Kind = "praise"
	Refusal     Kind = "refusal"
	Threat      Kind = "threat"
	Concern     Kind = "concern"
	Assertion   Kind = "assertion"
)

// A KindRow is what the vocabulary says of one kind. CAMEO and PLOVER are the
// event codes it is closest to, empty where the schemes have none.
type KindRow struct {
	Kind          Kind
	CAMEO, PLOVER string
	Says          string
}

// Kinds is the table of kinds, in the order in which they are listed everywhere.
// CAMEO codes are those of the CAMEO codebook 1.1b3 (Schrodt 2012), PLOVER modes
// those of the PLOVER manual (Open Event Data Alliance).
var Kinds = []KindRow{
	{Attribution, "112", "ACCUSE", "Says that an actor did, backs or is behind a harmful act."},
	{Denial, "016", "", "Rejects a claim about responsibility or facts."},
	{Admission, "015", "", "Acknowledges or claims responsibility for an act."},
	{Victimhood, "", "", "Says that an actor suffers or has suffered harm."},
	{Demand, "10", "REQUEST", "Asks or calls on an actor to do something."},
	{Cooperation, "03", "AGREE", "Offers, hopes for or reports working together."},
	{Commitment, "03", "AGREE", "Binds the speaker to an act to come."},
	{Criticism, "111", "ACCUSE", "Disapproves of an actor's conduct or words."},
	{Praise, "051", "SUPPORT", "Approves of an actor's conduct or words."},
	{Refusal, "12", "REJECT", "Turns down a request, proposal or demand."},
	{Threat, "13", "THREATEN", "Announces harm if something is done or not done."},
	{Concern, "", "", "Expresses worry about something."},
	{Assertion, "010", "", "States something that is none of the other kinds."},
}

// row returns the kind's place in Kinds, or -1.
func (k Kind) row() int {
	return slices.IndexFunc(Kinds, func(r KindRow) bool { return r.Kind == k })
}

// Known reports whether the kind is in the table.
func (k Kind) Known() bool { return k.row() >= 0 }

// SortKinds returns the kinds in the order of the table, each once.
func SortKinds(kinds []Kind) []Kind {
	out := slices.Clone(kinds)
	slices.SortFunc(out, func(a, b Kind) int { return cmp.Compare(a.row(), b.row()) })
	return slices.Compact(out)
}
