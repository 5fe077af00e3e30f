package jsonl

import "counterclaim/graph"

// A document is what a line has. Keys from doc_id to published, and statements, are
// those that programs for scoring read.
type document struct {
	Name       string      `json:"doc_id"`
	Title      string      `json:"title"`
	Publisher  string      `json:"publisher"`
	Published  graph.Date  `json:"published"`
	Version    *int        `json:"version"`
	ID         string      `json:"id"`
	Author     string      `json:"author,omitempty"`
	URL        string      `json:"url,omitempty"`
	Format     string      `json:"format"`
	Complete   bool        `json:"complete,omitzero"`
	Text       string      `json:"text,omitempty"`
	Statements []statement `json:"statements"`
	Actors     []actor     `json:"actors"`
}

// A statement is one of the document's. Its names of actors, and source, are for
// people and programs that score; they follow from what is behind repeated, which
// alone is read.
type statement struct {
	ID         string          `json:"id"`
	Kinds      []graph.Kind    `json:"kinds"`
	Speaker    string          `json:"speaker"`
	Side       string          `json:"side"`
	Via        []string        `json:"via"`
	Target     string          `json:"target"`
	TargetSide string          `json:"target_side"`
	Victim     string          `json:"victim"`
	Said       graph.Date      `json:"said"`
	Mode       graph.Mode      `json:"mode"`
	Certainty  graph.Certainty `json:"certainty"`
	Polarity   graph.Polarity  `json:"polarity"`
	Confidence float64         `json:"confidence"`
	Rule       string          `json:"rule"`
	Text       string          `json:"text"`
	Amounts    []graph.Amount  `json:"amounts"`
	Source     *words          `json:"source"`
	Cue        *span           `json:"cue"`
	Content    []span          `json:"content"`
	Repeated   []span          `json:"repeated,omitempty"`

	Wording      wording  `json:"wording,omitzero"`
	SideID       string   `json:"side_id,omitempty"`
	TargetSideID string   `json:"target_side_id,omitempty"`
	About        []string `json:"about,omitempty"`
	Mentions     []string `json:"mentions,omitempty"`
	Answers      []answer `json:"answers,omitempty"`
}

// A span is a run of code points of the document's text, from start up to end.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type words struct {
	span
	Text string `json:"text"`
}

// The wording says how the source names each, and whom that means.
type wording struct {
	Speaker mention   `json:"speaker,omitzero"`
	Via     []mention `json:"via,omitempty"`
	Target  mention   `json:"target,omitzero"`
	Victim  mention   `json:"victim,omitzero"`
}

type mention struct {
	Actor string `json:"actor,omitempty"`
	Words string `json:"words,omitempty"`
	Start int    `json:"start,omitzero"`
	End   int    `json:"end,omitzero"`
	Why   string `json:"why,omitempty"`
}

type answer struct {
	Statement string         `json:"statement"`
	Relation  graph.Relation `json:"relation"`
	Note      string         `json:"note,omitempty"`
}

type actor struct {
	ID      string      `json:"id"`
	Names   []string    `json:"names"`
	Class   graph.Class `json:"class"`
	ActsFor []actsFor   `json:"acts_for,omitempty"`
}

type actsFor struct {
	Actor string     `json:"actor"`
	As    string     `json:"as,omitempty"`
	From  graph.Date `json:"from,omitempty"`
	To    graph.Date `json:"to,omitempty"`
}
