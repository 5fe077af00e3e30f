package serve

import (
	"context"
	"unicode/utf8"

	"counterclaim/graph"
	"counterclaim/graph/store"
)

// A statementBody is a statement. Offsets count the Unicode code points of the document's text.
type statementBody struct {
	ID         string          `json:"id"`
	Words      string          `json:"words"` // as the source has them
	Kinds      []graph.Kind    `json:"kinds"`
	Speaker    actorBody       `json:"speaker"`
	Via        []actorBody     `json:"via"`
	Side       string          `json:"side,omitempty"`
	Target     *actorBody      `json:"target,omitempty"`
	TargetSide string          `json:"target_side,omitempty"`
	Victim     *actorBody      `json:"victim,omitempty"`
	About      []string        `json:"about"`
	Amounts    []graph.Amount  `json:"amounts"`
	Said       graph.Date      `json:"said,omitempty"`
	Mode       graph.Mode      `json:"mode"`
	Certainty  graph.Certainty `json:"certainty"`
	Polarity   graph.Polarity  `json:"polarity"`
	Confidence float64         `json:"confidence"`
	Rule       string          `json:"rule"`
	Spans      []spanBody      `json:"spans"`
	Source     sourceBody      `json:"source"`
	Contrasts  []contrastBody  `json:"contrasts"`
}

// An actorBody is whom a source names, and how.
type actorBody struct {
	Actor string `json:"actor,omitempty"`
	Name  string `json:"name,omitempty"`
	Words string `json:"words,omitempty"`
	Why   string `json:"why,omitempty"`
}

type spanBody struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// A sourceBody is the citation of a document.
type sourceBody struct {
	ID        string     `json:"id"`
	Name      string     `json:"name"`
	Title     string     `json:"title"`
	Publisher string     `json:"publisher"`
	Author    string     `json:"author,omitempty"`
	Published graph.Date `json:"published,omitempty"`
	URL       string     `json:"url,omitempty"`
}

// A contrastBody is a contrast with both its statements.
type contrastBody struct {
	ID       string         `json:"id"`
	Relation graph.Relation `json:"relation"`
	Basis    graph.Basis    `json:"basis"`
	Score    float64        `json:"score"`
	Rule     string         `json:"rule"`
	Because  []reasonBody   `json:"because"`
	Counter  endBody        `json:"counter"` // the statement that answers
	Claim    endBody        `json:"claim"`
}

type reasonBody struct {
	Signal string  `json:"signal"`
	Weight float64 `json:"weight"`
	Says   string  `json:"says"`
}

// An endBody is one of the two statements of a contrast.
type endBody struct {
	ID      string     `json:"id"`
	Words   string     `json:"words"`
	Speaker actorBody  `json:"speaker"`
	Source  sourceBody `json:"source"`
}

// A documentBody is a document with its text and statements. Contrasts of the statements are
// theirs to tell.
type documentBody struct {
	sourceBody
	Format     string          `json:"format"`
	Text       string          `json:"text"`
	Statements []statementBody `json:"statements"`
}

func source(d *graph.Document) sourceBody {
	return sourceBody{d.ID, d.Name, d.Title, d.Publisher, d.Author, d.Published, d.URL}
}

// statementOf makes the body of a statement of a coding, without its contrasts.
func statementOf(c *graph.Coding, s *graph.Statement) statementBody {
	names := map[string]string{}
	for i := range c.Actors {
		names[c.Actors[i].ID] = c.Actors[i].Name()
	}
	named := func(m graph.Mention) actorBody { return actorBody{m.Actor, names[m.Actor], m.Words, m.Why} }
	out := statementBody{
		ID: s.ID, Words: s.Reported(c.Document.Text), Kinds: s.Kinds, Speaker: named(s.Speaker), Via: []actorBody{}, Side: s.Side,
		TargetSide: s.TargetSide, About: append([]string{}, s.About...), Amounts: append([]graph.Amount{}, s.Amounts...),
		Said: s.Said, Mode: s.Mode, Certainty: s.Certainty, Polarity: s.Polarity, Confidence: s.Confidence, Rule: s.Rule,
		Spans: []spanBody{}, Source: source(&c.Document), Contrasts: []contrastBody{},
	}
	for _, v := range s.Via {
		out.Via = append(out.Via, named(v))
	}
	if s.Target != (graph.Mention{}) {
		target := named(s.Target)
		out.Target = &target
	}
	if s.Victim != (graph.Mention{}) {
		victim := named(s.Victim)
		out.Victim = &victim
	}
	for _, span := range s.Content {
		if span.Validate(c.Document.Text) == nil {
			start := utf8.RuneCountInString(c.Document.Text[:span.Start])
			out.Spans = append(out.Spans, spanBody{start, start + utf8.RuneCountInString(span.Of(c.Document.Text))})
		}
	}
	return out
}

// contrastOf makes the body of a contrast.
func contrastOf(ctx context.Context, db *store.Store, c *graph.Contrast) (contrastBody, error) {
	out := contrastBody{ID: c.ID(), Relation: c.Relation, Basis: c.Basis, Score: c.Score(), Rule: c.Rule, Because: []reasonBody{}}
	for _, r := range c.Because {
		out.Because = append(out.Because, reasonBody{r.Signal, r.Weight, r.Says})
	}
	var err error
	if out.Counter, err = endOf(ctx, db, c.Counter); err != nil {
		return out, err
	}
	out.Claim, err = endOf(ctx, db, c.Claim)
	return out, err
}

func endOf(ctx context.Context, db *store.Store, id string) (endBody, error) {
	placed, _, err := db.Statement(ctx, id)
	if err != nil {
		return endBody{}, err
	}
	s := &placed.Statement
	out := endBody{id, s.Reported(""), actorBody{s.Speaker.Actor, "", s.Speaker.Words, s.Speaker.Why}, source(&placed.Document)}
	if s.Speaker.Actor == "" {
		return out, nil
	}
	actor, found, err := db.Actor(ctx, s.Speaker.Actor)
	if found {
		out.Speaker.Name = actor.Name()
	}
	return out, err
}
