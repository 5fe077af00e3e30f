package graph

// An Edge leads from a statement to a node: Edge{"target-side", "actor:china"}.
type Edge struct{ Predicate, Node string }

// A Node is the name of a node where it must not be taken for a text, as in an
// answer to a query. It has no angle brackets: "actor:china".
type Node string
