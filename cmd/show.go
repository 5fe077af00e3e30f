package cmd

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"counterclaim/graph"
	"counterclaim/graph/store"
	"counterclaim/loaders/article"
)

func newShow() *cobra.Command {
	c := &cobra.Command{
		Use:   "show ID",
		Short: "Show a statement with what answers it, or a document with its statements",
		Long: `Shows a statement: its words in their context, who says it and why that is who it
is, what it answers and what answers it, with the reasons. Or a document: its text
with the statements marked and numbered.

ID is what queries print (st:9c0f..., doc:1f2e...), the name of a document, or the
beginning of either as long as only one begins so. "st:" and "doc:" may be left out.
On a terminal the words of a statement are bold, elsewhere they stand between « and ».`,
		Example: `  counterclaim show st:0ad3
  counterclaim show doc:1f2e
  counterclaim show harbour-gazette`,
		Args:              cobra.ExactArgs(1),
		ValidArgsFunction: completeIDs,
	}
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		return in.readStore(func(db *store.Store) error {
			id, err := findNode(c.Context(), db, args[0])
			if err != nil {
				return err
			}
			p := newPage(c.OutOrStdout())
			if strings.HasPrefix(id, "doc:") {
				return showDocument(c.Context(), db, p, id)
			}
			return showStatement(c.Context(), db, p, id)
		})
	}
	return c
}

// showStatement prints a statement and everything known of it.
func showStatement(ctx context.Context, db *store.Store, p *page, id string) error {
	placed, _, err := db.Statement(ctx, id)
	if err != nil {
		return err
	}
	coding, _, err := db.Coding(ctx, placed.Document.ID)
	if err != nil {
		return err
	}
	contrasts, err := db.Contrasts(ctx, id)
	if err != nil {
		return err
	}
	s, called := placed.Statement, names(coding.Actors)
	p.print(p.as(bold, s.ID) + "\n\n")
	p.statementWords(s, coding.Document.Text)
	p.print("\n")
	p.statementFacts(s, coding.Document, called)
	for _, part := range []struct {
		title string
		of    func(graph.Contrast) (other string, here bool)
	}{
		{"Answers", func(c graph.Contrast) (string, bool) { return c.Claim, c.Counter == id && !c.Relation.Equal() }},
		{"Answered by", func(c graph.Contrast) (string, bool) { return c.Counter, c.Claim == id && !c.Relation.Equal() }},
		{"Same as", func(c graph.Contrast) (string, bool) { return otherOf(c, id), c.Relation.Equal() }},
	} {
		if err := showContrasts(ctx, db, p, part.title, contrasts, part.of); err != nil {
			return err
		}
	}
	if len(contrasts) == 0 {
		p.print("\n" + p.as(faint, "Nothing answers it, and it answers nothing.") + "\n")
	}
	return p.err
}

func otherOf(c graph.Contrast, id string) string {
	if c.Counter == id {
		return c.Claim
	}
	return c.Counter
}

// statementWords prints the words in their paragraph, or a coder's words alone.
func (p *page) statementWords(s graph.Statement, text string) {
	if len(s.Content) == 0 || text == "" {
		p.text(2, p.marked(printable(s.Text)))
		return
	}
	text = printable(text)
	from, to := around(text, s.Content)
	marks := make([]mark, len(s.Content))
	for i, span := range s.Content {
		marks[i] = mark{Span: span}
	}
	p.text(2, p.highlight(text, from, to, marks))
}

func (p *page) statementFacts(s graph.Statement, d graph.Document, called map[string]string) {
	p.fact("kind", join(s.Kinds))
	p.fact("speaker", mention(s.Speaker, called))
	p.fact("for", nameOf(s.Side, s.Speaker.Actor, called))
	for _, via := range s.Via {
		p.fact("via", mention(via, called))
	}
	p.fact("target", mention(s.Target, called))
	p.fact("target's side", nameOf(s.TargetSide, s.Target.Actor, called))
	p.fact("victim", mention(s.Victim, called))
	p.fact("about", strings.Join(s.About, ", "))
	p.fact("amounts", join(s.Amounts))
	p.fact("repeated", repeated(s, d))
	p.fact("said", string(s.Said))
	p.fact("mode", fmt.Sprintf("%s, %s, %s", s.Mode, s.Certainty, s.Polarity))
	p.fact("source", source(d))
	if s.Cue.Empty() {
		p.fact("found by", s.Rule)
		return
	}
	p.fact("found by", fmt.Sprintf("%s, from the words “%s”", s.Rule, printable(s.Cue.Of(d.Text))))
	p.confidence(s, d)
}

// repeated says on which lines of the document the words stand again.
func repeated(s graph.Statement, d graph.Document) string {
	var lines []string
	for _, r := range s.Repeated {
		if r.Validate(d.Text) == nil {
			lines = append(lines, fmt.Sprintf("line %d", 1+strings.Count(d.Text[:r.Start], "\n")))
		}
	}
	return strings.Join(lines, ", ")
}

// confidence prints how likely the statement is right, and why.
func (p *page) confidence(s graph.Statement, d graph.Document) {
	confidence, rule := article.Confidence(&s, d.Text)
	if confidence != s.Confidence { // another version of the program found it
		p.fact("confidence", fmt.Sprintf("%.2f", s.Confidence))
		return
	}
	p.fact("confidence", fmt.Sprintf("%.2f: %.0f in 100 that the rule finds are right, and what is seen here changes the odds", s.Confidence, 100*rule))
	for _, sign := range article.Seen(&s, d.Text) {
		p.text(labelWidth, fmt.Sprintf("%.2f times the odds: %s", sign.Odds, sign.Says))
	}
}

// showContrasts prints those of the contrasts that belong under the title, each
// with the statement at its other end.
func showContrasts(ctx context.Context, db *store.Store, p *page, title string, contrasts []graph.Contrast,
	of func(graph.Contrast) (string, bool)) error {
	for _, c := range contrasts {
		other, here := of(c)
		if !here {
			continue
		}
		placed, _, err := db.Statement(ctx, other)
		if err != nil {
			return err
		}
		who, err := speakerName(ctx, db, placed.Statement)
		if err != nil {
			return err
		}
		if title != "" {
			p.title(title)
			title = ""
		}
		p.contrast(c, placed, who)
	}
	return p.err
}

func (p *page) contrast(c graph.Contrast, other graph.Placed, who string) {
	p.print("\n")
	p.text(2, fmt.Sprintf("%s  %s  %s", p.as(underline, string(c.Relation)), who, p.as(faint, other.Statement.ID)))
	p.text(4, p.marked(printable(other.Statement.Text)))
	p.text(4, p.as(faint, source(other.Document)))
	p.text(4, fmt.Sprintf("score %.2f, %s", c.Score(), c.Basis))
	for _, r := range c.Because {
		p.text(6, r.String())
	}
}

// speakerName returns the name to print of who says the statement.
func speakerName(ctx context.Context, db *store.Store, s graph.Statement) (string, error) {
	if s.Speaker.Actor == "" {
		return nobody, nil
	}
	a, ok, err := db.Actor(ctx, s.Speaker.Actor)
	if err != nil || !ok {
		return s.Speaker.Actor, err
	}
	return printable(a.Name()), nil
}
