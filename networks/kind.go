package networks

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

// Kinds are the kinds of networks, in the order in which they are listed, with what an
// edge of each means.
var Kinds = []struct {
	Kind Kind
	Says string
}{
	{ActorConcept, "Two-mode: who takes which position on which concept."},
	{ActorKind, "Two-mode: who makes statements of which kind."},
	{Congruence, "One-mode: who shares positions with whom."},
	{Conflict, "One-mode: who holds positions opposite to whose."},
	{Subtract, "One-mode: congruence less conflict."},
	{Contrast, "Directed: who answers whom, one edge for each relation."},
}

// A Unit is what the actors of a network are.
type Unit string

// The units.
const (
	ByActor   Unit = "actor"   // who speaks
	BySide    Unit = "side"    // on whose side they speak
	ByOutlet  Unit = "outlet"  // who published it
	ByConcept Unit = "concept" // one-mode only: concepts, tied by the actors that take positions on both
)

// Why says why a statement or contrast counts in no edge.
type Why string

// The reasons.
const (
	Unnamed   Why = "name nobody"
	Duplicate Why = "repeat another"
	Undated   Why = "have no date fine enough for the time window"
)
