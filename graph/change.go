package graph

// A Change is what comes into a graph and what goes, for whoever sets its
// statements against one another.
type Change struct {
	Accepted []Coding // what comes
	Gone     []Coding // what goes, because it is removed or because an accepted coding of the document replaces it
}

// Links are the contrasts that a change brings about.
type Links struct {
	Contrasts []Contrast // those in which a statement of what comes takes part, and those of Redone
	// Redone are statements that stay, but answer others than before: all contrasts
	// across documents that have them as counter are among Contrasts, and those that
	// are not there are no more.
	Redone []string
}
