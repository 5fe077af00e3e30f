package networks

import (
	"fmt"

	"counterclaim/graph"
)

// A Network is nodes and the edges between them. Nothing in it depends on the order of
// the positions that it was computed from.
type Network struct {
	Kind       Kind
	By         Unit
	Normalised Normalisation
	Directed   bool        // only the contrast network is: from who answers to whom
	From, To   graph.Date  // the first and last day of the time window; "" without one
	Nodes      []Node      // by mode, then by ID
	Edges      []Edge      // by source, target and tie; of an undirected one-mode network the source has the lower ID
	Measures   Measures    // of the network as a whole
	LeftOut    map[Why]int // how many statements or contrasts count in no edge, and why
}

// A Mode is what a node stands for. In a two-mode network every edge leads from a
// speaking mode to one that is spoken of.
type Mode string

// The modes of nodes.
const (
	ActorMode   Mode = "actor" // who speaks, or on whose side
	OutletMode  Mode = "outlet"
	ConceptMode Mode = "concept" // concept, incident or claim, as graph.Concept has it
	KindMode    Mode = "kind"
)

// A Node is an actor, outlet, concept or kind.
type Node struct {
	ID         string // "actor:china", "concept:...", "incident:...", "st:...", "kind:denial"; an an outlet's is "outlet:..."
	Label      string // to print
	Mode       Mode
	Class      graph.Class // of an actor; "" of other nodes, and where it is unknown
	Side       string      // the actor for which an actor speaks, most often where it has several; "" of other nodes
	Statements int         // how many statements of the time window are its own or about it
	First      graph.Date  // of these statements; "" where no date is known
	Last       graph.Date

	Degree      int     // to how many other nodes it has an edge
	InStrength  float64 // sum of the weights of the edges that lead to it; of an undirected network of all its edges
	OutStrength float64 // sum of the weights of the edges that lead from it; of an undirected network of all its edges
	Betweenness float64 // 0 to 1, see Measures
	Community   int     // 1 is the largest; 0 where it has no edge
}

// A Tie says what an edge means. Two nodes have one edge for each tie between them.
type Tie string

// The ties of networks of positions; those of the contrast network are the names of
// relations.
const (
	Agrees    Tie = "agrees"    // every position affirms the concept
	Disagrees Tie = "disagrees" // every position rejects it
	Both      Tie = "both"      // some do, some do not
	Says      Tie = "says"      // the actor makes statements of the kind
	Congruent Tie = "congruent" // both hold the same position
	Conflicts Tie = "conflicts" // they hold opposite ones
)

// An Edge is a tie between two nodes.
type Edge struct {
	Source, Target string // node IDs
	Tie            Tie
	Weight         float64    // as the network's kind and its normalisation define it; below 0 only where something is subtracted
	Positive       int        // how many statements affirm, pairs of statements agree, or contrasts answer
	Negative       int        // how many statements reject, or pairs of statements disagree
	First          graph.Date // of the statements that make it; "" where no date is known
	Last           graph.Date
}

// Node returns the node of that ID; nil where there is none.
func (n *Network) Node(id string) *Node {
	for i := range n.Nodes {
		if n.Nodes[i].ID == id {
			return &n.Nodes[i]
		}
	}
	return nil
}

// Title says in a few words what the network is.
func (n *Network) Title() string {
	title := fmt.Sprintf("%s by %s", n.Kind, n.By)
	if n.Normalised != Plain {
		title += ", weights by " + string(n.Normalised)
	}
	return title
}
